import Foundation
import Testing

@Suite("Package.swift")
struct ManifestTests {
  /// A target that is no test, as the manifest declares it.
  private struct Declared {
    var name: String
    var dependencies: Set<String>
  }

  /// The targets in the order of the manifest.
  ///
  /// Relies on swift-format's layout: a declaration starts a line, and its dependencies are the
  /// quoted names and variables in the brackets after `dependencies:`.
  private static func targets() throws -> [Declared] {
    let declaration =
      #/\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/#
    return try PackageSources.manifest().matches(of: declaration).map { match in
      let listed = (match.output.2 ?? "").split(separator: ",").map { item in
        item.trimming { $0.isWhitespace || $0 == "\"" }
      }
      return Declared(
        name: String(match.output.1),
        dependencies: Set(listed.filter { !$0.isEmpty })
      )
    }
  }

  /// The variables that stand for products of other packages, and the modules they bring.
  private static let products = [
    "argumentParser": "ArgumentParser", "crypto": "Crypto", "yams": "Yams",
  ]

  @Test("lists the rooms of the house, bottom up")
  func order() throws {
    let declared = try Self.targets().map(\.name)
    let contract = House.rooms.map(\.name).filter(declared.contains)
    #expect(declared == contract)
  }

  @Test("gives no room an arrow that the house does not have")
  func arrows() throws {
    for target in try Self.targets() {
      let room = try #require(House.room(target.name), "\(target.name) has no row in House.swift")
      let modules = target.dependencies.map { Self.products[$0] ?? $0 }
      let extra = Set(modules).subtracting(room.rooms.union(room.external))
      #expect(extra.isEmpty, "\(target.name) depends on \(extra.sorted())")
    }
  }

  @Test("declares what each room imports")
  func declared() throws {
    let own = Set(House.rooms.map(\.name))
    let targets = try Self.targets()
    for file in PackageSources.files {
      let target = try #require(targets.first { $0.name == file.target }, "\(file.path)")
      let modules = Set(target.dependencies.map { Self.products[$0] ?? $0 })
      let undeclared = file.imports.filter { own.contains($0) && !modules.contains($0) }
      #expect(undeclared.isEmpty, "\(file.path) imports \(undeclared)")
    }
  }

  @Test("has a folder for every target")
  func folders() throws {
    let names = try PackageSources.manifest().matches(
      of: #/\.(target|executableTarget|testTarget)\(\s*name: "(\w+)"/#
    )
    #expect(names.count > 20)
    for match in names {
      let parent = match.output.1 == "testTarget" ? "Tests" : "Sources"
      let folder = PackageSources.root.appending(path: "\(parent)/\(match.output.2)")
      #expect(FileManager.default.fileExists(atPath: folder.path()), "\(folder.path())")
    }
  }
}

extension Substring {
  /// The part between the first and the last character that does not satisfy the predicate.
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isTrimmed($0) }),
      let last = lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    return String(self[first...last])
  }
}
