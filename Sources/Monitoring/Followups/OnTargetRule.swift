package import Diagnostics

/// Flags a library with few reads of rearrangements and controls.
package enum OnTargetRule: FindingRule {
  /// The code of the findings.
  package static let code = "RUN-OT"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.limits
    guard let reads = evidence.onTargetReads, evidence.totalReads > 0 else { return nil }
    let share = Double(reads) / Double(evidence.totalReads)
    if share < limits.onTargetFailure {
      return diagnostic(
        .failure,
        .init("share of reads on target", share, limit: limits.onTargetFailure),
        "\(share.text) of the reads are rearrangements or controls, "
          + "at least \(limits.onTargetFailure.text) must be"
      )
    }
    guard share < limits.onTargetWarning else { return nil }
    return diagnostic(
      .warning,
      .init("share of reads on target", share, limit: limits.onTargetWarning),
      "\(share.text) of the reads are rearrangements or controls, "
        + "at least \(limits.onTargetWarning.text) should be"
    )
  }
}
