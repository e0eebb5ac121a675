package import Diagnostics

/// Flags samples with many reads that fit more than one clone or control.
package enum AmbiguityRule: FindingRule {
  /// The code of the findings.
  package static let code = "QT-AMBIG"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.limits.ambiguousFraction
    let reads = evidence.ambiguousReads + evidence.matchedReads
    guard reads > 0 else { return nil }
    let share = Double(evidence.ambiguousReads) / Double(reads)
    guard share > limit else { return nil }
    return diagnostic(
      .warning,
      .init("ambiguous share of matched reads", share, limit: limit),
      "\(share.text) of the matched reads fit more than one clone or control, "
        + "at most \(limit.text) should"
    )
  }
}
