package import Diagnostics

/// Flags an aspirate that is not known to be the first pull.
package enum PullRule: FindingRule {
  /// The code of the findings.
  package static let code = "PRE-PULL"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    guard evidence.isPatient else { return nil }
    switch evidence.pull {
    case .number(let number) where number > 1:
      return diagnostic(
        .warning,
        .init("pull of the aspirate", Double(number), limit: 1),
        "the aspirate is pull \(number), pull 1 is expected"
      )
    case .unknown: return diagnostic(.warning, "the pull is not known, pull 1 is expected")
    case .number, nil: return nil
    }
  }
}
