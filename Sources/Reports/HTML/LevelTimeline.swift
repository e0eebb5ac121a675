import Clonotyping
import Quantification

/// A drawing of a subject's levels visit by visit on a logarithmic axis: intervals, and triangles at
/// LOD95 where the clone was not detected.
struct LevelTimeline {
  /// The subject's visits in order of time.
  let visits: [FinishedVisit]

  private static let (left, right, top, bottom) = (76.0, 700.0, 14.0, 280.0)

  /// What is drawn of one visit.
  private struct Point {
    var title: String
    var date: String
    var level: Double?
    var interval: Interval
    var lod95: Double?
    var call: SampleCall?
  }

  private var points: [Point] {
    visits.map { visit in
      guard let result = visit.followup?.result else {
        let fractions = visit.baseline?.clonotypes.filter { $0.role == .primary }
          .compactMap(\.cellFraction)
        return Point(
          title: visit.title,
          date: visit.date ?? "",
          level: fractions?.max(),
          interval: Interval(lower: nil, upper: nil),
          lod95: nil,
          call: nil
        )
      }
      return Point(
        title: visit.title,
        date: visit.date ?? "",
        level: result.mrd,
        interval: result.mrdCI,
        lod95: result.lod95,
        call: result.call
      )
    }
  }

  /// The drawing as SVG.
  var svg: HTML {
    let points = points
    let places = PlotFrame.places(points.count, from: Self.left, to: Self.right)
    let axis = LogAxis(decades: -7...0, from: Self.bottom, to: Self.top)
    let cutoffs = Set(visits.compactMap(\.followup).flatMap(\.result.status.keys)).sorted()
    return .drawing(
      "timeline-plot",
      size: (720, 334),
      title: "Level at each visit",
      description: points.map(words).joined(separator: " "),
      """
      \(frame(axis, cutoffs))\(PlotFrame.names(points.map(\.title), at: places, y: 300))\
      \(PlotFrame.names(points.map(\.date), at: places, y: 316))\
      \(zip(points, places).map { draw($0, $1, axis) })
      """
    )
  }

  private func words(_ point: Point) -> String {
    let when = point.date.isEmpty ? point.title : "\(point.title) (\(point.date))"
    switch point.call {
    case nil: return "\(when): baseline, share of cells \(ReportNumber.percent(point.level))."
    case .failed: return "\(when): assay failed."
    case .indeterminate: return "\(when): no call possible."
    case .notDetected:
      return "\(when): not detected, LOD95 \(ReportNumber.rate(point.lod95))."
    case .detected, .detectedBelowLOQ:
      return "\(when): \(ReportNumber.rate(point.level)), "
        + "95 % interval \(ReportNumber.interval(point.interval))."
    }
  }

  private func frame(_ axis: LogAxis, _ cutoffs: [String]) -> HTML {
    let ticks = axis.ticks.map { tick -> HTML in
      let y = axis.place(tick.value)
      return """
        \(PlotFrame.line("grid", Self.left, y, Self.right, y))\
        \(PlotFrame.label(tick.label, "end", Self.left - 8, y + 4))
        """
    }
    let dashed = cutoffs.compactMap { key -> HTML? in
      guard let value = Double(key), value > 0 else { return nil }
      let y = axis.place(value)
      return PlotFrame.line("cutoff", Self.left, y, Self.right, y)
    }
    return """
      \(ticks)\(dashed)\(PlotFrame.line("axis", Self.left, Self.top, Self.left, Self.bottom))\
      \(PlotFrame.line("axis", Self.left, Self.bottom, Self.right, Self.bottom))\
      <text class="turned" transform="rotate(-90)" x="-147" y="16">clonal cells per nucleated \
      cell</text>

      """
  }

  private func draw(_ point: Point, _ x: Double, _ axis: LogAxis) -> HTML {
    switch point.call {
    case nil:
      guard let level = point.level else { return "" }
      return PlotFrame.square("tracked", x, axis.place(level), 5)
    case .failed: return cross(x, "failed")
    case .indeterminate: return cross(x, "no call")
    case .notDetected:
      let mark =
        point.lod95.map { PlotFrame.triangle("level open", x, axis.place($0), 6.5) } ?? ""
      return "\(bar(point, x, axis))\(mark)"
    case .detected, .detectedBelowLOQ:
      guard let level = point.level else { return "" }
      let kind: HTML = point.call == .detected ? "level" : "level open"
      return "\(bar(point, x, axis))\(PlotFrame.circle(kind, x, axis.place(level), 5.5))"
    }
  }

  private func cross(_ x: Double, _ name: String) -> HTML {
    let y = Self.bottom - 14
    return """
      \(PlotFrame.line("axis", x - 6, y - 6, x + 6, y + 6))\
      \(PlotFrame.line("axis", x - 6, y + 6, x + 6, y - 6))\(PlotFrame.label(name, "", x, y - 12))
      """
  }

  private func bar(_ point: Point, _ x: Double, _ axis: LogAxis) -> HTML {
    guard let upper = point.interval.upper else { return "" }
    let lower = point.interval.lower ?? 0
    let (low, high) = (axis.place(lower), axis.place(upper))
    let foot = lower > 0 ? PlotFrame.line("interval", x - 5, low, x + 5, low) : ""
    return """
      \(PlotFrame.line("interval", x, low, x, high))\
      \(PlotFrame.line("interval", x - 5, high, x + 5, high))\(foot)
      """
  }
}
