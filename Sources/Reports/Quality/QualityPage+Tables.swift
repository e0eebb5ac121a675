import Diagnostics
import Records

extension QualityPage {
  /// What kept libraries from an answer.
  var causes: HTML {
    guard !record.pareto.isEmpty else {
      return .section(
        "causes",
        "What kept libraries from an answer",
        "<p>No finding is as severe.</p>\n"
      )
    }
    let table = DataTable(
      caption: "Codes that kept libraries from an answer, most frequent first",
      things: "codes",
      columns: [.text("Code"), .words("Meaning")] + DataTable.columns("Libraries")
        + [.number("Cumulative")],
      rows: record.pareto.map { item in
        ["\(item.code)", "\(CodeRegistry.entry(for: item.code)?.meaning ?? "")"]
          + DataTable.cells(item.proportion) + [.percent(item.cumulativeShare)]
      }
    )
    return .section(
      "causes",
      "What kept libraries from an answer",
      """
      <figure>
      \(ParetoPlot(items: record.pareto).svg)<figcaption>Bars: libraries with a finding of the code \
      that is indeterminate or worse. Dashed: cumulative share of these findings.</figcaption>
      </figure>
      \(table.html)
      """
    )
  }

  /// The rates of libraries or of final results.
  func rates(_ level: QualityRecord.Level) -> HTML {
    let things = QualityRecord.things(level)
    let table = DataTable(
      caption: "Failures by group, of all \(things)",
      things: "rates",
      columns: [.filter("By"), .text("Group"), .filter("Event")] + DataTable.columns("Count"),
      rows: record.rates.filter { $0.level == level }.map { line in
        ["\(line.dimension)", "\(line.group ?? ReportNumber.unknown)", "\(line.event)"]
          + DataTable.cells(line.proportion)
      }
    )
    return .section(
      level == .library ? "libraries" : "visits",
      level == .library ? "Rates by library (attempts)" : "Rates by subject-visit (final results)",
      table.html
    )
  }

  /// How often repeats gave an answer.
  var repeats: HTML {
    guard !record.repeats.isEmpty else {
      return .section("repeats", "Repeats", "<p>None was made.</p>\n")
    }
    let table = DataTable(
      caption: "Repeats that gave the answer the attempt before had not given",
      things: "codes",
      columns: [.text("Code of the attempt before")] + DataTable.columns("Answered"),
      rows: record.repeats.map { ["\($0.code ?? "any")"] + DataTable.cells($0.proportion) }
    )
    return .section("repeats", "Repeats", table.html)
  }

  /// The subjects that no assay can answer for.
  var neverEvaluable: HTML {
    let never = record.neverEvaluable
    let names: HTML =
      never.subjects.isEmpty ? "" : "<p>\(never.subjects.joined(separator: ", "))</p>\n"
    return .section(
      "never",
      "Subjects never evaluable",
      """
      <p>\(never.proportion.text(of: "subjects with a baseline")) never had an index clonotype; \
      their \(record.scope.visitsWithoutIndex) visits are in no rate by subject-visit.</p>
      \(names)
      """
    )
  }

  /// Every finding that is a warning or worse.
  var findings: HTML {
    guard !rows.isEmpty else {
      return .section("findings", "Findings", "<p>None.</p>\n")
    }
    let table = DataTable(
      caption: "Findings that are a warning or worse; the sample leads to its report",
      things: "findings",
      columns: [
        .text("Sample"), .text("Subject"), .text("Visit"), .filter("Run"), .filter("Lab"),
        .filter("Lot"), .filter("Code"), .filter("Severity"), .words("Finding"), .filter("Action"),
        .filter("Resolution"), .filter("Final result"),
      ],
      rows: rows.map { row in
        [
          DataTable.Cell(sample(row)), "\(row.subject)", "\(row.visit)", "\(row.run)",
          "\(row.lab)", "\(row.lot)", "\(row.code)", "\(row.severity)", "\(row.message)",
          "\(row.action)", "\(row.resolution)", "\(row.finalStatus)",
        ]
      }
    )
    return .section(
      "findings",
      "Findings",
      """
      <p class="quiet">\(rows.count) findings; failures.tsv has them with metric, value, limit and \
      time.</p>
      \(table.html)
      """
    )
  }

  private func sample(_ row: FailureRow) -> HTML {
    guard let report = row.report else {
      return row.sample.isEmpty ? "the whole run" : "\(row.sample)"
    }
    return "<a href=\"\(Self.link(report))\">\(row.sample)</a>"
  }

  /// A path as a link: every byte that has a meaning in one is escaped.
  static func link(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { link, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
        link.append(Character(UnicodeScalar(byte)))
      default:
        link += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
