package import Diagnostics

/// Flags a baseline whose reads could not be scaled to templates.
package enum BaselineScaleRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-NOSCALE"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    guard !evidence.isScaled else { return nil }
    return diagnostic(
      .warning,
      .init("control reads", 0, limit: 1),
      "0 control reads to scale by, templates are unknown"
    )
  }
}
