package import Diagnostics

/// Flags DNA in which a control PCR goes otherwise than it should.
package enum InhibitionRule: FindingRule {
  /// The code of the findings.
  package static let code = "DNA-INH"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let accepted = evidence.limits.spikeRecovery
    guard evidence.hasDNA, let recovery = evidence.spikeRecovery, !accepted.contains(recovery)
    else { return nil }
    let limit = recovery < accepted.lowerBound ? accepted.lowerBound : accepted.upperBound
    return diagnostic(
      .failure,
      .init("spike recovery over the expected", recovery, limit: limit),
      "spike recovery of \(recovery.text) of the expected, it must be \(accepted.lowerBound.text) to "
        + accepted.upperBound.text
    )
  }
}
