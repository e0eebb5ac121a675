/// Tab-separated tables with a header.
enum TableRows {
  /// The rows by column.
  static func rows(of text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

extension FinishedRun {
  /// The rows of the table of rearrangements, by column.
  var rearrangements: [[String: String]] {
    TableRows.rows(of: String(decoding: files["rearrangements.airr.tsv"] ?? [], as: UTF8.self))
  }
}
