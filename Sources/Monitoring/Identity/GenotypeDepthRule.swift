package import Diagnostics

/// Notes a sample without the clone in which another person's V alleles would not be seen.
///
/// A swap is then excluded neither by the clone nor by alleles; that limits what a negative says,
/// and is no fault of the assay.
package enum GenotypeDepthRule: FindingRule {
  /// The code of the findings.
  package static let code = "ID-FEW"

  /// The finding about a sample; `nil` if its identity can be judged.
  package static func finding(for evidence: GenotypeEvidence) -> Diagnostic? {
    guard evidence.verdict == .tooFew else { return nil }
    let (all, needed) = (evidence.compared.all, evidence.limits.clonotypes)
    return diagnostic(
      .note,
      .init("clonotypes compared by V allele", Double(all), limit: Double(needed)),
      "no index clonotype is detected and \(counted(all, "polyclonal clonotype")) can be compared "
        + "with the baseline by V allele, at least \(needed) are needed: another person's sample "
        + "would not be seen"
    )
  }
}
