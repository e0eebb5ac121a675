import Records

/// Bars of causes by frequency, with the cumulative share of findings.
struct ParetoPlot {
  /// The causes, most frequent first.
  let items: [QualityRecord.ParetoRecord]

  /// The most causes drawn; the table has them all.
  private static let most = 15
  private static let left = 100.0
  private static let right = 620.0
  private static let row = 22.0

  /// The drawing as SVG.
  var svg: HTML {
    let shown = items.prefix(Self.most)
    let height = Self.row * Double(shown.count) + 24
    let widest = Double(max(1, shown.first?.proportion.numerator ?? 1))
    let bars = shown.enumerated().map { index, item -> HTML in
      let top = Self.row * Double(index) + 3
      let width = (Self.right - Self.left) * Double(item.proportion.numerator) / widest
      return """
        \(PlotFrame.label(item.code, "end", Self.left - 6, top + 13))\
        <rect class="bar" x="\(PlotFrame.text(Self.left))" y="\(PlotFrame.text(top))" \
        width="\(PlotFrame.text(width))" height="\(PlotFrame.text(Self.row - 6))"/>
        \(PlotFrame.label(
          "\(item.proportion.numerator) (\(ReportNumber.percent(item.cumulativeShare)))",
          "mark",
          Self.right + 8,
          top + 13
        ))
        """
    }
    let points = shown.enumerated().map { index, item in
      let x = Self.left + (Self.right - Self.left) * item.cumulativeShare
      return "\(PlotFrame.text(x)),\(PlotFrame.text(Self.row * Double(index) + 11))"
    }
    return """
      <svg viewBox="0 0 720 \(PlotFrame.text(height))" role="img" aria-label="\(label)">
      \(bars)<polyline class="sum" points="\(points.joined(separator: " "))"/>
      \(PlotFrame.label(
        "libraries, and cumulative share of findings (line: 0 to 100 % over the width)",
        "",
        360,
        height - 6
      ))</svg>

      """
  }

  private var label: String {
    let first = items.prefix(3).map { "\($0.code) \($0.proportion.count(of: "libraries"))" }
    return "Pareto chart of \(items.count) codes; most frequent: "
      + first.joined(separator: ", ")
  }
}
