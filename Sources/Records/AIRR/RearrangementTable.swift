package import Diagnostics

/// The table of a sample's clonotypes, read back.
package enum RearrangementTable {
  /// The first rows of a table, and those of tracked clones behind them.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: The file as messages call it.
  ///   - count: Rows at most, tracked clones not counted.
  /// - Returns: The rows in their order.
  /// - Throws: `RECORD-SYNTAX` naming the line that is damaged.
  package static func clonotypes(
    in bytes: [UInt8],
    path: String,
    count: Int
  ) throws(Diagnostic) -> [ListedClonotype] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let head = fields(lines.first ?? [])
    let columns = head.map { AIRRColumn(rawValue: $0) }
    for needed in [AIRRColumn.sequence, .duplicateCount, .cloneID] where !columns.contains(needed) {
      throw fault("the column '\(needed.rawValue)' is missing", path, line: 1)
    }
    var rows: [ListedClonotype] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let texts = fields(line)
      guard texts.count == columns.count else {
        throw fault(
          "\(texts.count) fields, expected \(columns.count) as in the header",
          path,
          line: number + 1
        )
      }
      var values: [AIRRColumn: String] = [:]
      for (column, text) in zip(columns, texts) where !text.isEmpty {
        if let column { values[column] = text }
      }
      if number <= count || values[.cloneID] != nil { rows.append(ListedClonotype(fields: values)) }
    }
    return rows
  }

  private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func fault(_ message: String, _ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      code: "RECORD-SYNTAX",
      message: message,
      location: .init(path: path, line: line),
      suggestion: "Use the file as 'clonetrack' of this version wrote it."
    )
  }
}
