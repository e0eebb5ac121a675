import Quantification
import Records

extension HTMLReport {
  /// The levels of some visits over time as a drawing with its key.
  ///
  /// - Parameters:
  ///   - visits: In order of time.
  ///   - cutoffs: As records name them.
  /// - Returns: The figure.
  static func timeline(_ visits: [VisitLevel], cutoffs: [String]) -> HTML {
    """
    <figure>
    \(LevelTimeline(visits: visits, cutoffs: cutoffs).svg)\
    <figcaption>Circle with bar: level and 95 % confidence interval; open circle: below LOQ. Triangle: \
    not detected, at LOD95, with the interval. Square: the clone's share of cells at baseline. \
    Cross: no level is stated. Dashed: cutoffs. Visits stand in order of time, evenly \
    spaced.</figcaption>
    </figure>

    """
  }

  /// The sample among the subject's earlier visits; nothing where none is known.
  static func history(_ record: FollowupRecord, _ cutoffs: [String]) -> HTML {
    guard !record.earlier.isEmpty else { return "" }
    let visits = record.earlier + [VisitLevel(record)]
    let rows = visits.map { visit -> [HTML] in
      [
        "\(visit.title)", "<span class=\"lines\">\(visit.collectionDate ?? "not known")</span>",
        visit.sample == record.sample ? "<b>this sample</b>" : "\(visit.sample)",
        "\(visit.call?.rawValue ?? "baseline")",
      ] + numbers(of: visit)
    }
    return .section(
      "timeline",
      "Levels over time",
      """
      \(timeline(visits, cutoffs: cutoffs))\
      \(HTML.table(
        ["Visit", "Date", "Sample", "Result", "Level per 10⁶", "95 % interval", "LOD95 per 10⁶"],
        caption: """
          What was known of earlier visits, in clonal cells per 10⁶ nucleated cells; of a baseline \
          the clone's share of cells
          """,
        numeric: [4, 6],
        rows: rows
      ))
      """
    )
  }

  /// Level, interval and LOD95 of a visit, as far as it has them.
  static func numbers(of visit: VisitLevel) -> [HTML] {
    switch visit.call {
    case nil:
      let share = visit.cellFraction.map { "\(ReportNumber.percent($0)) of cells" }
      return ["\(share ?? ReportNumber.unknown)", "", ""]
    case .failed: return ["not evaluable", "", ""]
    case .detected, .detectedBelowLOQ, .notDetected, .indeterminate:
      return [
        "\(ReportNumber.perMillion(visit.mrd))", "\(ReportNumber.interval(visit.mrdCI))",
        "\(ReportNumber.perMillion(visit.lod95))",
      ]
    }
  }
}
