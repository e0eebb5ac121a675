import Diagnostics
import Monitoring
import Quantification

/// The samples of a run as tables: `batch.tsv` for programs, a summary for a terminal.
package enum BatchTable {
  private static let cutoffs = ["1e-4", "1e-5", "1e-6"]

  /// The bytes of `batch.tsv`: one row a sample in the order of the sheet, empty for not known,
  /// numbers in their shortest form; behind the program's columns those of the sheet, sorted.
  package static func bytes(of record: BatchRecord) -> [UInt8] {
    let own: Set<String> = ["sample", "subject", "role", "visit"]
    let extra = Set(record.samples.flatMap(\.metadata.keys)).subtracting(own).sorted()
    let first = [
      "sample", "subject", "role", "visit", "state", "verdict", "call", "mrd", "mrd_low",
      "mrd_high", "lod95", "loq", "cell_equivalents", "reads_per_template",
    ]
    var lines = [first + cutoffs.map { "status_\($0)" } + ["findings", "folder"] + extra]
    for sample in record.samples {
      let numbers = [
        sample.mrd, sample.mrdCI.lower, sample.mrdCI.upper, sample.lod95, sample.loq,
        sample.cellEquivalents, sample.readsPerTemplate,
      ]
      var line = [
        sample.sample, sample.subject, sample.role, sample.visit ?? "", sample.state.rawValue,
        sample.verdict?.rawValue ?? "", sample.call?.rawValue ?? "",
      ]
      line += numbers.map { FormattedNumber.shortest($0) }
      line += cutoffs.map { sample.status[$0]?.rawValue ?? "" }
      line += [codes(sample).joined(separator: " "), sample.folder ?? ""]
      line += extra.map { sample.metadata[$0] ?? "" }
      lines.append(line)
    }
    let text = lines.map { $0.map(cell).joined(separator: "\t") + "\n" }.joined()
    return Array(text.utf8)
  }

  /// A table of the samples for a terminal, columns aligned.
  package static func summary(of record: BatchRecord) -> String {
    var rows = [["sample", "role", "result", "level", "LOD95", "1e-4 1e-5 1e-6", "findings"]]
    for sample in record.samples {
      let statuses = cutoffs.map { sample.status[$0]?.rawValue ?? "-" }.joined(separator: " ")
      let level = sample.mrd.map { FormattedNumber.plain($0) } ?? "-"
      let limit = sample.lod95.map { FormattedNumber.plain($0) } ?? "-"
      rows.append([
        sample.sample, sample.role, result(of: sample), level, limit,
        sample.status.isEmpty ? "-" : statuses, codes(sample).joined(separator: " "),
      ])
    }
    return aligned(rows)
  }

  /// Rows whose columns start below each other, two spaces apart.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    var text = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell + String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// A sample's answer in one word.
  package static func result(of sample: BatchRecord.Sample) -> String {
    guard sample.state == .done else { return sample.state.rawValue }
    return sample.call?.rawValue ?? sample.verdict?.rawValue ?? "-"
  }

  /// The codes of a sample's findings, worst first, each once.
  package static func codes(_ sample: BatchRecord.Sample) -> [String] {
    var seen: Set<String> = []
    let order = ["failure", "indeterminate", "warning", "note"]
    return order.flatMap { severity in
      sample.findings.filter { $0.severity == severity }.map(\.code)
    }.filter { seen.insert($0).inserted }
  }

  /// A value that cannot break a row.
  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
