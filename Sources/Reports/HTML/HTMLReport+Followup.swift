import Clonotyping
import Quantification
import Rearrangements

extension HTMLReport {
  /// The report of one follow-up sample.
  package static func render(_ record: FollowupRecord) -> String {
    let answer = FollowupAnswer(record: record)
    let visit: HTML = record.visit.map { "Visit \($0) · " } ?? ""
    let lead: HTML = """
      <p>Subject \(record.subject) · Sample \(record.sample) · \(visit)\
      Baseline \(record.baseline.sample)</p>

      """
    let body: HTML = """
      \(headline(record, answer))\(findings(record.findings))\(tracked(record.clonotypes))\
      \(drift(record))\(replicates(record))\(controls(record.controls))\
      \(funnel(record.counts))\(followupMethods)\
      \(provenance(
        program: record.programVersion,
        schema: record.schema,
        germline: record.germline,
        profile: record.profile,
        assay: record.assay,
        baseline: record.baseline
      ))
      """
    return page(title: "Residual disease: \(record.sample)", lead: lead, body: body).markup
  }

  private static func headline(_ record: FollowupRecord, _ answer: FollowupAnswer) -> HTML {
    let result = record.result
    let statuses = answer.cutoffs.map { cutoff -> HTML in
      """
      <li class="\(answer.status(at: cutoff).rawValue)">At \(ReportNumber.cutoff(cutoff))\
      <b>\(answer.word(at: cutoff))</b>\(answer.reason(at: cutoff))</li>

      """
    }
    let exploratory: HTML =
      answer.isExploratory ? "<p><b>Exploratory:</b> the specimen is not bone marrow.</p>\n" : ""
    var facts: [(name: String, value: HTML)] = [
      ("Level", "\(ReportNumber.level(result.mrd))"),
      ("95 % confidence interval", "\(ReportNumber.interval(result.mrdCI))"),
      (
        "Nucleated cells analysed",
        "\(ReportNumber.significant(result.cellEquivalents)), \(answer.cellSource)"
      ),
      ("LOD95 (detected with 95 % probability)", "\(ReportNumber.level(result.lod95))"),
      ("LOQ (lowest level quantified)", "\(ReportNumber.level(result.loq))"),
      ("Clonal templates", "\(ReportNumber.significant(result.templates))"),
      ("Reads per template", "\(ReportNumber.significant(result.readsPerTemplate))"),
    ]
    if let family = result.familyMRD {
      facts.append(("With evolved members of the clone", "\(ReportNumber.level(family))"))
    }
    return """
      <section class="answer \(result.call.rawValue)">
      <h2>\(answer.title)</h2>
      <p>\(answer.sentence)</p>
      \(exploratory)</section>
      <ul class="statuses">
      \(statuses)</ul>
      \(plot(result, answer.cutoffs))\
      \(HTML.facts(facts))
      """
  }

  /// The drawing with its legend; nothing if there is nothing to draw.
  private static func plot(_ result: FollowupRecord.Result, _ cutoffs: [String]) -> HTML {
    guard result.mrd != nil || result.mrdCI.upper != nil || result.lod95 != nil else { return "" }
    return """
      \(LevelPlot(result: result, cutoffs: cutoffs).svg)\
      <p class="quiet">Dot and bar: level and 95 % interval. Grey: below LOD95, where a clone may go \
      unseen. Dashed: cutoffs.</p>

      """
  }

  private static func tracked(_ clonotypes: [FollowupRecord.TrackedClonotype]) -> HTML {
    let rows = clonotypes.map { clonotype -> [HTML] in
      let genes = [clonotype.vCall, clonotype.jCall].compactMap(\.self).joined(separator: " · ")
      let detected =
        switch clonotype.detected {
        case true: "yes"
        case false: "no"
        case nil: ReportNumber.unknown
        }
      let needed = clonotype.kMin.map(ReportNumber.count) ?? ReportNumber.unknown
      return [
        """
        <b>\(clonotype.cloneID)</b><br>\(clonotype.rearrangementType.rawValue), \
        \(clonotype.role.rawValue)<br>\(genes)<br>\
        <span class="bases">\(clonotype.junction ?? "no junction")</span>
        """,
        "\(clonotype.duplicateCount)", "\(needed)", "\(detected)",
        "\(ReportNumber.significant(clonotype.templates))",
        """
        \(ReportNumber.perMillion(clonotype.mrd))<br>\
        (95 % CI \(ReportNumber.interval(clonotype.mrdCI)))
        """,
        "\(perReplicate(clonotype.perReplicate))",
      ]
    }
    return .section(
      "Tracked clonotypes",
      .table(
        [
          "Clonotype", "Reads", "Reads needed", "Detected", "Templates", "Level per 10⁶ cells",
          "By replicate: reads, level per 10⁶",
        ],
        numeric: [1, 2, 4, 5],
        rows: rows
      )
    )
  }

  private static func perReplicate(_ counts: [FollowupRecord.ReplicateCount]) -> [HTML] {
    counts.map { count in
      """
      <div>\(count.replicate): \(count.duplicateCount), \
      \(ReportNumber.perMillion(count.mrd))</div>
      """
    }
  }

  private static func replicates(_ record: FollowupRecord) -> HTML {
    let rows = record.replicates.map { replicate -> [HTML] in
      [
        "\(replicate.replicate)", "\(ReportNumber.significant(replicate.dnaNg))",
        "\(ReportNumber.significant(replicate.cells))", "\(replicate.controlReads)",
        replicate.used ? "yes" : "no: \(replicate.reason ?? ReportNumber.unknown)",
      ]
    }
    return .section(
      "Replicates",
      .table(
        ["Replicate", "DNA, ng", "Nucleated cells", "Control reads", "Counts for the result"],
        numeric: [1, 2, 3],
        rows: rows
      )
    )
  }

  private static let followupMethods: HTML = .section(
    "Methods",
    """
    <p>Reads are compared with the signatures of the baseline's index clonotypes and of the internal \
    controls under the same tolerance; a read that fits more than one of them counts for none. Reads \
    become templates by the controls' reads per copy, and the level is clonal templates over \
    nucleated cells of the replicates used. LOD95 is the level that this sample would have shown \
    with 95 % probability. A sample is negative at a cutoff only if its LOD95 reaches the cutoff. \
    "Not known" is never zero.</p>

    """
  )
}
