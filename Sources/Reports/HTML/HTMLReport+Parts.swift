import Diagnostics
import Records
import Tracking

extension HTMLReport {
  /// The findings with meaning and remedy.
  static func findings(_ findings: [FindingRecord], title: String = "Findings") -> HTML {
    guard !findings.isEmpty else {
      return .section("findings", title, "<p>None about the sample as a whole.</p>\n")
    }
    let items = findings.map { finding -> HTML in
      let meaning: HTML = finding.meaning.map { "<p class=\"quiet\">\($0)</p>\n" } ?? ""
      let remedy: HTML = finding.remedy.map { "<p>What to do: \($0)</p>\n" } ?? ""
      return """
        <li class="\(finding.severity)">
        <p><b>\(finding.severity)</b> \(finding.code): \(finding.message)</p>
        \(meaning)\(remedy)</li>

        """
    }
    return .section("findings", title, "<ul class=\"findings\">\n\(items)</ul>\n")
  }

  /// What became of the reads, stage by stage.
  static func funnel(_ counts: [StageCountRecord]) -> HTML {
    let rows = counts.map { stage -> [HTML] in
      let reasons = stage.rejected.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let lost = reasons.map { reason -> HTML in
        let share = stage.input > 0 ? Double(reason.value) / Double(stage.input) : nil
        return "<div>\(reason.key): \(reason.value) (\(ReportNumber.percent(share)))</div>"
      }
      return [
        "\(stage.stage)", "\(stage.input)", "\(stage.output)", "\(kept(of: stage))",
        lost.isEmpty ? "none" : "\(lost)",
        stage.isBalanced ? "yes" : "<b>no</b>",
      ]
    }
    return .section(
      "reads",
      "What became of the reads",
      .table(
        ["Stage", "In", "Out", "Kept", "Rejected, share of in", "In = out + rejected"],
        caption: "Reads that each stage took in, passed on and rejected, by reason",
        numeric: [1, 2],
        rows: rows
      )
    )
  }

  /// A bar whose filled part is the share of a stage's input that was passed on.
  private static func kept(of stage: StageCountRecord) -> HTML {
    guard stage.input > 0 else { return "" }
    let width = Int((100 * Double(stage.output) / Double(stage.input)).rounded())
    return """
      <span class="bar"><svg viewBox="0 0 100 12" aria-hidden="true">\
      <rect class="rest" width="100" height="12"/>\
      <rect class="kept" width="\(String(width))" height="12"/></svg> \
      \(ReportNumber.percent(Double(stage.output) / Double(stage.input)))</span>
      """
  }

  /// What the result was made with.
  static func provenance(
    of record: some TracedRecord,
    baseline: BaselineIdentity? = nil
  ) -> HTML {
    let (germline, profile, assay) = (record.germline, record.profile, record.assay)
    var facts: [(name: String, value: HTML)] = [
      ("Program", "clonetrack \(record.programVersion)"),
      ("Record", "\(record.schema)"),
      ("Germline set", "\(germline.name), \(germline.version); sha256 \(germline.sha256)"),
      ("Threshold profile", "\(profile.id); sha256 \(profile.sha256)"),
      ("Assay", "\(assay.name); sha256 \(assay.sha256)"),
    ]
    if !profile.changed.isEmpty {
      let changed = profile.changed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      facts.append(("Thresholds that are no defaults", "\(changed.joined(separator: "; "))"))
    }
    if let baseline {
      facts.append(("Baseline record", "\(baseline.sample); sha256 \(baseline.sha256)"))
    }
    facts.append(
      ("Inputs with sha256, command line, times", "run.json beside the record")
    )
    return .section("provenance", "Provenance", .facts(facts))
  }
}
