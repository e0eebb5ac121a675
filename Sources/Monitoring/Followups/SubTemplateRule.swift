import Clonotyping
package import Diagnostics
import Quantification
import Tracking

/// Flags signals smaller than one template would give.
package enum SubTemplateRule: FindingRule {
  /// The code of the findings.
  package static let code = "CON-SUB"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let quantile = evidence.parameters.detection.subTemplateQuantile
    let sample = evidence.quantification
    let detected = sample.clones.filter { $0.isDetected && $0.clone.role == .primary }
    guard let first = detected.first, detected.allSatisfy(\.isSubTemplate),
      let depth = sample.readsPerTemplate
    else { return nil }
    return diagnostic(
      .indeterminate,
      .init("reads of the clone", Double(first.reads), limit: nil),
      "\(counted(first.reads, "read")) of \(first.clone.cloneID) at \(depth.text) reads per "
        + "template are below the \(quantile.text) quantile of one template in every replicate"
    )
  }
}
