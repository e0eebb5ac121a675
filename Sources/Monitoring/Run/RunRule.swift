package import Diagnostics

/// A check of a whole run: one rule, one code, one file.
///
/// A rule sees values, never files.
package protocol RunRule: Sendable {
  /// The code of its findings.
  static var code: String { get }
  /// What it finds, in the order of the samples.
  static func findings(for run: RunAnalysis) -> [RunFinding]
}

/// A finding about one sample of a run.
package struct RunFinding: Hashable, Sendable {
  /// The place of the sample in the evidence.
  package var sample: Int
  /// What was found.
  package var diagnostic: Diagnostic
}

extension RunRule {
  /// A finding with the rule's code.
  static func finding(
    _ sample: Int,
    _ severity: Diagnostic.Severity,
    _ measurement: Diagnostic.Measurement? = nil,
    _ message: String
  ) -> RunFinding {
    RunFinding(
      sample: sample,
      diagnostic: Diagnostic(
        code: code,
        severity: severity,
        message: message,
        measurement: measurement
      )
    )
  }
}
