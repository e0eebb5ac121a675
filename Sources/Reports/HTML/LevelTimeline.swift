import Clonotyping
import Quantification
import Records

/// A drawing of a subject's levels visit by visit on a logarithmic axis: intervals, and triangles at
/// LOD95 where the clone was not detected.
struct LevelTimeline {
  /// The visits in order of time.
  let visits: [VisitLevel]
  /// The cutoffs to draw, as records name them.
  let cutoffs: [String]

  private static let (left, right, top, bottom) = (76.0, 700.0, 14.0, 280.0)

  /// The drawing as SVG.
  var svg: HTML {
    let places = PlotFrame.places(visits.count, from: Self.left, to: Self.right)
    let (titles, dates) = (visits.map(\.title), visits.map { $0.collectionDate ?? "" })
    let axis = LogAxis(decades: -7...0, from: Self.bottom, to: Self.top)
    return .drawing(
      "timeline-plot",
      size: (720, 334),
      title: "Level at each visit",
      description: visits.map(words).joined(separator: " "),
      """
      \(frame(axis))\(PlotFrame.names(titles, with: dates, at: places, y: 300))\
      \(PlotFrame.names(dates, with: titles, at: places, y: 316))\
      \(zip(visits, places).map { draw($0, $1, axis) })
      """
    )
  }

  private func words(_ visit: VisitLevel) -> String {
    let when = visit.collectionDate.map { "\(visit.title) (\($0))" } ?? visit.title
    switch visit.call {
    case nil:
      return "\(when): baseline, share of cells \(ReportNumber.percent(visit.cellFraction))."
    case .failed: return "\(when): assay failed."
    case .indeterminate: return "\(when): no call possible."
    case .notDetected:
      return "\(when): not detected, LOD95 \(ReportNumber.rate(visit.lod95))."
    case .detected, .detectedBelowLOQ:
      return "\(when): \(ReportNumber.rate(visit.mrd)), "
        + "95 % interval \(ReportNumber.interval(visit.mrdCI))."
    }
  }

  private func frame(_ axis: LogAxis) -> HTML {
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

  private func draw(_ visit: VisitLevel, _ x: Double, _ axis: LogAxis) -> HTML {
    switch visit.call {
    case nil:
      guard let level = visit.cellFraction else { return "" }
      return PlotFrame.square("tracked", x, axis.place(level), 5)
    case .failed: return cross(x, "failed")
    case .indeterminate: return cross(x, "no call")
    case .notDetected:
      let mark =
        visit.lod95.map { PlotFrame.triangle("level open", x, axis.place($0), 6.5) } ?? ""
      return "\(bar(visit, x, axis))\(mark)"
    case .detected, .detectedBelowLOQ:
      guard let level = visit.mrd else { return "" }
      let kind: HTML = visit.call == .detected ? "level" : "level open"
      return "\(bar(visit, x, axis))\(PlotFrame.circle(kind, x, axis.place(level), 5.5))"
    }
  }

  private func cross(_ x: Double, _ name: String) -> HTML {
    let y = Self.bottom - 14
    // Names of neighbours must not touch; the table below the drawing has them all.
    let fits = (Self.right - Self.left) / Double(visits.count) > 46
    let label = fits ? PlotFrame.label(name, "", x, y - 12) : ""
    return """
      \(PlotFrame.line("axis", x - 6, y - 6, x + 6, y + 6))\
      \(PlotFrame.line("axis", x - 6, y + 6, x + 6, y - 6))\(label)
      """
  }

  private func bar(_ visit: VisitLevel, _ x: Double, _ axis: LogAxis) -> HTML {
    guard let upper = visit.mrdCI.upper else { return "" }
    let lower = visit.mrdCI.lower ?? 0
    let (low, high) = (axis.place(lower), axis.place(upper))
    let foot = lower > 0 ? PlotFrame.line("interval", x - 5, low, x + 5, low) : ""
    return """
      \(PlotFrame.line("interval", x, low, x, high))\
      \(PlotFrame.line("interval", x - 5, high, x + 5, high))\(foot)
      """
  }
}
