import Diagnostics
import Records

extension QualityRecord {
  /// The text of `failure_summary.md`.
  package var text: String {
    let parts = [
      "# Failure summary", banner, list(head), causes,
      clusters, charts, controls, table(.library), table(.subjectVisit), retries, neverEvaluated,
      list(Self.methods, title: "Methods"), provenance,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var banner: String { "**For research use only. Not for use in diagnostic procedures.**" }

  private var head: [String] {
    let days = turnaround.medianDays
    return summary.split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
      .filter { !$0.hasPrefix("CAPA") } + [
        """
        turnaround: median \(days.map { "\(ReportNumber.significant($0)) days" } ?? "not known") \
        (\(turnaround.visits) of \(turnaround.denominator) answered subject-visits have both dates)
        """
      ]
  }

  private var causes: String {
    section(
      "What kept libraries from an answer",
      ["code", "libraries", "of", "share", "95 % CI", "cumulative share of findings"],
      pareto.map {
        [$0.code] + cells($0.proportion) + [ReportNumber.percent($0.cumulativeShare)]
      }
    )
  }

  private var clusters: String {
    guard !capa.isEmpty else { return "## Clusters\n\nNone." }
    let forms = capa.map { form in
      """
      ### \(form.id): \(form.code)

      - Problem: \(Self.escaped(form.problem))
      - Evidence: \(form.test); p \(FormattedNumber.pagePValue(form.pValue)), adjusted \
      \(FormattedNumber.pagePValue(form.adjustedP)) over \(form.tests) tests
      - Samples: \(Self.escaped(form.samples.joined(separator: ", ")))
      - Containment, as the code advises: \(form.containment ?? "")
      - Root cause category (\(Self.rootCauseCategories.joined(separator: "; "))):
      - Corrective action:
      - Preventive action:
      - Effectiveness check date:
      """
    }
    return (["## Clusters"] + forms).joined(separator: "\n\n")
  }

  private var charts: String {
    proportionCharts.map { chart in
      section(
        "Failed libraries by \(chart.dimension) (p-chart, "
          + "mean \(ReportNumber.percent(chart.total.rate)))",
        [chart.dimension, "failed", "of", "share", "95 % CI", "lower limit", "upper limit", ""],
        chart.points.map { point in
          [point.group] + cells(point.proportion) + [
            ReportNumber.percent(point.lower), ReportNumber.percent(point.upper),
            point.outside ? "OUTSIDE" : "",
          ]
        }
      )
    }
    .joined(separator: "\n\n")
  }

  private var controls: String {
    controlCharts.map { chart in
      section(
        "\(Self.title(chart.quantity)): \(chart.control) (Levey–Jennings)",
        ["run", "value", "libraries", "SD from the mean", "Westgard rules"],
        chart.points.map { point in
          [
            point.run, Self.value(point.value, chart.quantity), "\(point.libraries)",
            point.z.map { ReportNumber.significant($0) } ?? "", point.rules.joined(separator: " "),
          ]
        }
      )
    }
    .joined(separator: "\n\n")
  }

  private func table(_ level: Level) -> String {
    section(
      "Rates by \(level == .library ? "library (attempts)" : "subject-visit (final results)")",
      ["by", "group", "event", "count", "of", "share", "95 % CI"],
      rates.filter { $0.level == level }.map { line in
        [line.dimension, line.group ?? ReportNumber.unknown, line.event] + cells(line.proportion)
      }
    )
  }

  private var retries: String {
    guard !repeats.isEmpty else { return "" }
    return section(
      "Repeats with an answer",
      ["code of the attempt before", "answered", "of", "share", "95 % CI"],
      repeats.map { [$0.code ?? "any"] + cells($0.proportion) }
    )
  }

  private var neverEvaluated: String {
    let share = neverEvaluable.proportion
    let names = neverEvaluable.subjects.joined(separator: ", ")
    return """
      ## Subjects never evaluable

      \(share.text(of: "subjects with a baseline")) never had an index clonotype\
      \(names.isEmpty ? "" : ": " + Self.escaped(names)).
      """
  }

  private var provenance: String {
    list(
      [
        "Program: clonetrack \(programVersion); results made with "
          + (scope.programVersions.joined(separator: ", ")),
        "Record: \(schema)", "Threshold profiles: \(scope.profiles.joined(separator: ", "))",
      ],
      title: "Provenance"
    )
  }

  private func cells(_ share: ProportionRecord) -> [String] {
    [
      ReportNumber.count(share.numerator), ReportNumber.count(share.denominator),
      ReportNumber.percent(share.rate), share.interval,
    ]
  }

  private func list(_ items: [String], title: String? = nil) -> String {
    let heading = title.map { "## \($0)\n\n" } ?? ""
    return heading + items.map { "- \(Self.escaped($0))" }.joined(separator: "\n")
  }

  private func section(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "## \(title)\n\nNone." }
    let lines = [head, head.map { _ in "---" }] + rows.map { $0.map { Self.escaped($0) } }
    let table = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    return "## \(Self.escaped(title))\n\n\(table)"
  }

  /// Text without the characters that Markdown would take for markup of a table or of HTML.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { text, character in
      switch character {
      case "|", "<", "*", "_", "`", "[": text += "\\\(character)"
      case "\n", "\r", "\t": text += " "
      default: text.append(character)
      }
    }
  }
}
