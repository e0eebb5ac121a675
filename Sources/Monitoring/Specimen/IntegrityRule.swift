package import Diagnostics

/// Flags degraded DNA.
package enum IntegrityRule: FindingRule {
  /// The code of the findings.
  package static let code = "DNA-DIN"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let limits = evidence.limits
    guard evidence.hasDNA, let din = evidence.din else { return nil }
    if din < limits.integrityFailure {
      return diagnostic(
        .failure,
        .init("DNA integrity number", din, limit: limits.integrityFailure),
        "DIN of \(din.text), at least \(limits.integrityFailure.text) is needed"
      )
    }
    guard din < limits.integrityWarning else { return nil }
    return diagnostic(
      .warning,
      .init("DNA integrity number", din, limit: limits.integrityWarning),
      "DIN of \(din.text), at least \(limits.integrityWarning.text) is expected"
    )
  }
}
