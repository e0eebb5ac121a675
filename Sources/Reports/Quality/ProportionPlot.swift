import Records

/// A p-chart: shares of failed libraries with mean and limits.
struct ProportionPlot {
  /// The chart.
  let chart: QualityRecord.ProportionChartRecord

  private static let left = 56.0
  private static let right = 708.0
  private static let top = 24.0
  private static let bottom = 180.0

  /// The drawing as SVG.
  var svg: HTML {
    let places = PlotFrame.places(chart.points.count, from: Self.left, to: Self.right)
    let half = min(24, (places.count > 1 ? places[1] - places[0] : 48) * 0.36)
    let points = zip(places, chart.points).map { x, point -> HTML in
      let y = y(point.proportion.rate ?? 0)
      let mark: HTML =
        point.outside
        ? "\(PlotFrame.square("alarm", x, y, 5))\(PlotFrame.label(point.group, "name", x, y - 9))"
        : PlotFrame.circle("point", x, y, 3.5)
      return """
        \(PlotFrame.line("bound", x - half, self.y(point.upper), x + half, self.y(point.upper)))\
        \(PlotFrame.line("bound", x - half, self.y(point.lower), x + half, self.y(point.lower)))\
        \(mark)
        """
    }
    let centre = y(chart.total.rate ?? 0)
    return """
      <svg viewBox="0 0 720 214" role="img" aria-label="\(label)">
      \(axis)\(PlotFrame.line("centre", Self.left, centre, Self.right, centre))\(points)\
      \(PlotFrame.names(chart.points.map(\.group), at: places, y: 196))</svg>

      """
  }

  /// The top of the axis: the least of 10, 20, 50 and 100 % that holds every point and limit.
  private var height: Double {
    let most = chart.points.map { max($0.upper, $0.proportion.rate ?? 0) }.max() ?? 1
    return [0.1, 0.2, 0.5].first { $0 >= most } ?? 1
  }

  private var axis: HTML {
    let ticks = (0...5).map { step -> HTML in
      let share = height * Double(step) / 5
      return """
        \(PlotFrame.line("grid", Self.left, y(share), Self.right, y(share)))\
        \(PlotFrame.label(ReportNumber.percent(share), "end", Self.left - 6, y(share) + 4))
        """
    }
    return """
      \(ticks)\(PlotFrame.label("failed libraries", "mark", 4, 12))\
      \(PlotFrame.line("axis", Self.left, Self.bottom, Self.right, Self.bottom))
      """
  }

  private func y(_ share: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * share / height
  }

  private var label: String {
    let outside = chart.points.filter(\.outside).map(\.group)
    return """
      p-chart of \(chart.points.count) groups by \(chart.dimension), mean \
      \(ReportNumber.percent(chart.total.rate)); outside the limits: \
      \(outside.isEmpty ? "none" : outside.joined(separator: ", "))
      """
  }
}
