package import Diagnostics

/// Flags DNA with protein or other substances in it.
package enum PurityRule: FindingRule {
  /// The code of the findings.
  package static let code = "DNA-PUR"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let accepted = evidence.limits.purity
    guard evidence.hasDNA, let ratio = evidence.a260To280, !accepted.contains(ratio) else {
      return nil
    }
    let limit = ratio < accepted.lowerBound ? accepted.lowerBound : accepted.upperBound
    return diagnostic(
      .warning,
      .init("A260/280", ratio, limit: limit),
      "A260/280 of \(ratio.text), expected \(accepted.lowerBound.text) to \(accepted.upperBound.text)"
    )
  }
}
