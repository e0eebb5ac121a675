package import Diagnostics
package import Records

/// What `clonetrack report` says.
package struct ReportOutcome: Hashable, Sendable {
  /// What was written.
  package var record: ReportRecord

  /// The record as text.
  ///
  /// - Throws: Nothing but `RUN-INTERNAL`.
  package func json() throws(Diagnostic) -> String {
    String(decoding: try record.json(), as: UTF8.self)
  }

  /// What was written in words.
  package var summary: String {
    var lines: [String] = []
    if let output = record.output {
      let samples = record.subjects.reduce(0) { $0 + $1.samples.count }
      lines.append(
        "\(samples) sample\(samples == 1 ? "" : "s") of "
          + "\(record.subjects.count) subject\(record.subjects.count == 1 ? "" : "s")"
      )
      lines += record.subjects.map { "  \($0.subject): \(output)/\($0.page)" }
    }
    switch record.crates.count {
    case 0: break
    case 1: lines.append("1 result folder is an RO-Crate")
    case let count: lines.append("\(count) result folders are RO-Crates")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
