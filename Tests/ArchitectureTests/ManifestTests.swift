import Foundation
import Testing

@Suite("Package.swift")
struct ManifestTests {
  /// The manifest of this package.
  private static func manifest() throws -> Manifest { Manifest(try PackageSources.manifest()) }

  /// The targets of the program.
  private static func targets() throws -> [DeclaredTarget] {
    try manifest().targets.filter { !$0.isForTests }
  }

  @Test("lists the rooms of the house, bottom up")
  func order() throws {
    #expect(try Self.targets().map(\.name) == House.rooms.map(\.name))
  }

  @Test("has the arrows of the house and no other")
  func arrows() throws {
    for target in try Self.targets() {
      let room = try #require(House.room(target.name), "\(target.name) has no row in House.swift")
      let extra = target.modules.subtracting(room.rooms.union(room.external))
      #expect(extra.isEmpty, "\(target.name) depends on \(extra.sorted())")
      let products = room.external.intersection(Manifest.products.values)
      let missing = room.rooms.union(products).subtracting(target.modules)
      #expect(missing.isEmpty, "\(target.name) does not depend on \(missing.sorted())")
    }
  }

  @Test("declares what each room and each set of tests imports")
  func declared() throws {
    let all = try Self.manifest().targets
    let own = Set(all.map(\.name))
    for target in all {
      for file in PackageSources.files + PackageSources.tests
      where file.path.hasPrefix(target.folder + "/") {
        let undeclared = file.imports.filter { own.contains($0) && !target.modules.contains($0) }
        #expect(undeclared.isEmpty, "\(file.path) imports \(undeclared)")
      }
    }
  }

  @Test("declares nothing that no file imports")
  func unused() throws {
    let unused = try Self.manifest().unused(PackageSources.files + PackageSources.tests)
    #expect(unused.isEmpty, "\(unused.joined(separator: "\n"))")
  }

  @Test("gives what serves tests to tests only")
  func support() throws {
    #expect(try Self.manifest().support == [])
    #expect(try Self.manifest().targets.contains { $0.kind != .test && $0.isForTests })
  }

  @Test("has a folder for every target")
  func folders() throws {
    let targets = try Self.manifest().targets
    #expect(targets.count > 40)
    for target in targets {
      let folder = PackageSources.root.appending(path: target.folder)
      #expect(FileManager.default.fileExists(atPath: folder.path()), "\(folder.path())")
    }
  }

  /// A manifest with one mistake of each kind.
  private static let planted = Manifest(
    """
      .target(name: "Low"),
      .target(name: "Middle", dependencies: ["Low", crypto]),
      .executableTarget(
        name: "program",
        dependencies: [
          "Middle", "Bench",
        ]
      ),
      .target(
        name: "Bench",
        dependencies: ["Low"],
        path: "Tests/Bench"
      ),
      .testTarget(name: "HighTests", dependencies: ["Low", "Middle", "program"]),
    """
  )

  @Test("with a dependency that no file imports is seen")
  func plantedUnused() {
    let files = [
      ("Sources/Middle/Middle.swift", "// import Low\npackage import Crypto"),
      ("Sources/program/Main.swift", "import Bench\nimport Middle"),
      ("Tests/Bench/Bench.swift", "import Low"),
      ("Tests/HighTests/HighTests.swift", "import Low\nlet name = \"program\""),
    ].map { SourceFile(path: $0.0, text: $0.1) }
    #expect(Self.planted.unused(files) == ["Middle declares Low", "HighTests declares Middle"])
    #expect(
      Self.planted.unused(files.dropLast()) == [
        "Middle declares Low", "HighTests declares Low", "HighTests declares Middle",
        "HighTests declares program",
      ]
    )
  }

  @Test("with a program that depends on what serves tests is seen")
  func plantedSupport() {
    #expect(Self.planted.support == ["program depends on Bench"])
  }
}
