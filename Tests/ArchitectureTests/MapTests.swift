import Foundation
import Testing

/// The map of the house as a page draws it.
private struct HouseMap {
  /// One row: a target and what it may import of the package and of other packages.
  struct Row: Hashable {
    var name: String
    var imports: Set<String>
  }

  /// The rows of the table, in order.
  let rows: [Row]
  /// The targets that the paragraph on Foundation names.
  let foundation: Set<String>

  /// - Parameter page: The text of the page; what follows the title counts.
  init(_ page: String) {
    let section = page.split(separator: "\n## ").first { $0.hasPrefix("The map of the house\n") }
    let lines = (section ?? "").split(separator: "\n")
    rows = lines.filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { cell in
        cell.matches(of: #/`(\w+)`/#).map { String($0.output.1) }
      }
      return Row(name: cells.first?.first ?? "", imports: Set(cells.count == 3 ? cells[2] : ["?"]))
    }
    let sentence = lines.drop { !$0.hasPrefix("Foundation is for") }.joined(separator: " ")
      .prefix { $0 != "." }
    foundation = Set(sentence.matches(of: #/`(\w+)`/#).map { String($0.output.1) })
  }
}

@Suite("CONTRIBUTING.md")
struct MapTests {
  /// The map of this package.
  private static func map() throws -> HouseMap {
    let file = PackageSources.root.appending(path: "CONTRIBUTING.md")
    return HouseMap(try String(contentsOf: file, encoding: .utf8))
  }

  @Test("has the map of the house: every room, bottom up, with what it may import")
  func rows() throws {
    let rows = try Self.map().rows
    #expect(rows.map(\.name) == House.rooms.map(\.name))
    for (row, room) in zip(rows, House.rooms) {
      let products = room.external.intersection(Manifest.products.values)
      #expect(row.imports == room.rooms.union(products), "\(row.name)")
    }
  }

  @Test("names the rooms that Foundation is for")
  func foundation() throws {
    let rooms = House.rooms.filter { $0.external.contains("Foundation") }.map(\.name)
    #expect(try Self.map().foundation == Set(rooms))
  }

  @Test("is read row by row")
  func planted() {
    let map = HouseMap(
      """
      # Page

      ## The map of the house

      | target | room for | may import |
      |---|---|---|
      | `Low` | `names` | – |
      | `High` | pages | `Low`, `Crypto` |
      | `Bare` | no third cell |

      Foundation is for
      `High` and
      `Bare`. Not for `Low`.

      ## Unsafe code

      | `Other` | `a` | `b` |
      """
    )
    #expect(
      map.rows == [
        .init(name: "Low", imports: []), .init(name: "High", imports: ["Low", "Crypto"]),
        .init(name: "Bare", imports: ["?"]),
      ]
    )
    #expect(map.foundation == ["High", "Bare"])
  }
}
