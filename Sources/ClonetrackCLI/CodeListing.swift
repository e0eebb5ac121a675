import ArgumentParser
package import Diagnostics
import FoundationEssentials

/// Codes for programs: what `clonetrack explain --json` prints.
///
/// What a code does not have, such as the limit of an error, is `null`.
package struct CodeListing: Encodable, Sendable {
  /// One code.
  struct Entry: Encodable {
    var code: String
    /// `error` or `finding`.
    var kind: String
    /// The worst severity the code can have.
    var severity: String
    var exitCode: Int32?
    var stage: String?
    var meaning: String
    var metric: String?
    var limit: String?
    var actions: [String]
    var remedy: String

    private enum CodingKeys: String, CodingKey {
      case code, kind, severity, stage, meaning, metric, limit, actions, remedy
      case exitCode = "exit_code"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(code, forKey: .code)
      try container.encode(kind, forKey: .kind)
      try container.encode(severity, forKey: .severity)
      try container.encode(exitCode, forKey: .exitCode)
      try container.encode(stage, forKey: .stage)
      try container.encode(meaning, forKey: .meaning)
      try container.encode(metric, forKey: .metric)
      try container.encode(limit, forKey: .limit)
      try container.encode(actions, forKey: .actions)
      try container.encode(remedy, forKey: .remedy)
    }
  }

  private var schema = "clonetrack.codes/1"
  private var codes: [Entry]

  /// Creates the listing of some codes, in their order.
  package init(_ entries: [RegisteredCode]) {
    codes = entries.map { entry in
      let severity: Diagnostic.Severity
      if case .finding(let worst) = entry.kind { severity = worst } else { severity = .error }
      return Entry(
        code: entry.code,
        kind: severity == .error ? "error" : "finding",
        severity: severity.rawValue,
        exitCode: severity == .error
          ? CLIExit.code(for: Diagnostic(code: entry.code, message: "")).rawValue : nil,
        stage: entry.stage?.rawValue,
        meaning: entry.meaning,
        metric: entry.metric,
        limit: entry.limit,
        actions: entry.actions.map(\.rawValue),
        remedy: entry.remedy
      )
    }
  }

  /// The listing as JSON with sorted keys and a newline at the end.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      // Text, numbers without fractions and null can always be written.
      preconditionFailure("the codes cannot be written as JSON: \(error)")
    }
  }
}
