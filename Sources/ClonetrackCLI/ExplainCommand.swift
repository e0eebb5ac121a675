package import ArgumentParser
package import Diagnostics

/// `clonetrack explain`: what a code of a finding or an error means.
package struct ExplainCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what the code of a finding or an error means and what to do about it.",
    discussion: "Without a code, lists all of them."
  )

  package static let example = "clonetrack explain QT-SENS"

  @Argument(help: "The code, as printed in brackets and written in the records.")
  var code: String?

  @Flag(help: "Print JSON instead of text.")
  var json = false

  package init() {}

  package func run() throws {
    guard let code else {
      print(json ? CodeListing(CodeRegistry.entries).json : Self.list, terminator: "")
      return
    }
    guard let entry = CodeRegistry.entry(for: code.uppercased()) else {
      StandardError.print(Self.unknown(code))
      throw CLIExit.code(for: Self.unknown(code))
    }
    print(json ? CodeListing([entry]).json : Self.text(of: entry) + "\n", terminator: "")
  }

  /// Every code with its kind and meaning, one line each, in the order of the registry.
  package static var list: String {
    let entries = CodeRegistry.entries
    let codeWidth = entries.map(\.code.count).max() ?? 0
    let kindWidth = entries.map { $0.kind.name.count }.max() ?? 0
    return entries.map { entry in
      "\(entry.code.padded(to: codeWidth))  \(entry.kind.name.padded(to: kindWidth))  "
        + "\(entry.meaning)\n"
    }
    .joined()
  }

  /// What is known about one code.
  package static func text(of entry: RegisteredCode) -> String {
    var lines = ["\(entry.code) (\(entry.kind.name))", "  \(entry.meaning)"]
    if let metric = entry.metric { lines.append("  Metric: \(metric)") }
    if let limit = entry.limit { lines.append("  Limit: \(limit)") }
    if entry.stage != nil, entry.metric != nil {
      let names = entry.actions.map(\.name)
      lines.append(
        "  Action: "
          + (names.isEmpty ? "none" : "\(names.joined(separator: " or ")) (\(entry.action))")
      )
    }
    lines.append("  What to do: \(entry.remedy)")
    return lines.joined(separator: "\n")
  }

  private static func unknown(_ code: String) -> Diagnostic {
    let nearest = NearestName.of(code.uppercased(), in: CodeRegistry.entries.map(\.code))
    return Diagnostic(
      code: "RUN-USAGE",
      message: "no finding and no error has the code '\(code)'",
      suggestion: nearest.map { "Did you mean '\($0)'?" }
        ?? "Run 'clonetrack explain' for a list of all codes."
    )
  }
}

extension RegisteredCode.Kind {
  /// What `explain` calls the kind: an error with its exit code, or the severity of a finding.
  var name: String {
    switch self {
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
}

extension String {
  /// The string with blanks after it, as wide as a table's column.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
