import Assays
import Foundation
import Testing
import Workflows

/// The article that lists the thresholds, held against the profile that decides.
@Suite("Article 'The threshold profile'")
struct ThresholdTableTests {
  /// The defaults that the tables of the article state, by name.
  private static func stated() throws -> [String: String] {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources/Assays/Assays.docc/ProfileValues.md")
    let rows = try String(contentsOf: file, encoding: .utf8)
      .matches(of: #/(?m)^\| `([\w.]+)` \| `?([^|`]*[^|` ])`? \|/#)
    return Dictionary(rows.map { (String($0.1), String($0.2)) }) { first, _ in first + " twice" }
  }

  /// Numbers are compared as numbers, however they are written.
  private static func comparable(_ text: String) -> [String] {
    text.split(separator: ",").map { part in
      let word = part.trimmingCharacters(in: .whitespaces)
      return Double(word).map { "\($0)" } ?? word
    }
  }

  @Test("states every threshold with its default, and no other")
  func complete() throws {
    let stated = try Self.stated()
    // The tables of the generation model are too long to print.
    let decided = ThresholdProfile.clonetrackMMv1.parameters.filter { name, _ in
      name != "id" && (!name.hasPrefix("generation.") || name == "generation.hypermutation")
    }
    #expect(Set(stated.keys).symmetricDifference(decided.keys).sorted() == [])
    for (name, value) in decided.sorted(by: { $0.key < $1.key }) {
      #expect(Self.comparable(stated[name] ?? "") == Self.comparable(value), "\(name)")
    }
  }
}
