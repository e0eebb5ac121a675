package import Diagnostics

/// Flags a sample without the clone whose V alleles are another person's (DOMAIN section 5.1 b).
package enum GenotypeRule: FindingRule {
  /// The code of the findings.
  package static let code = "ID-SWAP"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: GenotypeEvidence) -> Diagnostic? {
    let limits = evidence.limits
    let (all, shared) = evidence.compared
    guard !evidence.isIndexDetected, all >= limits.clonotypes else { return nil }
    let concordance = Double(shared) / Double(all)
    guard concordance < limits.concordance else { return nil }
    return diagnostic(
      .failure,
      .init("share of V alleles of the baseline", concordance, limit: limits.concordance),
      "no index clonotype is detected and \(concordance.text) of \(all) polyclonal clonotypes have "
        + "a V allele of the baseline, at least \(limits.concordance.text) is expected"
    )
  }
}
