package import Diagnostics
import Quantification

/// Flags samples with too few cells for the primary cutoff at any depth.
///
/// A warning: the status at the cutoff already says that the sample cannot be negative there.
package enum DNAQuantityRule: FindingRule {
  /// The code of the findings.
  package static let code = "DNA-QTY"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let primary = evidence.parameters.cutoffs.primary
    let sample = evidence.quantification
    guard let cells = sample.cells.equivalents, !sample.usedReplicates.isEmpty else { return nil }
    guard let limit = sample.sensitivity.cellLimitedLOD95 else {
      return diagnostic(
        .warning,
        .init("cells", 0, limit: 1),
        "0 cells can be amplified, no level can be told"
      )
    }
    guard limit > primary else { return nil }
    return diagnostic(
      .warning,
      .init("LOD95 the cells allow", limit, limit: primary),
      "\(Int(cells)) cells allow a LOD95 of \(limit.text) at best, "
        + "the primary cutoff is \(primary.text)"
    )
  }
}
