package import Diagnostics
import Quantification

/// Flags libraries that read few templates over and over.
///
/// Each unrelated template has a clonotype of its own, nearly always; so the clonotypes besides the
/// index count the templates that the reads besides the index should have come from.
package enum LibraryComplexityRule: FindingRule {
  /// The code of the findings.
  package static let code = "LIB-CPX"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limits = evidence.limits
    guard let depth = evidence.quantification.readsPerTemplate,
      depth > limits.complexReadsPerTemplate, let clonotypes = evidence.backgroundClonotypes,
      let onTarget = evidence.onTargetReads
    else { return nil }
    let expected = Double(max(0, onTarget - evidence.matchedReads)) / depth
    guard Double(clonotypes) < limits.complexTemplates * expected else { return nil }
    return diagnostic(
      .warning,
      .init("reads per template", depth, limit: limits.complexReadsPerTemplate),
      "\(depth.text) reads per template and \(counted(clonotypes, "clonotype")) besides the index "
        + "where \(expected.text) templates were read, at least "
        + "\((limits.complexTemplates * expected).text) are expected"
    )
  }
}
