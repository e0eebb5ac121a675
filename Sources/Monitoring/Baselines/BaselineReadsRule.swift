package import Diagnostics

/// Flags a baseline library with too few reads.
package enum BaselineReadsRule: FindingRule {
  /// The code of the findings.
  package static let code = "RUN-RDS"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limit = evidence.limits.baselineReads
    guard evidence.totalReads < limit else { return nil }
    return diagnostic(
      .failure,
      .init("reads", Double(evidence.totalReads), limit: Double(limit)),
      "\(counted(evidence.totalReads, "read")), at least \(limit) are needed"
    )
  }
}
