import Clonotyping
import Quantification
import Rearrangements
import Records
import Tracking

extension HTMLReport {
  /// The tracked clonotypes with their numbers and their junctions over the germline.
  static func tracked(_ record: FollowupRecord) -> HTML {
    guard !record.clonotypes.isEmpty else {
      return .section("clonotypes", "Tracked clonotypes", "<p>None.</p>\n")
    }
    let unit = record.result.quantification.unit.rawValue
    let rows = record.clonotypes.map { clonotype -> [HTML] in
      let detected =
        switch clonotype.detected {
        case _ where record.result.call == .failed: "not evaluable"
        case true: "yes"
        case false: "no"
        case nil: ReportNumber.unknown
        }
      return [
        "<b>\(clonotype.cloneID)</b>", "\(clonotype.role.rawValue)", "\(clonotype.duplicateCount)",
        "\(clonotype.kMin.map(ReportNumber.count) ?? ReportNumber.unknown)",
        "\(ReportNumber.significant(clonotype.background.total))", "\(detected)",
        "\(ReportNumber.significant(clonotype.templates))",
        """
        \(ReportNumber.perMillion(clonotype.mrd))<br>\
        <small class="lines">\(ReportNumber.interval(clonotype.mrdCI))</small>
        """,
        "\(perReplicate(clonotype.perReplicate))",
      ]
    }
    let junctions = record.clonotypes.enumerated().map { number, clonotype -> HTML in
      """
      <h3>\(clonotype.cloneID)</h3>
      <p>\(clonotype.rearrangementType.rawValue), \(clonotype.role.rawValue); \
      \(genes([clonotype.vCall, clonotype.dCall, clonotype.jCall])); seen at \
      \(clonotype.baselineSamples.isEmpty
        ? "baseline" : clonotype.baselineSamples.joined(separator: ", "))</p>
      \(junction(
        "junction-\(number + 1)",
        clonotype.rearrangementType,
        (clonotype.vCall, clonotype.dCall, clonotype.jCall),
        clonotype.recombination,
        clonotype.junction
      ))
      """
    }
    return .section(
      "clonotypes",
      "Tracked clonotypes",
      """
      \(HTML.table(
        [
          "Clonotype", "Use", "Reads", "Needed", "Background, \(unit)", "Detected", "Templates",
          "Level per 10⁶ cells", "By replicate: reads, level per 10⁶",
        ],
        caption: """
          Reads of each clonotype in the replicates used, those needed to call it detected, those \
          expected without the clone, and its level with the 95 % interval
          """,
        numeric: [2, 3, 4, 6, 7],
        rows: rows
      ))\(junctions)\(junctionLegend)
      """
    )
  }

  /// How to read the drawings of junctions.
  static let junctionLegend: HTML = """
    <p class="quiet">Letters: bases of the clone, Cys104 to Trp/Phe118 where there is a junction. \
    Below: the germline, a dot where it has the same base, a dash where none is aligned. Frames: V \
    thin, D round, J or Kde heavy, inserted bases (N) dashed; the name stands above.</p>

    """

  /// A junction over its germline, or its bases alone where the germline is not known.
  static func junction(
    _ id: String,
    _ type: RearrangementType,
    _ genes: (v: String?, d: String?, j: String?),
    _ recombination: RecombinationRecord?,
    _ bases: String?
  ) -> HTML {
    guard let recombination else {
      return "<p class=\"bases\">\(bases ?? "no junction")</p>\n"
    }
    let plot = RecombinationPlot(
      id: id,
      type: type.rawValue,
      genes: type == .ighDJ
        ? (genes.d, nil, genes.j)
        : (genes.v, genes.d, genes.j),
      recombination: recombination
    )
    let svg = plot.svg
    return svg.markup.isEmpty ? "<p class=\"bases\">\(recombination.sequence)</p>\n" : svg
  }

  /// Calls one after the other, without a gap for those that are missing.
  static func genes(_ calls: [String?]) -> String {
    let known = calls.compactMap(\.self)
    return known.isEmpty ? "no gene called" : known.joined(separator: " · ")
  }

  private static func perReplicate(_ counts: [FollowupRecord.ReplicateCount]) -> [HTML] {
    counts.map { count in
      """
      <div class="lines">\(count.replicate): \(count.duplicateCount), \
      \(ReportNumber.perMillion(count.mrd))</div>
      """
    }
  }
}
