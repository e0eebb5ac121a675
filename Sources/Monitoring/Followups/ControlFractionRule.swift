package import Diagnostics
import Quantification

/// Flags controls whose share of the reads is out of its window.
package enum ControlFractionRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-RNG"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.parameters.controls
    let reads = evidence.quantification.controlReads
    guard reads > 0, evidence.totalReads > 0 else { return nil }
    let share = Double(reads) / Double(evidence.totalReads)
    guard share < limits.minimumFraction || share > limits.maximumFraction else { return nil }
    let limit = share < limits.minimumFraction ? limits.minimumFraction : limits.maximumFraction
    return diagnostic(
      .warning,
      .init("share of control reads", share, limit: limit),
      "\(share.text) of the reads are of controls, expected \(limits.minimumFraction.text) "
        + "to \(limits.maximumFraction.text)"
    )
  }
}
