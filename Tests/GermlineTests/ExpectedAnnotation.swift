import Foundation

/// One row of `testdata/germline/expected-annotations.tsv`, which was computed outside this program.
struct ExpectedAnnotation: Sendable {
  /// The values by column.
  var fields: [String: String]

  /// The value of a column; empty if the cell is.
  subscript(column: String) -> String { fields[column] ?? "" }

  /// All rows.
  static func all() throws -> [ExpectedAnnotation] {
    let text = try String(contentsOf: testdata("expected-annotations.tsv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().map { row in
      ExpectedAnnotation(fields: Dictionary(uniqueKeysWithValues: zip(rows[0], row)))
    }
  }
}

/// The place of a file of `testdata/germline`.
func testdata(_ name: String, file: StaticString = #filePath) -> URL {
  URL(fileURLWithPath: "\(file)")
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "testdata/germline/\(name)")
}
