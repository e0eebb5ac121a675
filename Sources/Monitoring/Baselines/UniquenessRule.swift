import Clonotyping
package import Diagnostics
import Tracking

/// Flags a baseline whose every index clonotype is common elsewhere.
package enum UniquenessRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-UNIQ"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limit = evidence.criteria.maxExpectedBackground
    let backgrounds = evidence.index.map { $0.expectedBackground ?? 0 }
    guard let least = backgrounds.min(), least > limit else { return nil }
    return diagnostic(
      .indeterminate,
      .init("expected background templates of the rarest index", least, limit: limit),
      "\(least.text) background templates expected of the rarest index clonotype, "
        + "at most \(limit.text) make a marker"
    )
  }
}
