import Diagnostics
import Foundation

/// A page of documentation for each code of an error and of a finding about a germline set.
///
/// All words come from elsewhere: the registry, the sources that raise the code and the texts that
/// tests expect.
struct ErrorPages {
  /// Where the pages are.
  static let folder = RuleTable.root.appending(
    path: "Sources/Diagnostics/Diagnostics.docc/ErrorCodes"
  )
  /// The documentation that leads to them.
  static let article = RuleTable.root.appending(
    path: "Sources/Diagnostics/Diagnostics.docc/ErrorsAndGermlineFindings.md"
  )

  /// One code with all that belongs to it.
  struct Row {
    var entry: RegisteredCode
    /// The rooms whose sources name the code, the registry left out.
    var rooms: [String]
    /// What is printed, as the first test that compares a whole text has it; `nil` without one.
    var example: String?
  }

  /// The codes in the order of the registry.
  var rows: [Row]

  /// Reads the sources and tests of the package.
  init() throws {
    let sources = try RuleTable.sources("Sources").filter { !$0.path.contains("CodeRegistry") }
    let tests = try RuleTable.sources("Tests")
    rows = CodeRegistry.entries.filter { $0.stage == nil || $0.stage == .germline }.map { entry in
      let rooms = sources.filter { $0.text.contains("\"\(entry.code)\"") }
        .compactMap { $0.path.split(separator: "/").first.map(String.init) }
      return Row(
        entry: entry,
        rooms: Set(rooms).sorted(),
        example: tests.lazy.compactMap { Self.example(of: entry.code, in: $0.text) }.first
      )
    }
  }

  /// The text of every page by its file's name.
  var pages: [String: String] {
    Dictionary(uniqueKeysWithValues: rows.map { ("\($0.entry.code).md", Self.text(of: $0)) })
  }

  /// The article's text.
  var markdown: String {
    let lines = rows.map { row in
      "| <doc:\(row.entry.code)> | \(Self.kind(of: row.entry)) | \(row.entry.meaning) |\n"
    }
    let links = rows.map { "- <doc:\($0.entry.code)>\n" }
    return """
      # Errors and germline findings

      Every code that ends a command, and what a check of a germline set may find.

      ## Overview

      Made from the registry, the sources and the tests by `CodePagesTests` with
      `CLONETRACK_UPDATE_GOLDEN=1`. Findings about samples are in the room Monitoring, article Codes;
      `clonetrack explain CODE` says the same on a terminal.

      | code | kind | meaning |
      |---|---|---|
      \(lines.joined())
      ## Topics

      ### Codes

      \(links.joined())
      """
  }

  private static func text(of row: Row) -> String {
    let entry = row.entry
    var lines = [
      "# \(entry.code)", "", entry.meaning, "", "## Overview", "",
      "| | |", "|---|---|", "| kind | \(kind(of: entry)) |",
    ]
    if let metric = entry.metric { lines.append("| metric | \(metric) |") }
    if let limit = entry.limit { lines.append("| default limit | \(limit) |") }
    lines += [
      "| raised in | \(row.rooms.map { "`\($0)`" }.joined(separator: ", ")) |",
      "", "### What to do", "", entry.remedy,
    ]
    if let example = row.example {
      lines += ["", "### How it looks", "", "```text", example, "```"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a code is of, with the exit code of an error.
  private static func kind(of entry: RegisteredCode) -> String {
    switch entry.kind {
    case .usage: "usage error, exit code 64"
    case .data: "data error, exit code 65"
    case .missingInput: "input error, exit code 66"
    case .internalFault: "program fault, exit code 70"
    case .cannotCreate: "output error, exit code 73"
    case .inputOutput: "I/O error, exit code 74"
    case .interrupted: "interruption, exit code 130"
    case .finding(let severity): "finding, \(severity.rawValue)"
    }
  }

  /// The first text of a diagnostic with a code and its remedy that stands in a test as it is printed.
  private static func example(of code: String, in text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let indentation = line.prefix { $0 == " " }
      let severities = Diagnostic.Severity.allCases.map(\.rawValue)
      guard severities.contains(where: { line.hasPrefix("\(indentation)\($0)[\(code)]: ") }) else {
        continue
      }
      let block =
        [line]
        + lines[(number + 1)...].prefix {
          $0.hasPrefix("\(indentation)  --> ") || $0.hasPrefix("\(indentation)  help: ")
        }
      let shown = block.map { $0.dropFirst(indentation.count) }
      // What a test fills in is not what is printed.
      guard shown.last?.hasPrefix("  help: ") == true,
        !shown.contains(where: { $0.contains("\\") })
      else { continue }
      return shown.joined(separator: "\n")
    }
    return nil
  }
}
