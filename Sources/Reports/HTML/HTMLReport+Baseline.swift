import Clonotyping
import Rearrangements

extension HTMLReport {
  /// The report of one diagnostic sample.
  package static func render(_ record: BaselineRecord) -> String {
    let replaced: HTML =
      record.approval.map { approval in
        """
        <p>Replaces baseline \(approval.replaces.sample), approved by \(approval.approvedBy): \
        \(approval.reason)</p>

        """
      } ?? ""
    let lead: HTML = "<p>Subject \(record.subject) · Sample \(record.sample)</p>\n\(replaced)"
    let body: HTML = """
      <section class="answer \(record.verdict.rawValue)">
      <h2>\(title(record.verdict))</h2>
      <p>\(sentence(record))</p>
      </section>
      \(findings(record.findings))\(clonotypes("Index clonotypes", record.clonotypes))\
      \(clonotypes("Rejected candidates", record.candidates))\(repertoire(record.repertoire))\
      \(controls(record.controls))\(funnel(record.counts))\(baselineMethods)\
      \(provenance(
        program: record.programVersion,
        schema: record.schema,
        germline: record.germline,
        profile: record.profile,
        assay: record.assay
      ))
      """
    return page(title: "Index clonotypes: \(record.sample)", lead: lead, body: body).markup
  }

  private static func title(_ verdict: BaselineRecord.Verdict) -> String {
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

  private static func clonotypes(_ title: String, _ all: [BaselineRecord.Clonotype]) -> HTML {
    guard !all.isEmpty else { return .section(title, "<p>None.</p>\n") }
    return .section(title, "\(all.map(clonotype))")
  }

  private static func clonotype(_ clonotype: BaselineRecord.Clonotype) -> HTML {
    let calls = [clonotype.vCall, clonotype.dCall, clonotype.jCall]
    let genes = calls.compactMap(\.self).joined(separator: " · ")
    let productive =
      switch clonotype.productive {
      case true: "yes"
      case false: "no"
      case nil: ReportNumber.unknown
      }
    let uses = [clonotype.role?.rawValue, clonotype.tier.map { "tier \($0.rawValue)" }]
    let facts: [(name: String, value: HTML)] = [
      ("Kind and use", "\(kindAndUse(clonotype, uses.compactMap(\.self)))"),
      ("Genes", "\(genes.isEmpty ? "none" : genes)"),
      ("Junction", "<span class=\"bases\">\(clonotype.junction ?? "none")</span>"),
      ("Junction, amino acids", "<span class=\"bases\">\(clonotype.junctionAA ?? "none")</span>"),
      ("Productive", "\(productive)"),
      ("V identity outside primers", "\(ReportNumber.percent(clonotype.vIdentity))"),
      ("Reads", "\(clonotype.duplicateCount)"),
      ("Templates", "\(ReportNumber.significant(clonotype.templates))"),
      ("Share of usable reads of its class", "\(ReportNumber.percent(clonotype.likeFraction))"),
      ("Share of nucleated cells", "\(ReportNumber.percent(clonotype.cellFraction))"),
      ("Background templates expected at follow-up", "\(background(clonotype))"),
      ("Signature, recombined bases marked", signature(clonotype)),
    ]
    let gates = clonotype.gates.sorted { $0.key < $1.key }.map { name, gate -> [HTML] in
      let passed: HTML =
        switch gate.passed {
        case true: "yes"
        case false: gate.required ? "<b>no</b>" : "no, not required"
        case nil: "not known"
        }
      return [
        "\(name)", "\(ReportNumber.significant(gate.value))",
        "\(gate.limit.map { ReportNumber.significant($0) } ?? "none")", passed,
      ]
    }
    return """
      <h3>\(clonotype.cloneID)</h3>
      \(HTML.facts(facts))\
      \(HTML.table(["Gate", "Value", "Limit", "Passed"], numeric: [1, 2], rows: gates))
      """
  }

  private static func background(_ clonotype: BaselineRecord.Clonotype) -> String {
    let number = ReportNumber.significant(clonotype.expectedBackground)
    return switch clonotype.expectedBackgroundSource {
    case .generationModel: "\(number), by the generation model"
    case .backgroundFile: "\(number), by other subjects' clonotypes"
    case nil: number
    }
  }

  private static func kindAndUse(_ clonotype: BaselineRecord.Clonotype, _ uses: [String]) -> String
  {
    let use = uses.isEmpty ? "rejected" : uses.joined(separator: ", ")
    return "\(clonotype.rearrangementType.rawValue), \(use)"
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

  private static func repertoire(_ repertoire: [RepertoireRecord]) -> HTML {
    let rows = repertoire.map { part -> [HTML] in
      ["\(part.locusClass.rawValue)", "\(part.usableReads)", "\(part.clonotypes)"]
    }
    return .section(
      "Repertoire",
      .table(["Locus class", "Usable reads", "Clonotypes"], numeric: [1, 2], rows: rows)
    )
  }

  private static let baselineMethods: HTML = .section(
    "Methods",
    """
    <p>Reads are annotated against the germline set, collapsed into clonotypes by junction, V and J \
    gene, and freed of PCR and sequencing errors. Candidates are judged within their locus class by \
    every gate of the threshold profile; accepted ones are ordered by how well they can be tracked. \
    Shares of reads refer to the usable reads of the same class, shares of cells to all nucleated \
    cells of the sample. "Not known" is never zero.</p>

    """
  )
}
