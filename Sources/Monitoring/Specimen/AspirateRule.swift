package import Diagnostics
import Quantification
import Statistics

/// Flags an aspirate with fewer cells than the primary cutoff needs.
package enum AspirateRule: FindingRule {
  /// The code of the findings.
  package static let code = "PRE-VOL"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let detection = evidence.parameters.detection
    let primary = evidence.parameters.cutoffs.primary
    let needed = meanForDetection(of: 1, probability: detection.detectionProbability) / primary
    guard evidence.isPatient, let cells = evidence.aspirateCells, cells < needed else { return nil }
    return diagnostic(
      .warning,
      .init("cells in the aspirate", cells, limit: needed),
      "\(cells.text) cells in the aspirate, the cutoff \(primary.text) needs \(needed.text)"
    )
  }
}
