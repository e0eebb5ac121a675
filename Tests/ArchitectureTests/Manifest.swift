/// A target as Package.swift declares it.
struct DeclaredTarget {
  /// What becomes of it.
  enum Kind: String {
    /// A library.
    case library = "target"
    /// A program.
    case program = "executableTarget"
    /// A set of tests.
    case test = "testTarget"
  }

  /// Its name.
  var name: String
  /// What becomes of it.
  var kind: Kind
  /// The modules that it may import: targets of this package, and those of the products it names.
  var modules: Set<String>
  /// Where its sources are, below the package's root.
  var folder: String

  /// Whether it is built for tests only.
  var isForTests: Bool { folder.hasPrefix("Tests/") }
}

/// Package.swift, read as text.
///
/// Relies on swift-format's layout: a declaration starts a line, and its dependencies are the
/// quoted names and variables in the brackets after `dependencies:`.
struct Manifest {
  /// The targets in the order of the manifest.
  let targets: [DeclaredTarget]

  /// - Parameter text: The text of Package.swift.
  init(_ text: String) {
    let declaration =
      #/\.(\w*[Tt]arget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/#
    let matches = text.matches(of: declaration)
    targets = matches.indices.compactMap { index -> DeclaredTarget? in
      let match = matches[index]
      guard let kind = DeclaredTarget.Kind(rawValue: String(match.output.1)) else { return nil }
      let end = index + 1 < matches.count ? matches[index + 1].range.lowerBound : text.endIndex
      let name = String(match.output.2)
      let path = text[match.range.lowerBound..<end].firstMatch(of: #/\bpath: "([^"]+)"/#)
      return DeclaredTarget(
        name: name,
        kind: kind,
        modules: Set((match.output.3 ?? "").matches(of: #/\w+/#).map { Self.module($0.output) }),
        folder: path.map { String($0.output.1) } ?? (kind == .test ? "Tests" : "Sources")
          + "/\(name)"
      )
    }
  }

  /// The module of a dependency: a target, or the variable that stands for a product.
  private static func module(_ dependency: Substring) -> String {
    products[String(dependency)] ?? String(dependency)
  }

  /// The variables that stand for products of other packages, and the modules they bring.
  static let products = [
    "argumentParser": "ArgumentParser", "crypto": "Crypto", "yams": "Yams",
  ]

  /// The dependencies that no file of their target imports, as "Target declares Module".
  ///
  /// A set of tests may depend on a program without importing it: that has the program built, and
  /// the tests start it.
  ///
  /// - Parameter files: The sources of all targets.
  /// - Returns: The dependencies in the order of the manifest.
  func unused(_ files: [SourceFile]) -> [String] {
    let programs = Set(targets.filter { $0.kind == .program }.map(\.name))
    return targets.flatMap { target in
      let own = files.filter { $0.path.hasPrefix(target.folder + "/") }
      let imported = Set(own.flatMap(\.imports))
      let started =
        target.kind == .test
        ? programs.filter { name in own.contains { $0.text.contains("\"\(name)\"") } } : []
      return target.modules.subtracting(imported).subtracting(started).sorted()
        .map { "\(target.name) declares \($0)" }
    }
  }

  /// The targets of the program that depend on one for tests, as "Target depends on Module".
  var support: [String] {
    let forTests = Set(targets.filter(\.isForTests).map(\.name))
    return targets.filter { !$0.isForTests }.flatMap { target in
      target.modules.intersection(forTests).sorted().map { "\(target.name) depends on \($0)" }
    }
  }
}
