package import Diagnostics
import Quantification

/// Names the cutoffs that the sensitivity does not reach.
///
/// The statuses at these cutoffs already say so; the finding is a warning if the primary cutoff
/// is among them, else a note.
package enum SensitivityRule: FindingRule {
  /// The code of the findings.
  package static let code = "QT-SENS"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let cutoffs = evidence.parameters.cutoffs
    let sample = evidence.quantification
    guard !sample.usedReplicates.isEmpty else { return nil }
    guard let limit = sample.sensitivity.lod95 else {
      return diagnostic(.warning, "LOD95 is unknown, no cutoff can be judged negative")
    }
    let missed = cutoffs.list.filter { limit * cutoffs.sensitivityMargin > $0 }
    guard !missed.isEmpty else { return nil }
    let margin =
      cutoffs.sensitivityMargin == 1
      ? "" : ", which should be \(cutoffs.sensitivityMargin.text) times its value"
    return diagnostic(
      missed.contains(cutoffs.primary) ? .warning : .note,
      .init("LOD95", limit, limit: missed.max()),
      "LOD95 of \(limit.text) does not reach the cutoff\(missed.count == 1 ? "" : "s") "
        + FormattedNumber.list(missed).joined(separator: ", ") + margin
    )
  }
}
