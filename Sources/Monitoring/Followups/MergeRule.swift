package import Diagnostics

/// Flags a library of which few read pairs merge.
package enum MergeRule: FindingRule {
  /// The code of the findings.
  package static let code = "RUN-MERGE"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.limits.mergedFraction
    guard let share = evidence.mergedFraction, share < limit else { return nil }
    return diagnostic(
      .warning,
      .init("share of read pairs merged", share, limit: limit),
      "\(share.text) of the read pairs merge, at least \(limit.text) should"
    )
  }
}
