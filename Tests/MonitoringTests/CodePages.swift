import Diagnostics
import Foundation
import Tracking

/// A page of documentation for each code of a finding about a sample.
///
/// All words come from elsewhere: the registry, the documentation of the rule and the names of the
/// tests on both sides of its limit.
struct CodePages {
  /// Where the pages are.
  static let folder = RuleTable.root.appending(path: "Sources/Monitoring/Monitoring.docc/Findings")

  private let table: RuleTable

  /// Collects what the pages say.
  init(_ table: RuleTable) { self.table = table }

  /// The page's name for links; a question mark would end an address.
  static func name(of code: String) -> String { code.replacing("?", with: "-WATCH") }

  /// The text of every page by its file's name.
  var pages: [String: String] {
    get throws {
      try Dictionary(
        uniqueKeysWithValues: table.rows.map { row in
          ("\(Self.name(of: row.entry.code)).md", try text(of: row))
        }
      )
    }
  }

  /// The list of pages by stage, as topics of the table.
  var topics: String {
    RegisteredCode.Stage.allCases.compactMap { stage in
      let codes = table.rows.filter { $0.entry.stage == stage }.map(\.entry.code)
      guard !codes.isEmpty else { return nil }
      let links = codes.map { "- <doc:\(Self.name(of: $0))>\n" }.joined()
      return "### \(Self.title(of: stage))\n\n\(links)"
    }
    .joined(separator: "\n")
  }

  private func text(of row: RuleTable.Row) throws -> String {
    let entry = row.entry
    guard case .finding(let severity) = entry.kind, let stage = entry.stage else { return "" }
    let actions = entry.actions.map { "\($0.name) (`\($0.rawValue)`)" }.joined(separator: " or ")
    let near = table.rows.map(\.entry).filter { $0.stage == stage && $0.code != entry.code }
    var lines = [
      "# \(entry.code)", "", entry.meaning, "", "## Overview", "",
      "| | |", "|---|---|",
      "| stage | \(Self.title(of: stage)) |",
      "| severity, at worst | `\(severity.rawValue)`: \(Self.effect(of: severity)) |",
      "| metric | \(entry.metric ?? "none") |",
      "| default limit | \(entry.limit ?? "none") |",
      "| action | \(actions.isEmpty ? "none" : actions) |",
      "", "### What to do", "", entry.remedy,
      "", "### How it is judged", "",
    ]
    lines += try row.rules.map { "\(try Self.documentation(of: $0))\n\nThe rule: `\($0)`.\n" }
    lines += ["### Raised by", ""] + row.raised.map { "- \($0)" }
    lines += ["", "### Not raised by", ""] + row.inside.map { "- \($0)" }
    if !near.isEmpty {
      lines += ["", "### Findings of the same stage", ""]
      lines += near.map { "- <doc:\(Self.name(of: $0.code))>: \($0.meaning)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The documentation before the type that a file declares first.
  private static func documentation(of rule: String) throws -> String {
    let file = RuleTable.root.appending(path: "Sources/Monitoring/\(rule)")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let declared = lines.firstIndex {
      $0.firstMatch(of: #/^(?:package |extension |)(?:enum|struct|extension)\b/#) != nil
    }
    let above = lines[..<(declared ?? 0)].reversed().prefix { $0.hasPrefix("///") }.reversed()
    return above.map { String($0.dropFirst(3)).trimmingCharacters(in: .whitespaces) }
      .joined(separator: "\n").replacing("``", with: "`")
  }

  /// What a severity does to a result.
  private static func effect(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: "worth knowing, changes nothing"
    case .warning: "the result stands, a person should look"
    case .indeterminate: "the sample cannot be called at some or all cutoffs"
    case .failure: "the assay failed, the sample is not evaluable"
    case .error: "the program could not do its work"
    }
  }

  /// What a stage is called.
  private static func title(of stage: RegisteredCode.Stage) -> String {
    switch stage {
    case .preanalytics: "Specimen"
    case .dna: "DNA"
    case .control: "Internal controls"
    case .run: "Sequencing run and its controls"
    case .contamination: "Contamination and index hopping"
    case .baseline: "Baseline and its index"
    case .library: "Library"
    case .quantification: "Level"
    case .haemodilution: "Haemodilution"
    case .drift: "Drift of the clone"
    case .identity: "Identity of the sample"
    case .method: "Method"
    case .software: "Software and files"
    case .germline: "Germline set"
    }
  }
}
