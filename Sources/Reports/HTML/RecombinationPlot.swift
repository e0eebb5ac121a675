import Germline
import Records

/// A drawing of a junction base by base over its germline, with V, D, J and the inserted bases told
/// apart by name, frame and shade.
struct RecombinationPlot {
  /// The drawing's own identifier on the page.
  let id: String
  /// The kind of recombination as records name it.
  let type: String
  /// The genes of the 5′ element, D and the 3′ element; `nil` where there is none.
  let genes: (fivePrime: String?, d: String?, threePrime: String?)
  /// The bases.
  let recombination: RecombinationRecord

  private static let baseWidth = 9.0
  private static let basesPerLine = 78
  private static let lineHeight = 66
  private static let left = 8.0

  /// A stretch of bases of one origin.
  private struct Segment {
    var kind: HTML
    var short: String
    var long: String
    var range: Range<Int>
  }

  /// The drawing as SVG; nothing if the offsets do not fit the bases.
  var svg: HTML {
    let bases = Array(recombination.sequence)
    let germline = Array(recombination.germline)
    guard let segments, !bases.isEmpty, germline.count == bases.count else { return "" }
    let lines = stride(from: 0, to: bases.count, by: Self.basesPerLine).enumerated()
    let drawn = lines.map { number, start -> HTML in
      let shown = start..<min(start + Self.basesPerLine, bases.count)
      let parts = segments.filter { $0.range.overlaps(shown) }.map {
        draw($0, bases, germline, shown, y: number * Self.lineHeight)
      }
      return "\(parts)"
    }
    let count = (bases.count + Self.basesPerLine - 1) / Self.basesPerLine
    let width = min(bases.count, Self.basesPerLine)
    return .drawing(
      id,
      "junction",
      size: (Int(2 * Self.left + Double(width) * Self.baseWidth), count * Self.lineHeight),
      title: "Recombination of \(type) over its germline",
      description: segments.map { words($0, bases, germline) }.joined(separator: "; ") + ".",
      "\(drawn)"
    )
  }

  private var segments: [Segment]? {
    let whole = recombination.sequence.count
    let (five, three) = (recombination.fivePrime, recombination.threePrime)
    guard five.start == 0, five.end <= three.start, three.end == whole, five.start <= five.end,
      three.start <= three.end
    else { return nil }
    var segments = [segment("five", fiveName, genes.fivePrime, 0..<five.end)]
    if let d = recombination.d {
      guard five.end <= d.start, d.start <= d.end, d.end <= three.start else { return nil }
      segments += [
        segment("n", "N", nil, five.end..<d.start), segment("d", "D", genes.d, d.start..<d.end),
        segment("n", "N", nil, d.end..<three.start),
      ]
    } else {
      segments.append(segment("n", "N", nil, five.end..<three.start))
    }
    segments.append(segment("three", threeName, genes.threePrime, three.start..<whole))
    return segments.filter { !$0.range.isEmpty }
  }

  private func segment(
    _ kind: HTML,
    _ name: String,
    _ gene: String?,
    _ range: Range<Int>
  ) -> Segment {
    let first = gene?.split(separator: ",").first.map(String.init)
    let long = first.map { name + " " + $0 } ?? "\(name), \(range.count) nt"
    return Segment(kind: kind, short: name, long: long, range: range)
  }

  private var fiveName: String {
    switch type {
    case "IGH_DJ": "D"
    case "IGK_INTRKDE": "intron"
    default: "V"
    }
  }

  private var threeName: String { type.hasSuffix("KDE") ? "Kde" : "J" }

  private func draw(
    _ segment: Segment,
    _ bases: [Character],
    _ germline: [Character],
    _ shown: Range<Int>,
    y: Int
  ) -> HTML {
    let range = segment.range.clamped(to: shown)
    let x = Self.left + Double(range.lowerBound - shown.lowerBound) * Self.baseWidth
    let width = Double(range.count) * Self.baseWidth
    let fits = Double(segment.long.count) * 6.2 <= width
    let under = range.map { germline[$0] == bases[$0] ? "·" : germline[$0] }
    let reference: HTML =
      segment.short == "N" ? "" : letters(String(under), "germline", x, y + 54, width: width)
    return """
      <rect class="\(segment.kind)" x="\(PlotFrame.text(x + 0.75))" y="\(String(y + 20))" \
      width="\(PlotFrame.text(width - 1.5))" height="20" rx="\(segment.short == "D" ? "7" : "0")"/>
      \(PlotFrame.label(fits ? segment.long : segment.short, "part", x + width / 2, Double(y + 14)))\
      \(letters(String(bases[range]), "base", x, y + 35, width: width))\(reference)
      """
  }

  /// Letters that stand in their columns whatever the font.
  private func letters(
    _ text: String,
    _ kind: HTML,
    _ x: Double,
    _ y: Int,
    width: Double
  ) -> HTML {
    """
    <text class="\(kind)" x="\(PlotFrame.text(x + 0.9))" y="\(String(y))" \
    textLength="\(PlotFrame.text(width - 1.8))">\(text)</text>

    """
  }

  private func words(_ segment: Segment, _ bases: [Character], _ germline: [Character]) -> String {
    let text = "\(segment.long): \(String(bases[segment.range]))"
    guard segment.short != "N" else { return text }
    let differing = segment.range.count { germline[$0] != "-" && bases[$0] != germline[$0] }
    return "\(text), \(segment.range.count) bases, \(differing) not the germline's"
  }
}
