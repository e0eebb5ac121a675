#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A drawing of the level, its interval, LOD95, LOQ and the cutoffs on one logarithmic axis.
struct LevelPlot {
  /// The result that is drawn.
  let result: FollowupRecord.Result
  /// The cutoffs, as keys of the status object.
  let cutoffs: [String]

  private static let width = 720.0
  private static let left = 24.0
  private static let right = 696.0
  /// The axis runs from 10⁻⁷ to 1; what lies below is drawn at its left end.
  private static let lowestDecade = -7

  /// The drawing as SVG.
  var svg: HTML {
    """
    <svg viewBox="0 0 720 132" role="img" aria-label="\(label)">
    \(blindZone)\(axis)\(cutoffs.compactMap(cutoffLine))\(limits)\(interval)\(point)</svg>

    """
  }

  private var label: String {
    """
    Level \(ReportNumber.perMillion(result.mrd)) per million nucleated cells, \
    95 % interval \(ReportNumber.interval(result.mrdCI)), \
    LOD95 \(ReportNumber.perMillion(result.lod95)) per million
    """
  }

  /// The part of the axis where the assay would not reliably have seen the clone.
  private var blindZone: HTML {
    guard let lod95 = result.lod95 else { return "" }
    let end = Self.x(lod95)
    return """
      <rect class="blind" x="\(Self.text(Self.left))" y="34" \
      width="\(Self.text(end - Self.left))" height="56"/>

      """
  }

  private var axis: HTML {
    let ticks = (Self.lowestDecade...0).map { decade -> HTML in
      let value = pow(10, Double(decade))
      let x = Self.text(Self.x(value))
      return """
        <line class="axis" x1="\(x)" y1="90" x2="\(x)" y2="96"/>
        <text x="\(x)" y="110">\(decade == 0 ? "1" : ReportNumber.scientific(value))</text>

        """
    }
    return """
      <line class="axis" x1="\(Self.text(Self.left))" y1="90" x2="\(Self.text(Self.right))" y2="90"/>
      \(ticks)<text x="360" y="128">clonal cells per nucleated cell</text>

      """
  }

  private func cutoffLine(_ key: String) -> HTML? {
    guard let value = Double(key), value > 0 else { return nil }
    let x = Self.text(Self.x(value))
    return "<line class=\"cutoff\" x1=\"\(x)\" y1=\"34\" x2=\"\(x)\" y2=\"90\"/>\n"
  }

  private var limits: HTML {
    let marks = [("LOD95", result.lod95, "14"), ("LOQ", result.loq, "28")]
    let lines = marks.compactMap { name, value, y -> HTML? in
      guard let value, value > 0 else { return nil }
      let x = Self.text(Self.x(value))
      return """
        <line class="limit" x1="\(x)" y1="\(y)" x2="\(x)" y2="90"/>
        <text class="mark" x="\(Self.text(Self.x(value) + 4))" y="\(y)">\(name)</text>

        """
    }
    return "\(lines)"
  }

  private var interval: HTML {
    guard let upper = result.mrdCI.upper else { return "" }
    let lower = result.mrdCI.lower ?? 0
    let start = Self.text(Self.x(lower))
    let end = Self.text(Self.x(upper))
    // An interval that starts at zero has no end on a logarithmic axis.
    let lowerEnd: HTML =
      lower > 0
      ? "<line class=\"interval\" x1=\"\(start)\" y1=\"54\" x2=\"\(start)\" y2=\"70\"/>\n" : ""
    return """
      <line class="interval" x1="\(start)" y1="62" x2="\(end)" y2="62"/>
      <line class="interval" x1="\(end)" y1="54" x2="\(end)" y2="70"/>
      \(lowerEnd)
      """
  }

  private var point: HTML {
    guard let mrd = result.mrd, mrd > 0 else { return "" }
    return "<circle class=\"level\" cx=\"\(Self.text(Self.x(mrd)))\" cy=\"62\" r=\"6\"/>\n"
  }

  /// The place of a level on the axis.
  private static func x(_ level: Double) -> Double {
    let decades = Double(-lowestDecade)
    let place = level > 0 ? (log10(level) + decades) / decades : 0
    return left + min(max(place, 0), 1) * (right - left)
  }

  /// A coordinate with one decimal.
  private static func text(_ coordinate: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(coordinate, decimals: 1)
    return String(decoding: bytes, as: UTF8.self)
  }
}
