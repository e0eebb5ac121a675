package import Diagnostics

/// The colours of diagnostics: on terminals only, never where `NO_COLOR` is set or the terminal is
/// dumb (https://no-color.org).
package struct TerminalColours: Hashable, Sendable {
  /// Whether there are any.
  package var isOn: Bool

  /// Decides whether there are colours.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether a person is watching.
  ///   - environment: The variables of the process.
  package init(isTerminal: Bool, _ environment: [String: String]) {
    isOn =
      isTerminal && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM", default: "dumb"] != "dumb"
  }

  /// A diagnostic as it is printed: severity and code stand out, the remedy's word too.
  package func text(of diagnostic: Diagnostic) -> String {
    let plain = diagnostic.description
    guard isOn else { return plain }
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]:"
    guard plain.hasPrefix(head) else { return plain }
    let rest = String(plain.dropFirst(head.count))
    return Self.bold(head, Self.number(of: diagnostic.severity))
      + rest.replacing("\n  help:", with: "\n  \(Self.bold("help:", 36))")
  }

  /// Text in bold and a colour, by its number in ECMA-48 (SGR).
  private static func bold(_ text: String, _ colour: Int) -> String {
    "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }

  /// Red for what failed, magenta for what cannot be called, yellow for warnings, blue for notes.
  private static func number(of severity: Diagnostic.Severity) -> Int {
    switch severity {
    case .error, .failure: 31
    case .indeterminate: 35
    case .warning: 33
    case .note: 34
    }
  }
}
