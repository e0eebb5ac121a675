import Clonotyping
package import Diagnostics
import Tracking

/// Flags a baseline in which the tumour is too small to be found.
package enum LowClonalityRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-LOWCLN"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let criteria = evidence.criteria
    let best = evidence.candidates.max { $0.likeFraction < $1.likeFraction }
    guard evidence.index.isEmpty, let best else { return nil }
    if best.likeFraction < criteria.tierB {
      return diagnostic(
        .failure,
        .init(
          "share of like templates of the best candidate",
          best.likeFraction,
          limit: criteria.tierB
        ),
        "the best candidate \(best.cloneID) has \(best.likeFraction.text) of the like templates, "
          + "at least \(criteria.tierB.text) are needed"
      )
    }
    guard let templates = best.templates, templates < criteria.minTemplates else { return nil }
    return diagnostic(
      .failure,
      .init("templates of the best candidate", templates, limit: criteria.minTemplates),
      "the best candidate \(best.cloneID) has \(templates.text) templates, "
        + "at least \(criteria.minTemplates.text) are needed"
    )
  }
}
