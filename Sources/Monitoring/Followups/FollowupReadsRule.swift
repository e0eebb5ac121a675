package import Diagnostics

/// Flags a follow-up without a single read.
package enum FollowupReadsRule: FindingRule {
  /// The code of the findings.
  package static let code = "RUN-RDS"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    guard evidence.totalReads == 0 else { return nil }
    return diagnostic(.failure, .init("reads", 0, limit: 1), "0 reads, at least 1 is needed")
  }
}
