package import Diagnostics

/// Flags libraries whose polyclonal background has collapsed.
package enum BackgroundRule: FindingRule {
  /// The code of the findings.
  package static let code = "LIB-BG"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.limits
    if let count = evidence.backgroundClonotypes, count < limits.backgroundClonotypes {
      return diagnostic(
        .warning,
        .init(
          "clonotypes besides the index",
          Double(count),
          limit: Double(limits.backgroundClonotypes)
        ),
        "\(counted(count, "clonotype")) besides the index, "
          + "at least \(limits.backgroundClonotypes) are expected"
      )
    }
    guard let effective = evidence.effectiveClonotypes, effective < limits.effectiveClonotypes
    else { return nil }
    return diagnostic(
      .warning,
      .init("effective clonotypes besides the index", effective, limit: limits.effectiveClonotypes),
      "\(effective.text) effective clonotypes besides the index, "
        + "at least \(limits.effectiveClonotypes.text) are expected"
    )
  }
}
