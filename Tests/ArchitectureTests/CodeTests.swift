import Diagnostics
import Testing

@Suite("Codes")
struct CodeTests {
  /// The first parts of registered codes: a literal that starts with one is meant as a code.
  private static let families = Set(
    CodeRegistry.entries.compactMap { $0.code.split(separator: "-").first.map(String.init) }
  )

  /// The literals of a file that are codes: those given as `code`, and those that look like one.
  private static func codes(in file: SourceFile) -> Set<String> {
    let text = file.lines.joined(separator: "\n")
    let given = text.matches(of: #/\bcode(?::| =)\s*"([^"]*)"/#).map { String($0.output.1) }
    let alike = text.matches(of: #/"([A-Z]+)(-[A-Z0-9]+)+\??"/#)
      .filter { families.contains(String($0.output.1)) }
      .map { String($0.output.0.dropFirst().dropLast()) }
    return Set(given + alike)
  }

  @Test("registers every code that the sources use", arguments: PackageSources.files)
  func registered(_ file: SourceFile) {
    let unknown = Self.codes(in: file).filter { CodeRegistry.entry(for: $0) == nil }
    #expect(unknown.isEmpty, "\(file.path) uses \(unknown.sorted())")
  }

  @Test("sees the codes of the sources")
  func sees() {
    let seen = PackageSources.files.filter { $0.target != "Diagnostics" }
      .reduce(into: Set<String>()) { $0.formUnion(Self.codes(in: $1)) }
    #expect(seen.isSuperset(of: ["IC-DROP", "BL-RDS", "FILE-EXISTS", "RECORD-SYNTAX", "MTH-CHG"]))
  }

  /// Germline sets are checked, not measured; their findings have no limit.
  @Test("states the limit of every finding about a sample", arguments: CodeRegistry.entries)
  func limits(_ entry: RegisteredCode) {
    guard case .finding = entry.kind, !entry.code.hasPrefix("GERM-") else { return }
    #expect(entry.limit != nil, "\(entry.code)")
  }
}
