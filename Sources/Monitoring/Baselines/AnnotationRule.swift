import Clonotyping
package import Diagnostics
import Rearrangements
import Tracking

/// Flags a clonotype large enough for an index clonotype that cannot be annotated: it has no
/// signature, so that no later sample is searched for it.
package enum AnnotationRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-ANNOT"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limit = evidence.criteria.tierB
    let large = evidence.unannotated.filter { $0.likeFraction >= limit }
    guard let most = large.map(\.likeFraction).max() else { return nil }
    let names = large.map {
      "\($0.id) with \($0.likeFraction.text) of the \($0.locusClass.rawValue) reads "
        + "(\($0.reason.rawValue))"
    }
    return diagnostic(
      .warning,
      .init("share of like reads of a clonotype without annotation", most, limit: limit),
      "\(names.joined(separator: ", ")) cannot be annotated and is not followed"
    )
  }
}
