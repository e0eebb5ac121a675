package import Diagnostics
import Quantification

/// Flags controls with too few reads or copies to scale by.
package enum ControlPrecisionRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-LOW"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.parameters.controls
    let sample = evidence.quantification
    guard let depth = sample.readsPerTemplate, let copies = sample.controlCopies else { return nil }
    if depth < limits.minimumReadsPerCopy {
      return diagnostic(
        .failure,
        .init("reads per control copy", depth, limit: limits.minimumReadsPerCopy),
        "\(depth.text) reads per control copy, "
          + "at least \(limits.minimumReadsPerCopy.text) are needed"
      )
    }
    guard copies < limits.minimumCopies else { return nil }
    return diagnostic(
      .failure,
      .init("control copies", copies, limit: limits.minimumCopies),
      "\(copies.text) control copies in the replicates that count, "
        + "at least \(limits.minimumCopies.text) are needed"
    )
  }
}
