package import Diagnostics

/// Flags a baseline with more dominant rearrangements than one clone has.
package enum OligoclonalityRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-OLIGO"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limits = evidence.limits
    func count(_ locus: String) -> Int {
      evidence.index.count { $0.rearrangementType.hasPrefix(locus) }
    }
    let (heavy, kappa) = (count("IGH"), count("IGK"))
    guard heavy > limits.mostIGH || kappa > limits.mostIGK else { return nil }
    return diagnostic(
      .warning,
      "\(heavy) IGH and \(kappa) IGK index clonotypes, one clone has at most "
        + "\(limits.mostIGH) and \(limits.mostIGK)"
    )
  }
}
