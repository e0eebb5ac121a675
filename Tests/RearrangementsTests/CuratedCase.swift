import Foundation
import Testing

/// One read of `testdata/rearrangements` with what its header says about it.
struct CuratedCase: Sendable, CustomTestStringConvertible {
  /// The first word of the header.
  var name: String
  /// The read's letters.
  var bases: String
  /// The values of the header by key.
  var fields: [String: String]

  var testDescription: String { name }

  /// The value of a key; `nil` if the header has none.
  subscript(key: String) -> String? { fields[key] }

  /// The genes a key allows; `nil` if the header does not judge the segment.
  func genes(_ key: String) -> [String]? {
    self[key].map { $0 == "-" ? [] : $0.split(separator: ",").map(String.init) }
  }

  /// Bases under a primer at the read's start and end.
  var primers: (start: Int, end: Int) {
    let counts = (self["primers"] ?? "0,0").split(separator: ",").compactMap { Int($0) }
    return (counts[0], counts[1])
  }

  /// The cases of one file, in order.
  static func all(in file: String, from here: StaticString = #filePath) throws -> [CuratedCase] {
    let folder = URL(fileURLWithPath: "\(here)")
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "testdata/rearrangements")
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    return text.split(separator: ">").map { record in
      let lines = record.split(separator: "\n")
      // The note is free text and comes last.
      let facts = lines[0].split(separator: " note=", maxSplits: 1)[0].split(separator: " ")
      let pairs = facts.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      return CuratedCase(
        name: String(facts[0]),
        bases: lines.dropFirst().joined(),
        fields: Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
      )
    }
  }
}
