import Quantification
import Records

/// A drawing of counts over copies of the internal controls with the line that scales clones.
struct CalibrationPlot {
  /// The controls; spikes of known copies are drawn.
  let controls: [ControlRecord]
  /// The line through all of them; `nil` draws none.
  let line: FollowupRecord.CalibrationRecord?
  /// What is counted, reads or molecules.
  let unit: String

  private static let (left, right, top, bottom) = (64.0, 460.0, 12.0, 206.0)

  /// The drawing as SVG; nothing without a spike of known copies.
  var svg: HTML {
    let points = controls.compactMap { control -> (name: String, copies: Double, count: Int)? in
      guard control.kind == .spike, let copies = control.copies, copies > 0 else { return nil }
      return (control.name, copies, control.molecules ?? control.duplicateCount)
    }
    guard !points.isEmpty else { return "" }
    let x = LogAxis(holding: points.map(\.copies), from: Self.left, to: Self.right)
    let counts = points.map { Double(max($0.count, 1)) }
    let y = LogAxis(holding: counts, from: Self.bottom, to: Self.top)
    let words = points.map { point in
      "\(point.name): \(ReportNumber.significant(point.copies)) copies, "
        + "\(ReportNumber.count(point.count)) \(unit)."
    }
    let slope = line.map { " Line: \(ReportNumber.significant($0.countsPerCopy)) \(unit) a copy." }
    return .drawing(
      "calibration-plot",
      "small",
      size: (480, 250),
      title: "Counts over copies of the internal controls",
      description: words.joined(separator: " ") + (slope ?? ""),
      "\(frame(x, y))\(drawLine(x, y))\(points.map { draw($0, x, y) })"
    )
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
      \(PlotFrame.label("copies put in, all replicates used", "", 262, Self.bottom + 38))\
      <text class="turned" transform="rotate(-90)" x="-109" y="14">\(unit)</text>

      """
  }

  /// The part of the line through the origin that lies within the frame.
  private func drawLine(_ x: LogAxis, _ y: LogAxis) -> HTML {
    guard let slope = line?.countsPerCopy, slope > 0, let first = x.ticks.first?.value,
      let last = x.ticks.last?.value, let least = y.ticks.first?.value,
      let most = y.ticks.last?.value
    else { return "" }
    let start = max(first, least / slope)
    let end = min(last, most / slope)
    guard start < end else { return "" }
    return PlotFrame.line(
      "limit",
      x.place(start),
      y.place(slope * start),
      x.place(end),
      y.place(slope * end)
    )
  }

  private func draw(
    _ point: (name: String, copies: Double, count: Int),
    _ x: LogAxis,
    _ y: LogAxis
  ) -> HTML {
    let (across, up) = (x.place(point.copies), y.place(Double(max(point.count, 1))))
    let isLate = across > (Self.left + Self.right) / 2
    return """
      \(PlotFrame.circle("point", across, up, 4.5))\
      \(PlotFrame.label(point.name, isLate ? "end" : "mark", across + (isLate ? -9 : 9), up - 6))
      """
  }
}
