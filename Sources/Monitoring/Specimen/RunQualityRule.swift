package import Diagnostics

/// Flags a sequencing run of poor quality.
package enum RunQualityRule: FindingRule {
  /// The code of the findings.
  package static let code = "RUN-PF"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let limits = evidence.limits
    if let share = evidence.runQ30, share < limits.q30 {
      return diagnostic(
        .failure,
        .init("Q30 share of the run", share, limit: limits.q30),
        "\(share.text) of the run's bases have Q30, at least \(limits.q30.text) must"
      )
    }
    guard let error = evidence.runPhiXError, error > limits.phiXError else { return nil }
    return diagnostic(
      .failure,
      .init("PhiX error of the run", error, limit: limits.phiXError),
      "PhiX error of \(error.text), at most \(limits.phiXError.text) is allowed"
    )
  }
}
