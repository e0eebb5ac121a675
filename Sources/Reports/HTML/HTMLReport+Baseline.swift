import Clonotyping
import Monitoring
import Rearrangements
package import Records
import Tracking

extension HTMLReport {
  /// The report of one diagnostic sample.
  ///
  /// - Parameters:
  ///   - record: The sample's record.
  ///   - parameters: Every value of the threshold profile by name, as the run record has them.
  /// - Returns: The whole page.
  package static func render(_ record: BaselineRecord, parameters: [String: String]) -> String {
    let replaced: HTML =
      record.approval.map { approval in
        """
        <p>Replaces baseline \(approval.replaces.sample), approved by \(approval.approvedBy): \
        \(approval.reason)</p>

        """
      } ?? ""
    let lead: HTML = """
      <p>Subject \(record.subject) · \(collected(record.metadata))Sample \(record.sample)</p>
      \(replaced)
      """
    let body: HTML = """
      <section class="answer \(record.verdict.rawValue)" aria-labelledby="answer-title">
      <h2 id="answer-title">\(title(record.verdict))</h2>
      <p>\(sentence(record))</p>
      </section>
      \(overview(record))\(findings(record.findings))\(index(record.clonotypes))\
      \(candidates(record.candidates))\
      \(repertoire(record.repertoire, marked: Set(record.clonotypes.map(\.cloneID))))\
      \(HTML.section("controls", "Internal controls", controlTable(record.controls)))\
      \(funnel(record.counts))\(methods(baselineMethods, parameters))\
      \(provenance(of: record))
      """
    return page(
      title: "Index clonotypes: \(record.sample)",
      lead: lead,
      contents: [
        ("findings", "Findings"), ("clonotypes", "Index clonotypes"),
        ("candidates", "Rejected candidates"), ("repertoire", "Repertoire"),
        ("controls", "Controls"), ("reads", "Reads"), ("methods", "Methods"),
        ("provenance", "Provenance"),
      ],
      body: body,
      sheet: .report
    ).markup
  }

  private static func title(_ verdict: BaselineVerdict) -> String {
    switch verdict {
    case .indexFound: "Index clonotypes found"
    case .indexFoundSupportingOnly: "Supporting index clonotypes only"
    case .noIndex: "No index clonotype"
    case .failed: "Assay failed"
    }
  }

  private static func sentence(_ record: BaselineRecord) -> String {
    let primary = record.clonotypes.count { $0.role == .primary }
    let supporting = record.clonotypes.count - primary
    return switch record.verdict {
    case .indexFound:
      "Follow-up samples can be compared with \(primary) primary and \(supporting) supporting "
        + "index clonotypes."
    case .indexFoundSupportingOnly:
      "No detection can rest on these \(supporting) clonotypes alone; they are too likely to occur "
        + "in unrelated cells."
    case .noIndex:
      "No rearrangement passed every gate; the rejected candidates below show which gate each "
        + "missed."
    case .failed: "Nothing can be said about the clone; the findings below say why and what to do."
    }
  }

  /// The index clonotypes in one table, for the first screen.
  private static func overview(_ record: BaselineRecord) -> HTML {
    guard !record.clonotypes.isEmpty else { return "" }
    let rows = record.clonotypes.map { clonotype -> [HTML] in
      [
        "<b>\(clonotype.cloneID)</b>",
        """
        <span class="lines">\(clonotype.role?.rawValue ?? "rejected")\
        \(clonotype.tier.map { ", tier \($0.rawValue)" } ?? "")</span>
        """,
        "\(genes([clonotype.vCall, clonotype.dCall, clonotype.jCall]))",
        "\(ReportNumber.percent(clonotype.likeFraction))",
        "\(ReportNumber.percent(clonotype.cellFraction))",
        "\(ReportNumber.significant(clonotype.templates))",
      ]
    }
    return .table(
      ["Clonotype", "Use", "Genes", "Share of its class", "Share of cells", "Templates"],
      caption: "Clonotypes that follow-up samples are searched for",
      numeric: [3, 4, 5],
      rows: rows
    )
  }

  private static func index(_ all: [BaselineRecord.Clonotype]) -> HTML {
    guard !all.isEmpty else {
      return .section("clonotypes", "Index clonotypes", "<p>None.</p>\n")
    }
    return .section(
      "clonotypes",
      "Index clonotypes",
      "\(all.enumerated().map { clonotype($1, number: $0 + 1) })\(junctionLegend)"
    )
  }

  private static func clonotype(_ clonotype: BaselineRecord.Clonotype, number: Int) -> HTML {
    let uses = [clonotype.role?.rawValue, clonotype.tier.map { "tier \($0.rawValue)" }]
    let use = uses.compactMap(\.self).joined(separator: ", ")
    let productive =
      switch clonotype.productive {
      case true: "yes"
      case false: "no"
      case nil: ReportNumber.unknown
      }
    let facts: [(name: String, value: HTML)] = [
      ("Junction, amino acids", "<span class=\"bases\">\(clonotype.junctionAA ?? "none")</span>"),
      ("Productive", "\(productive)"),
      ("V identity outside primers", "\(ReportNumber.percent(clonotype.vIdentity))"),
      ("Reads", "\(clonotype.duplicateCount)"),
      ("Templates", "\(ReportNumber.significant(clonotype.templates))"),
      ("Share of usable reads of its class", "\(ReportNumber.percent(clonotype.likeFraction))"),
      ("Share of nucleated cells", "\(ReportNumber.percent(clonotype.cellFraction))"),
      ("Background templates expected at follow-up", "\(background(clonotype))"),
    ]
    return """
      <h3>\(clonotype.cloneID)</h3>
      <p>\(clonotype.rearrangementType.rawValue), \(use.isEmpty ? "rejected" : use); \
      \(genes([clonotype.vCall, clonotype.dCall, clonotype.jCall]))</p>
      \(junction(
        "junction-\(number)",
        clonotype.rearrangementType,
        (clonotype.vCall, clonotype.dCall, clonotype.jCall),
        clonotype.recombination,
        clonotype.junction
      ))\(HTML.facts(facts))\
      <p>Signature, recombined bases marked: \(signature(clonotype))</p>
      \(gateTable(clonotype))
      """
  }

  private static func background(_ clonotype: BaselineRecord.Clonotype) -> String {
    let known = ReportNumber.significant(clonotype.expectedBackground)
    return switch clonotype.expectedBackgroundSource {
    case .generationModel: "\(known), by the generation model"
    case .backgroundFile: "\(known), by other subjects' clonotypes"
    case nil: known
    }
  }

  /// The signature with its recombined bases marked; whole if the offsets do not lie within it.
  private static func signature(_ clonotype: BaselineRecord.Clonotype) -> HTML {
    let letters = Array(clonotype.signature)
    let ndn = clonotype.signatureNDN
    guard 0 <= ndn.start, ndn.start <= ndn.end, ndn.end <= letters.count else {
      return "<span class=\"bases\">\(clonotype.signature)</span>"
    }
    return """
      <span class="bases">\(String(letters[..<ndn.start]))\
      <mark>\(String(letters[ndn.start..<ndn.end]))</mark>\
      \(String(letters[ndn.end...]))</span>
      """
  }

  private static let baselineMethods: HTML = """
    <p>Reads are annotated against the germline set, collapsed into clonotypes by junction, V and J \
    gene, and freed of PCR and sequencing errors. Candidates are judged within their locus class by \
    every gate of the threshold profile; accepted ones are ordered by how well they can be tracked. \
    Shares of reads refer to the usable reads of the same class, shares of cells to all nucleated \
    cells of the sample. "Not known" is never zero.</p>

    """
}
