import Diagnostics
package import Records

/// The page over failures: `qa.html`.
///
/// Everything is there without the script, which only sorts and filters the tables.
struct QualityPage {
  /// The figures.
  let record: QualityRecord
  /// The findings.
  let rows: [FailureRow]

  /// The whole page.
  var html: HTML {
    let scope = record.scope
    let lead: HTML = """
      <p>\(QualityRecord.counted(scope.libraries, "library", "libraries")) in \
      \(QualityRecord.counted(scope.runs, "sequencing run", "sequencing runs")) · \
      \(QualityRecord.counted(scope.subjects, "subject", "subjects"))</p>

      """
    return HTMLReport.page(
      title: "Failures, controls, clusters",
      lead: lead,
      contents: Self.contents,
      body: """
        \(headline)\(attention)\(causes)\(forms)\(proportionCharts)\(controlCharts)\
        \(rates(.library))\(rates(.subjectVisit))\(repeats)\(neverEvaluable)\(findings)\
        \(methods)\(provenance)
        """,
      sheet: .quality
    )
  }

  private static let contents: [HTMLReport.Place] = [
    ("attention", "To act on"), ("causes", "Causes"), ("capa", "CAPA forms"),
    ("charts", "p-charts"), ("controls", "Controls"), ("libraries", "Rates by library"),
    ("visits", "Rates by subject-visit"), ("repeats", "Repeats"), ("findings", "Findings"),
    ("methods", "Methods"),
  ]

  private var headline: HTML {
    var tiles: [HTML] = []
    for level in QualityRecord.Level.allCases {
      for (event, words) in [("failed", "failed"), ("indeterminate", "indeterminate")] {
        guard let share = record.overall(event, level) else { continue }
        let things = QualityRecord.things(level)
        let title = level == .library ? "Attempts \(words)" : "Visits \(words) in the end"
        tiles.append(tile(title, share.count(of: things), share.percent))
      }
    }
    if let all = record.repeats.first {
      tiles.append(
        tile("Repeats with an answer", all.proportion.count(of: "repeats"), all.proportion.percent)
      )
    }
    let never = record.neverEvaluable.proportion
    if never.denominator > 0 {
      tiles.append(tile("No index clonotype ever", never.count(of: "subjects"), never.percent))
    }
    let turnaround = record.turnaround
    let days = turnaround.medianDays.map { ReportNumber.significant($0) + " days" }
    tiles.append(
      tile(
        "Median turnaround",
        days ?? ReportNumber.unknown,
        "\(turnaround.visits) of \(turnaround.denominator) answered subject-visits have both dates"
      )
    )
    return "<ul class=\"statuses\">\n\(tiles)</ul>\n"
  }

  private func tile(_ title: String, _ figure: String, _ detail: String) -> HTML {
    "<li>\(title)<b>\(figure)</b>\(detail)</li>\n"
  }

  private var attention: HTML {
    var items: [HTML] = record.capa.map { form in
      "<li><a href=\"#\(form.id)\">\(form.id)</a>: \(form.problem)</li>\n"
    }
    for chart in record.proportionCharts {
      for point in chart.points where point.outside {
        items.append(
          """
          <li>Failed libraries of \(chart.dimension) \(point.group): \
          \(point.proportion.text(of: "libraries")), outside the limits \
          \(ReportNumber.percent(point.lower)) to \(ReportNumber.percent(point.upper)).</li>

          """
        )
      }
    }
    for chart in record.controlCharts {
      for point in chart.points where point.rejects {
        items.append(
          """
          <li>Control \(chart.control) in run \(point.run): \
          \(QualityRecord.value(point.value, chart.quantity)), \
          Westgard \(point.rules.joined(separator: ", ")).</li>

          """
        )
      }
    }
    for (run, code) in failedRunControls {
      items.append("<li>Run \(run): \(code), a control of the run failed.</li>\n")
    }
    let lost = ["failed", "indeterminate"].compactMap { record.overall($0, .subjectVisit) }
    let open = lost.reduce(0) { $0 + $1.numerator }
    if open > 0 {
      items.append(
        """
        <li>\(open) of \(record.scope.subjectVisits) subject-visits have no answer in the end: filter \
        <a href="#findings">the findings</a> by resolution.</li>

        """
      )
    }
    let list: HTML =
      items.isEmpty ? "<p>Nothing is beyond its limits.</p>\n" : "<ul>\n\(items)</ul>\n"
    return .section("attention", "To act on", list)
  }

  /// The runs whose own controls failed, with the code, each once.
  private var failedRunControls: [(run: String, code: String)] {
    let codes = ["RUN-NTC", "RUN-POSC", "RUN-NEGC"]
    let failed = rows.filter { codes.contains($0.code) && $0.severity == "failure" }
    return Set(failed.map { [$0.run, $0.code] }).sorted { $0.lexicographicallyPrecedes($1) }
      .map { (run: $0[0].isEmpty ? ReportNumber.unknown : $0[0], code: $0[1]) }
  }

  private var methods: HTML {
    let items = QualityRecord.methods.map { method -> HTML in "<li>\(method)</li>\n" }
    return .section("methods", "Methods", "<ul>\n\(items)</ul>\n")
  }

  private var provenance: HTML {
    let scope = record.scope
    return .section(
      "provenance",
      "Provenance",
      .facts([
        ("Program", "clonetrack \(record.programVersion)"), ("Record", "\(record.schema)"),
        ("Results made with", "clonetrack \(scope.programVersions.joined(separator: ", "))"),
        ("Threshold profiles", "\(scope.profiles.joined(separator: ", "))"),
        ("Tables", "failures.tsv, failure_summary.tsv, .json and .md beside this page"),
      ])
    )
  }
}

extension HTMLReport {
  /// The page over failures.
  ///
  /// - Parameters:
  ///   - record: The figures.
  ///   - rows: The findings, with the reports they lead to relative to the page.
  /// - Returns: The whole page.
  package static func render(_ record: QualityRecord, rows: [FailureRow]) -> String {
    QualityPage(record: record, rows: rows).html.markup
  }
}

extension QualityRecord.ControlChartRecord.Point {
  /// Whether a rule is broken that rejects the run.
  var rejects: Bool { rules.contains { $0 != "1-2s" } }
}
