import Clonotyping
import Monitoring
import Quantification
import Rearrangements
package import Records

extension HTMLReport {
  /// The report of one follow-up sample.
  ///
  /// - Parameters:
  ///   - record: The sample's record.
  ///   - parameters: Every value of the threshold profile by name, as the run record has them.
  /// - Returns: The whole page.
  package static func render(_ record: FollowupRecord, parameters: [String: String]) -> String {
    let answer = FollowupAnswer(record: record)
    let visit: HTML = record.visit.map { "Visit \($0) · " } ?? ""
    let lead: HTML = """
      <p>Subject \(record.subject) · Sample \(record.sample) · \(visit)\
      \(collected(record.metadata))Baseline \(record.baseline.sample)</p>

      """
    let body: HTML = """
      \(headline(record, answer))\(findings(record.findings))\(level(record, answer))\
      \(history(record, answer.cutoffs))\(tracked(record))\(controls(of: record))\(funnel(record.counts))\
      \(repertoire(record.repertoire, marked: Set(record.clonotypes.map(\.cloneID))))\
      \(drift(record))\(methods(followupMethods, parameters))\
      \(provenance(of: record, baseline: record.baseline))
      """
    return page(
      title: "Residual disease: \(record.sample)",
      lead: lead,
      contents: [
        ("findings", "Findings"), ("level", "Level"),
      ] + (record.earlier.isEmpty ? [] : [("timeline", "Levels over time")]) + [
        ("clonotypes", "Clonotypes"), ("controls", "Controls"), ("reads", "Reads"),
        ("repertoire", "Repertoire"), ("drift", "Drift"), ("methods", "Methods"),
        ("provenance", "Provenance"),
      ],
      body: body,
      sheet: .report
    ).markup
  }

  /// The collection date where the sample sheet says it.
  static func collected(_ metadata: [String: String]) -> HTML {
    guard let date = metadata["collection_date"], !date.isEmpty else { return "" }
    return "Collected \(date) · "
  }

  private static func headline(_ record: FollowupRecord, _ answer: FollowupAnswer) -> HTML {
    let statuses = answer.cutoffs.map { cutoff -> HTML in
      let status = answer.status(at: cutoff)
      return """
        <li class="\(status.rawValue)">At \(ReportNumber.cutoff(cutoff)) \
        (\(ReportNumber.rate(Double(cutoff))))\
        <b><span aria-hidden="true">\(symbol(status))</span> \(answer.word(at: cutoff))</b>\
        \(answer.reason(at: cutoff))</li>

        """
    }
    let exploratory: HTML =
      answer.isExploratory ? "<p><b>Exploratory:</b> the specimen is not bone marrow.</p>\n" : ""
    return """
      <section class="answer \(record.result.call.rawValue)" aria-labelledby="answer-title">
      <h2 id="answer-title">\(answer.title)</h2>
      <p>\(answer.sentence)</p>
      \(identity(record))\(exploratory)</section>
      <div role="group" aria-label="Status at each cutoff">
      <ul class="statuses">
      \(statuses)</ul>
      </div>

      """
  }

  /// Whose sample it is, where the clone does not show it.
  private static func identity(_ record: FollowupRecord) -> HTML {
    guard let identity = record.identity, record.result.call != .failed else { return "" }
    let (all, shared) = (identity.comparedClonotypes, identity.sharedClonotypes)
    switch identity.verdict {
    case .cloneDetected: return ""
    case .agrees, .differs:
      return """
        <p><b>Identity:</b> \(shared) of \(all) polyclonal clonotypes compared have a V allele of \
        the baseline.</p>

        """
    case .tooFew:
      return """
        <p><b>Identity not shown:</b> \(all) polyclonal clonotypes could be compared with the \
        baseline by V allele, \(identity.neededClonotypes) are needed; another person's sample would \
        look the same.</p>

        """
    }
  }

  /// A sign that tells statuses apart where colours do not.
  private static func symbol(_ status: CutoffStatus) -> String {
    switch status {
    case .positive: "●"
    case .negativeDetected: "◐"
    case .negative: "○"
    case .indeterminate: "?"
    case .notEvaluable: "✕"
    }
  }

  private static let followupMethods: HTML = """
    <p>Reads are compared with the signatures of the baseline's index clonotypes and of the internal \
    controls under the same tolerance; a read that fits more than one of them counts for none. Reads \
    become templates by the controls' reads per copy, and the level is clonal templates over \
    nucleated cells of the replicates used. The level of the sample is the highest of the primary \
    clonotypes. The interval is that of a ratio of two counts with overdispersion, widened by the \
    uncertainty of the number of cells. LOD95 is the level that this sample would have shown with \
    95 % probability. A sample is negative at a cutoff only if its LOD95 reaches the cutoff. \
    "Not known" is never zero.</p>

    """
}
