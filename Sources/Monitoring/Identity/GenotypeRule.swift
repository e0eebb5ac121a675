package import Diagnostics

/// Flags a sample without the clone whose V alleles are another person's (article "Identity of a
/// sample", section 2).
package enum GenotypeRule: FindingRule {
  /// The code of the findings.
  package static let code = "ID-SWAP"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: GenotypeEvidence) -> Diagnostic? {
    guard evidence.verdict == .differs else { return nil }
    let limit = evidence.limits.concordance
    let (all, shared) = evidence.compared
    let concordance = Double(shared) / Double(all)
    return diagnostic(
      .failure,
      .init("share of V alleles of the baseline", concordance, limit: limit),
      "no index clonotype is detected and \(concordance.text) of \(all) polyclonal clonotypes have "
        + "a V allele of the baseline, at least \(limit.text) is expected"
    )
  }
}
