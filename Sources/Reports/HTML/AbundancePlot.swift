import Clonotyping
import Records

/// A drawing of reads by rank for each class of a library, both on logarithmic axes.
struct AbundancePlot {
  /// The library.
  let repertoire: [RepertoireRecord]
  /// Identifiers of the clonotypes that are marked.
  let marked: Set<String>

  private static let (left, right, top, bottom) = (64.0, 540.0, 12.0, 236.0)
  /// Dashes tell the classes apart without colour; the names are those of the style sheet.
  private static let strokes: [HTML] = [
    "curve first", "curve second", "curve third", "curve fourth", "curve fifth",
  ]

  /// The drawing as SVG; nothing without a clonotype.
  var svg: HTML {
    let curves = repertoire.filter { !$0.abundance.isEmpty }
    let points = curves.flatMap(\.abundance)
    guard !points.isEmpty else { return "" }
    let x = LogAxis(
      holding: [1] + points.map { Double($0.rank) },
      from: Self.left,
      to: Self.right
    )
    let y = LogAxis(
      holding: [1] + points.map { Double($0.reads) },
      from: Self.bottom,
      to: Self.top
    )
    return .drawing(
      "abundance-plot",
      size: (720, 280),
      title: "Reads by rank of the clonotype",
      description: curves.map(words).joined(separator: " "),
      """
      \(frame(x, y))\
      \(curves.enumerated().map { draw($1, stroke: Self.strokes[$0 % Self.strokes.count], number: $0, x, y) })
      """
    )
  }

  private func words(_ part: RepertoireRecord) -> String {
    let points = part.abundance.filter { [1, 10, 100, 1_000].contains($0.rank) }
    let texts = points.map { "rank \($0.rank): \(ReportNumber.count($0.reads)) reads" }
    return "\(part.locusClass.rawValue), \(ReportNumber.count(part.clonotypes)) clonotypes: "
      + texts.joined(separator: ", ") + "."
  }

  private func frame(_ x: LogAxis, _ y: LogAxis) -> HTML {
    let across = x.ticks.map { tick -> HTML in
      let place = x.place(tick.value)
      return """
        \(PlotFrame.line("grid", place, Self.top, place, Self.bottom))\
        \(PlotFrame.label(tick.label, "", place, Self.bottom + 18))
        """
    }
    let up = y.ticks.map { tick -> HTML in
      let place = y.place(tick.value)
      return """
        \(PlotFrame.line("grid", Self.left, place, Self.right, place))\
        \(PlotFrame.label(tick.label, "end", Self.left - 8, place + 4))
        """
    }
    return """
      \(across)\(up)\(PlotFrame.line("axis", Self.left, Self.top, Self.left, Self.bottom))\
      \(PlotFrame.line("axis", Self.left, Self.bottom, Self.right, Self.bottom))\
      \(PlotFrame.label("rank of the clonotype (1: most reads)", "", 302, Self.bottom + 38))\
      <text class="turned" transform="rotate(-90)" x="-124" y="14">reads</text>

      """
  }

  private func draw(
    _ part: RepertoireRecord,
    stroke: HTML,
    number: Int,
    _ x: LogAxis,
    _ y: LogAxis
  ) -> HTML {
    let places = part.abundance.map { point in
      PlotFrame.text(x.place(Double(point.rank))) + ","
        + PlotFrame.text(y.place(Double(point.reads)))
    }
    let marks = part.largest.enumerated().filter { marked.contains($1.cloneID) }.map {
      rank,
      clonotype in
      PlotFrame.square(
        "tracked",
        x.place(Double(rank + 1)),
        y.place(Double(clonotype.duplicateCount)),
        5
      )
    }
    let line = Self.top + 10 + 22 * Double(number)
    return """
      <polyline class="\(stroke)" points="\(places.joined(separator: " "))"/>
      \(marks)\(PlotFrame.line(stroke, 560, line, 596, line))\
      \(PlotFrame.label(part.locusClass.rawValue, "mark", 604, line + 4))
      """
  }
}
