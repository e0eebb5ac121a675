package import Diagnostics
import Quantification

/// Flags samples with too few reads per template to see one.
package enum DepthRule: FindingRule {
  /// The code of the findings.
  package static let code = "QT-DEPTH"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.parameters.detection
    guard let depth = evidence.quantification.readsPerTemplate else { return nil }
    if depth < limits.minimumDepth {
      return diagnostic(
        .failure,
        .init("reads per template", depth, limit: limits.minimumDepth),
        "\(depth.text) reads per template, at least \(limits.minimumDepth.text) are needed"
      )
    }
    guard depth < limits.fullDepth else { return nil }
    return diagnostic(
      .warning,
      .init("reads per template", depth, limit: limits.fullDepth),
      "\(depth.text) reads per template, at least \(limits.fullDepth.text) show every template"
    )
  }
}
