package import Diagnostics

/// A check of one sample: one rule, one code, one file.
///
/// A rule sees values, never files.
package protocol FindingRule<Evidence>: Sendable {
  /// What the rule looks at.
  associatedtype Evidence
  /// The code of its findings.
  static var code: String { get }
  /// The finding about a sample; `nil` if it passes or nothing is known.
  static func finding(for evidence: Evidence) -> Diagnostic?
}

extension FindingRule {
  /// A diagnostic with the rule's code.
  static func diagnostic(_ severity: Diagnostic.Severity, _ message: String) -> Diagnostic {
    Diagnostic(code: code, severity: severity, message: message)
  }

  /// A diagnostic with the rule's code and the number it rests on.
  static func diagnostic(
    _ severity: Diagnostic.Severity,
    _ measurement: Diagnostic.Measurement,
    _ message: String
  ) -> Diagnostic {
    Diagnostic(code: code, severity: severity, message: message, measurement: measurement)
  }
}
