import Clonotyping
package import Diagnostics
import Quantification
import Tracking

/// Flags samples whose primary clonotypes disagree about the level.
package enum HeterogeneityRule: FindingRule {
  /// The code of the findings.
  package static let code = "QT-HET"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.parameters.levels.heterogeneityP
    let sample = evidence.quantification
    guard sample.isDetected, let p = sample.heterogeneityP, p < limit else { return nil }
    let templates = sample.clones.filter { $0.clone.role == .primary }.compactMap { clone in
      clone.templates.map { "\(clone.clone.cloneID) \($0.text)" }
    }
    return diagnostic(
      .warning,
      .init("p value of one level for all clonotypes", p, limit: limit),
      "the primary clonotypes differ by more than chance (templates: "
        + templates.joined(separator: ", ") + "; p \(p.pText), at least \(limit.text) is expected)"
    )
  }
}
