import Quantification
import Records

/// A drawing of the level of the sample and of each tracked clonotype with its interval, of LOD95, LOQ
/// and the cutoffs, on one logarithmic axis.
struct LevelPlot {
  /// The record that is drawn.
  let record: FollowupRecord
  /// The cutoffs, as keys of the status object.
  let cutoffs: [String]

  private static let left = 168.0
  private static let right = 696.0
  private static let top = 40.0
  private static let rowHeight = 26.0
  /// The axis runs from 10⁻⁷ to 1; what lies below is drawn at its left end.
  private static let axis = LogAxis(decades: -7...0, from: left, to: right)

  /// One line of the drawing.
  private struct Row {
    var name: String
    var level: Double?
    var interval: Interval
    var isDetected: Bool
    var isSample: Bool
  }

  private var result: FollowupRecord.Result { record.result }

  private var rows: [Row] {
    let isFound = result.call == .detected || result.call == .detectedBelowLOQ
    let sample = Row(
      name: "Sample",
      level: result.mrd,
      interval: result.mrdCI,
      isDetected: isFound,
      isSample: true
    )
    return [sample]
      + record.clonotypes.map { clonotype in
        Row(
          name: clonotype.cloneID,
          level: clonotype.mrd,
          interval: clonotype.mrdCI,
          isDetected: clonotype.detected == true,
          isSample: false
        )
      }
  }

  /// The drawing as SVG.
  var svg: HTML {
    let rows = rows
    let bottom = Self.top + Double(rows.count) * Self.rowHeight + 8
    return .drawing(
      "level-plot",
      size: (720, Int(bottom) + 42),
      title: "Level of the sample and of each clonotype",
      description: rows.map(words).joined(separator: " ") + " " + limits,
      """
      \(blindZone(to: bottom))\(scale(at: bottom))\(lines(to: bottom))\
      \(rows.enumerated().map { draw($1, at: Self.top + (Double($0) + 0.5) * Self.rowHeight) })
      """
    )
  }

  private func words(_ row: Row) -> String {
    let detected = row.isDetected ? "detected" : "not detected"
    return "\(row.name): \(detected), \(ReportNumber.rate(row.level)), "
      + "95 % interval \(ReportNumber.interval(row.interval))."
  }

  private var limits: String {
    "LOD95 \(ReportNumber.rate(result.lod95)), LOQ \(ReportNumber.rate(result.loq))."
  }

  /// The part of the axis where the assay would not reliably have seen the clone.
  private func blindZone(to bottom: Double) -> HTML {
    guard let lod95 = result.lod95 else { return "" }
    let width = Self.axis.place(lod95) - Self.left
    return """
      <rect class="blind" x="\(PlotFrame.text(Self.left))" y="\(PlotFrame.text(Self.top))" \
      width="\(PlotFrame.text(width))" height="\(PlotFrame.text(bottom - Self.top))"/>

      """
  }

  private func scale(at bottom: Double) -> HTML {
    let ticks = Self.axis.ticks.map { tick -> HTML in
      let x = Self.axis.place(tick.value)
      return """
        \(PlotFrame.line("axis", x, bottom, x, bottom + 6))\
        \(PlotFrame.label(tick.label, "", x, bottom + 20))
        """
    }
    return """
      \(PlotFrame.line("axis", Self.left, bottom, Self.right, bottom))\(ticks)\
      \(PlotFrame.label("clonal cells per nucleated cell", "", 432, bottom + 38))
      """
  }

  private func lines(to bottom: Double) -> HTML {
    let dashed = cutoffs.compactMap { key -> HTML? in
      guard let value = Double(key), value > 0 else { return nil }
      let x = Self.axis.place(value)
      return PlotFrame.line("cutoff", x, Self.top, x, bottom)
    }
    // LOQ lies above LOD95: names to the two sides never meet.
    let limits = [("LOD95", result.lod95, -4.0, "end" as HTML), ("LOQ", result.loq, 4.0, "mark")]
    let solid = limits.compactMap { name, value, shift, anchor -> HTML? in
      guard let value, value > 0 else { return nil }
      let x = Self.axis.place(value)
      return """
        \(PlotFrame.line("limit", x, 20, x, bottom))\
        \(PlotFrame.label(name, anchor, x + shift, 30))
        """
    }
    return "\(dashed)\(solid)"
  }

  private func draw(_ row: Row, at y: Double) -> HTML {
    let weight: HTML = row.isSample ? "end name" : "end"
    let name = PlotFrame.label(row.name, weight, Self.left - 10, y + 4)
    guard result.call != .failed else {
      return "\(name)\(PlotFrame.label("not evaluable", "mark", Self.left + 8, y + 4))"
    }
    return "\(name)\(bar(row, y))\(marker(row, y))"
  }

  private func bar(_ row: Row, _ y: Double) -> HTML {
    guard let upper = row.interval.upper else { return "" }
    let lower = row.interval.lower ?? 0
    let (start, end) = (Self.axis.place(lower), Self.axis.place(upper))
    let kind: HTML = row.isSample ? "interval" : "interval thin"
    // An interval that starts at zero has no end on a logarithmic axis.
    let cap = lower > 0 ? PlotFrame.line(kind, start, y - 6, start, y + 6) : ""
    return """
      \(PlotFrame.line(kind, start, y, end, y))\(PlotFrame.line(kind, end, y - 6, end, y + 6))\(cap)
      """
  }

  private func marker(_ row: Row, _ y: Double) -> HTML {
    let radius = row.isSample ? 6.0 : 4.5
    if let level = row.level, level > 0 {
      let kind: HTML = row.isDetected ? "level" : "level open"
      return PlotFrame.circle(kind, Self.axis.place(level), y, radius)
    }
    guard row.isSample, let lod95 = result.lod95 else { return "" }
    return PlotFrame.triangle("level open", Self.axis.place(lod95), y, radius)
  }
}
