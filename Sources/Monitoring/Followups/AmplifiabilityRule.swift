package import Diagnostics
import Quantification

/// Flags DNA of which too little can be amplified.
package enum AmplifiabilityRule: FindingRule {
  /// The code of the findings.
  package static let code = "DNA-AMP"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.parameters.cells
    guard let share = evidence.quantification.cells.amplifiability else { return nil }
    if share < limits.amplifiabilityFailure {
      return diagnostic(
        .failure,
        .init("amplifiable share of the cells", share, limit: limits.amplifiabilityFailure),
        "\(share.text) of the cells can be amplified, "
          + "at least \(limits.amplifiabilityFailure.text) must be"
      )
    }
    guard share < limits.amplifiabilityWarning else { return nil }
    return diagnostic(
      .warning,
      .init("amplifiable share of the cells", share, limit: limits.amplifiabilityWarning),
      "\(share.text) of the cells can be amplified, "
        + "at least \(limits.amplifiabilityWarning.text) should be"
    )
  }
}
