#if canImport(Glibc)
import Glibc
import Records
#else
import Darwin
#endif

/// A Levey–Jennings chart: distances from the mean in SD.
struct ControlPlot {
  /// The chart.
  let chart: QualityRecord.ControlChartRecord
  /// The mean decimal logarithm.
  let mean: Double
  /// The standard deviation of the decimal logarithms, above 0.
  let deviation: Double

  private static let left = 92.0
  private static let right = 708.0
  private static let middle = 110.0
  /// Points beyond are drawn at the edge.
  private static let farthest = 4.5
  private static let unit = 20.0

  /// The drawing as SVG.
  var svg: HTML {
    let places = PlotFrame.places(chart.points.count, from: Self.left, to: Self.right)
    let heights = chart.points.map { y($0.z ?? -.infinity) }
    let track = zip(places, heights).map { "\(PlotFrame.text($0)),\(PlotFrame.text($1))" }
    let points = zip(chart.points, zip(places, heights)).map { point, place -> HTML in
      mark(point, place.0, place.1)
    }
    return """
      <svg viewBox="0 0 720 236" role="img" aria-label="\(label)">
      \(lines)<polyline class="track" points="\(track.joined(separator: " "))"/>
      \(points)\(PlotFrame.names(chart.points.map(\.run), at: places, y: 226))</svg>

      """
  }

  private func mark(
    _ point: QualityRecord.ControlChartRecord.Point,
    _ x: Double,
    _ y: Double
  ) -> HTML {
    guard point.rejects else {
      return point.rules.isEmpty
        ? PlotFrame.circle("point", x, y, 3) : PlotFrame.circle("warned", x, y, 4.5)
    }
    let rules = point.rules.filter { $0 != "1-2s" }.joined(separator: " ")
    let above = y > Self.middle ? y + 17 : y - 9
    return """
      \(PlotFrame.square("alarm", x, y, 4.5))\(PlotFrame.label(rules, "name", x, above))
      """
  }

  private var lines: HTML {
    let all = (-3...3).map { step -> HTML in
      let z = Double(step)
      let value = pow(10, mean + z * deviation)
      let shown = chart.quantity == .recoveredMRD ? value * 1e6 : value
      let name =
        step == 0
        ? "mean \(ReportNumber.significant(shown))"
        : "\(step > 0 ? "+" : "−")\(abs(step)) SD \(ReportNumber.significant(shown))"
      return """
        \(PlotFrame.line(step == 0 ? "centre" : "grid", Self.left, y(z), Self.right, y(z)))\
        \(PlotFrame.label(name, "end", Self.left - 6, y(z) + 4))
        """
    }
    let unit = chart.quantity == .recoveredMRD ? "per 10⁶" : "reads per copy"
    return "\(all)\(PlotFrame.label(unit, "mark", 4, 14))"
  }

  private func y(_ z: Double) -> Double {
    Self.middle - Self.unit * min(max(z, -Self.farthest), Self.farthest)
  }

  private var label: String {
    let rejected = chart.points.filter(\.rejects).map {
      "\($0.run) (\($0.rules.joined(separator: " ")))"
    }
    return """
      Levey–Jennings chart of \(chart.control), \(chart.points.count) measurements; rejected: \
      \(rejected.isEmpty ? "none" : rejected.joined(separator: ", "))
      """
  }
}
