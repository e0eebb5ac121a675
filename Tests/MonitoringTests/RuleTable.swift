import Diagnostics
import Foundation

/// Which file judges a code and which tests hold it to its limit, read from the sources.
///
/// A rule states its code as `code = "X"` or among `codes = [...]`. A test that raises it is named
/// `X raised: …`, one that stays within the limit `X inside: …`.
struct RuleTable {
  /// A code with all that belongs to it.
  struct Row {
    var entry: RegisteredCode
    /// The files of its rules, below `Sources/Monitoring`.
    var rules: [String] = []
    /// What raises it, in the words of the tests.
    var raised: [String] = []
    /// What does not.
    var inside: [String] = []
  }

  /// The findings about samples, in the order of the registry.
  var rows: [Row]

  /// The folder of the repository.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The documentation that shows the table.
  static let article = root.appending(
    path: "Sources/Monitoring/Monitoring.docc/Codes.md"
  )

  /// Reads the sources and tests of this room.
  init() throws {
    rows = CodeRegistry.entries.filter { $0.stage != nil && $0.stage != .germline }
      .map { Row(entry: $0) }
    for (path, text) in try Self.sources("Sources/Monitoring") {
      let stated = text.matches(of: #/\bcodes? = (\[[^\]]*\]|"[^"]*")/#).map { $0.output.1 }
      for place in rows.indices
      where stated.contains(where: { $0.contains("\"\(rows[place].entry.code)\"") }) {
        rows[place].rules.append(path)
      }
    }
    for (_, text) in try Self.sources("Tests/MonitoringTests") {
      let names = text.matches(
        of: #/@Test\(\s*"([A-Z0-9]+-[A-Z0-9]+\??) (raised|inside): ([^"]*)"/#
      )
      for name in names {
        guard let place = rows.firstIndex(where: { $0.entry.code == name.output.1 }) else {
          continue
        }
        let words = String(name.output.3)
        if name.output.2 == "raised" {
          rows[place].raised.append(words)
        } else {
          rows[place].inside.append(words)
        }
      }
    }
  }

  /// The Swift files below a folder of the package, by path in it, with their text.
  static func sources(_ folder: String) throws -> [(path: String, text: String)] {
    let base = root.appending(path: folder).resolvingSymlinksInPath()
    let found = try FileManager.default.subpathsOfDirectory(atPath: base.path())
    return try found.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      (path, try String(contentsOf: base.appending(path: path), encoding: .utf8))
    }
  }

  /// The article's text.
  var markdown: String {
    let lines = rows.map { row in
      let severity =
        if case .finding(let severity) = row.entry.kind { severity.rawValue } else { "" }
      let cells = [
        "<doc:\(CodePages.name(of: row.entry.code))>", severity, row.entry.metric ?? "",
        row.entry.limit ?? "",
        row.entry.action, row.rules.map { "`\($0)`" }.joined(separator: ", "),
        row.raised.joined(separator: "; "), row.inside.joined(separator: "; "),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return """
      # Codes

      Every finding about a sample: what it measures, the rule that judges it and the tests on both sides
      of its limit.

      ## Overview

      Made from the registry, the rules and the names of the tests by `RuleTableTests` with
      `CLONETRACK_UPDATE_GOLDEN=1`. Severity is the worst the code can have; actions are those of
      `RegisteredCode.Action`.

      | code | severity | metric | limit | action | rule | raised by | not raised by |
      |---|---|---|---|---|---|---|---|
      \(lines.joined(separator: "\n"))

      ## Topics

      \(CodePages(self).topics)
      """
  }
}
