package import Diagnostics
import Quantification

/// Flags controls whose share of the reads varies between replicates.
package enum ControlVariationRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-CV"

  /// The replicates below which a variation means nothing (article "Failures and findings",
  /// section 4): of two values it is
  /// only their difference.
  private static let minimumReplicates = 3

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.parameters.controls.maximumVariation
    let sample = evidence.quantification
    let shares = sample.usedReplicates.compactMap { replicate -> Double? in
      guard let total = evidence.replicateReads[replicate.index], total > 0 else { return nil }
      return Double(replicate.controlReads) / Double(total)
    }.sorted()
    guard sample.hasCalibrator, shares.count >= minimumReplicates else { return nil }
    let mean = shares.reduce(0, +) / Double(shares.count)
    let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variation = (squares / Double(shares.count - 1)).squareRoot() / mean
    guard variation > limit else { return nil }
    return diagnostic(
      .warning,
      .init("coefficient of variation of the control's share", variation, limit: limit),
      "coefficient of variation \(variation.text) of the control's share over "
        + "\(counted(shares.count, "replicate")), at most \(limit.text) is expected"
    )
  }
}
