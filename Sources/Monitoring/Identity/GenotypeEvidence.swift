package import Tracking

/// The V alleles of a later sample beside those of its baseline.
package struct GenotypeEvidence: Hashable, Sendable {
  /// Whether a tracked clone is detected.
  package var isIndexDetected: Bool
  /// The baseline's alleles.
  package var baseline: AlleleCensus
  /// The later sample's alleles.
  package var later: AlleleCensus
  /// The limits.
  package var limits: GenotypeLimits

  /// Collects the evidence.
  package init(
    isIndexDetected: Bool,
    baseline: AlleleCensus,
    later: AlleleCensus,
    limits: GenotypeLimits = .clonetrackMMv1
  ) {
    self.isIndexDetected = isIndexDetected
    self.baseline = baseline
    self.later = later
    self.limits = limits
  }

  /// The later sample's clonotypes of genes whose alleles the baseline tells, and those among them
  /// whose allele the baseline has.
  package var compared: (all: Int, shared: Int) {
    later.counts.reduce(into: (0, 0)) { sum, item in
      guard
        let known = baseline.alleles(of: item.key, fewest: limits.clonotypesPerGene)
      else { return }
      for (call, count) in item.value {
        sum.0 += count
        if !known.isDisjoint(with: call.split(separator: ",")) { sum.1 += count }
      }
    }
  }

  /// What the alleles say about whose sample it is.
  package var verdict: GenotypeVerdict {
    let (all, shared) = compared
    if isIndexDetected { return .cloneDetected }
    guard all >= limits.clonotypes else { return .tooFew }
    return Double(shared) / Double(all) < limits.concordance ? .differs : .agrees
  }
}
