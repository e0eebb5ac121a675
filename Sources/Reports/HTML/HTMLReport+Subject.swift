import Monitoring
import Quantification
package import Records

extension HTMLReport {
  /// The longitudinal report of one subject.
  ///
  /// - Parameters:
  ///   - visits: The subject's samples in order of time; at least one.
  ///   - programVersion: The version that writes the page.
  /// - Returns: The whole page; it leads to `SAMPLE/report.html` beside it.
  package static func render(_ visits: [FinishedVisit], programVersion: String) -> String {
    let subject = visits.first?.subject ?? ""
    let last = visits.last { $0.followup != nil }
    let baselines = visits.count { $0.baseline != nil }
    let lead: HTML = """
      <p>\(QualityRecord.counted(visits.count - baselines, "follow-up sample", "follow-up samples")), \
      \(QualityRecord.counted(baselines, "baseline", "baselines"))</p>

      """
    let body: HTML = """
      \(latest(visits))\(findings(last?.findings ?? [], title: "Findings of the last visit"))\
      \(HTML.section(
        "timeline",
        "Levels over time",
        timeline(visits.map(\.level), cutoffs: cutoffs(visits))
      ))\(visitTable(visits))\(clonesOverTime(visits))\
      \(driftOverTime(visits))\(subjectMethods)\(origins(visits, programVersion))
      """
    return page(
      title: "Residual disease over time: \(subject)",
      lead: lead,
      contents: [
        ("findings", "Findings"), ("timeline", "Levels over time"), ("visits", "Visits"),
        ("clonotypes", "Clonotypes"),
        ("drift", "Drift"), ("methods", "Methods"), ("provenance", "Provenance"),
      ],
      body: body,
      sheet: .report
    ).markup
  }

  /// The last visit in words.
  private static func latest(_ visits: [FinishedVisit]) -> HTML {
    guard let last = visits.last(where: { $0.followup != nil }), let record = last.followup else {
      return """
        <section class="answer" aria-labelledby="answer-title">
        <h2 id="answer-title">No follow-up sample</h2>
        <p>Only baselines of the subject are known.</p>
        </section>

        """
    }
    let answer = FollowupAnswer(record: record)
    let when: HTML = last.date.map { " (\($0))" } ?? ""
    return """
      <section class="answer \(record.result.call.rawValue)" aria-labelledby="answer-title">
      <h2 id="answer-title">Last visit, \(last.title)\(when): \(answer.title)</h2>
      <p>\(answer.sentence)</p>
      </section>

      """
  }

  /// The cutoffs of some visits, highest first.
  private static func cutoffs(_ visits: [FinishedVisit]) -> [String] {
    Set(visits.compactMap(\.followup).flatMap(\.result.status.keys)).sorted {
      (Double($0) ?? 0, $0) > (Double($1) ?? 0, $1)
    }
  }

  private static func visitTable(_ visits: [FinishedVisit]) -> HTML {
    let cutoffs = cutoffs(visits)
    let rows = visits.map { visit -> [HTML] in
      let result = visit.followup?.result
      let call = result?.call.rawValue ?? visit.baseline?.verdict.rawValue ?? ""
      let statuses = cutoffs.map { cutoff -> HTML in
        "\(result?.status[cutoff]?.rawValue ?? "")"
      }
      var listed: Set<String> = []
      let codes = visit.findings.filter { $0.severity != "note" }.map(\.code)
        .filter { listed.insert($0).inserted }
        .map { code -> HTML in "<span class=\"lines\">\(code)</span> " }
      return [
        "\(visit.title)", "<span class=\"lines\">\(visit.date ?? "")</span>",
        "<a class=\"lines\" href=\"\(link(visit.sample))\">\(visit.sample)</a>", "\(call)",
      ] + numbers(of: visit.level) + [
        "\(result.map { ReportNumber.significant($0.cellEquivalents) } ?? "")"
      ] + statuses + ["\(codes)"]
    }
    return .section(
      "visits",
      "Visits",
      .table(
        [
          "Visit", "Date", "Sample", "Result", "Level per 10⁶", "95 % interval", "LOD95 per 10⁶",
          "Cells analysed",
        ] + cutoffs.map { "At \(ReportNumber.cutoff($0))" } + ["Findings"],
        caption: "Samples of the subject; each leads to its own report",
        numeric: [4, 6, 7],
        rows: rows
      )
    )
  }

  /// A sample's report beside the page, as a link.
  private static func link(_ sample: String) -> String {
    var text = ""
    for byte in sample.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && byte < 128 || (48...57).contains(byte)
        || [45, 46, 95].contains(byte)
      {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text + "/report.html"
  }

  private static func clonesOverTime(_ visits: [FinishedVisit]) -> HTML {
    let followups = visits.filter { $0.followup != nil }
    var names: [String] = []
    for visit in followups {
      for clone in visit.followup?.clonotypes ?? [] where !names.contains(clone.cloneID) {
        names.append(clone.cloneID)
      }
    }
    guard !names.isEmpty else {
      return .section("clonotypes", "Clonotypes over time", "<p>None was tracked.</p>\n")
    }
    let rows = followups.map { visit -> [HTML] in
      ["\(visit.title)", "<span class=\"lines\">\(visit.date ?? "")</span>"]
        + names.map { name -> HTML in
          guard let clone = visit.followup?.clonotypes.first(where: { $0.cloneID == name }) else {
            return "not tracked"
          }
          let state =
            switch clone.detected {
            case _ where visit.followup?.result.call == .failed: "not evaluable"
            case true: "detected"
            case false: "not detected"
            case nil: "not judged"
            }
          return """
            \(ReportNumber.perMillion(clone.mrd))<br><small>\(clone.duplicateCount) reads, \
            \(state)</small>
            """
        }
    }
    return .section(
      "clonotypes",
      "Clonotypes over time",
      .table(
        ["Visit", "Date"] + names,
        caption: "Level of each clonotype per 10⁶ nucleated cells at each visit",
        numeric: Set(2...(names.count + 1)),
        rows: rows
      )
    )
  }

  private static func driftOverTime(_ visits: [FinishedVisit]) -> HTML {
    let rows = visits.flatMap { visit -> [[HTML]] in
      (visit.followup?.drift ?? []).map { event in
        [
          "\(visit.title)", "<span class=\"lines\">\(event.event)</span>", "\(event.verdict)",
          "\(event.message)",
          "\(event.remedy ?? "none known")",
        ]
      }
    }
    guard !rows.isEmpty else {
      return .section(
        "drift",
        "Clonal drift",
        "<p>No visit shows a sign that the clone has changed.</p>\n"
      )
    }
    return .section(
      "drift",
      "Clonal drift",
      .table(
        ["Visit", "Event", "Verdict", "What was found", "What to do"],
        caption: "Signs that the clone has changed since the baseline",
        numeric: [],
        rows: rows
      )
    )
  }

  private static let subjectMethods: HTML = .section(
    "methods",
    "Methods",
    """
    <p>The page repeats the records of the samples and computes nothing anew. Visits are ordered by \
    collection date where both have one, else by the numbers in their names. Levels are comparable where \
    assay, profile and germline set are the same; "Provenance" names them. Each sample's own report has \
    the method and its parameters.</p>

    """
  )

  private static func origins(_ visits: [FinishedVisit], _ programVersion: String) -> HTML {
    let rows = visits.map { visit -> [HTML] in
      [
        "\(visit.sample)", "clonetrack \(visit.programVersion)", "\(visit.profile.id)",
        "\(visit.assay.name)", "\(visit.germline.version)",
        "<span class=\"bases\">\(visit.sha256)</span>",
      ]
    }
    return .section(
      "provenance",
      "Provenance",
      """
      \(HTML.table(
        ["Sample", "Made by", "Threshold profile", "Assay", "Germline set", "sha256 of the record"],
        caption: "The records behind the page",
        numeric: [],
        rows: rows
      ))<p>Page written by clonetrack \(programVersion).</p>

      """
    )
  }
}
