/// A table of comma-separated values after RFC 4180, read strictly.
///
/// Lines end in LF or CRLF; the last one need not end. A byte order mark is passed over, as are
/// lines whose fields are all empty, which spreadsheets leave at the end.
package struct CSVTable: Hashable, Sendable {
  /// One row with the line it starts on.
  package struct Row: Hashable, Sendable {
    /// The line, counted from 1; a quoted field may hold further lines.
    package var line: Int
    /// The fields, quotes removed, outer spaces kept.
    package var fields: [String]
  }

  /// A place that is no table.
  package struct Fault: Hashable, Sendable {
    /// The line, counted from 1.
    package var line: Int
    /// The field of the row, counted from 1.
    package var field: Int
    /// What was found and what was expected.
    package var message: String
  }

  /// The rows that could be read, the header among them.
  package private(set) var rows: [Row] = []
  /// Everything that could not; reading goes on at the next line.
  package private(set) var faults: [Fault] = []

  /// Reads the bytes of a file.
  package init(_ bytes: [UInt8]) {
    var scanner = CSVScanner(bytes)
    while let line = scanner.nextRow() {
      switch line {
      case .success(let row):
        if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
      case .failure(let fault): faults.append(fault)
      }
    }
  }
}

extension CSVTable.Fault: Error {}
