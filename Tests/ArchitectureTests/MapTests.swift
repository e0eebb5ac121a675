import Foundation
import Testing

@Suite("CONTRIBUTING.md")
struct MapTests {
  /// The rooms that the map of the house lists, in its order.
  private static func listed() throws -> [String] {
    let file = PackageSources.root.appending(path: "CONTRIBUTING.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let map = try #require(text.components(separatedBy: "## The map of the house\n").last)
    let section = map.components(separatedBy: "\n## ")[0]
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
      let names = line.dropFirst().prefix { $0 != "|" }
      return names.matches(of: #/`(\w+)`/#).map { String($0.output.1) }
    }
  }

  @Test("has the map of the house: every room, bottom up, and no other")
  func map() throws {
    #expect(try Self.listed() == House.rooms.map(\.name))
  }
}
