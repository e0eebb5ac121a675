package import Monitoring

extension FollowupRecord {
  /// Whether clone and V alleles tell whose sample it is.
  package struct IdentityRecord: Codable, Hashable, Sendable {
    /// What they say; a clone of another subject is a finding of the run.
    package var verdict: GenotypeVerdict
    /// Polyclonal clonotypes of V genes whose alleles the baseline tells.
    package var comparedClonotypes: Int
    /// Those among them with an allele of the baseline.
    package var sharedClonotypes: Int
    /// Compared clonotypes below which a swap would not be seen.
    package var neededClonotypes: Int

    /// Creates a record.
    package init(
      verdict: GenotypeVerdict,
      comparedClonotypes: Int,
      sharedClonotypes: Int,
      neededClonotypes: Int
    ) {
      self.verdict = verdict
      self.comparedClonotypes = comparedClonotypes
      self.sharedClonotypes = sharedClonotypes
      self.neededClonotypes = neededClonotypes
    }

    private enum CodingKeys: String, CodingKey {
      case verdict
      case comparedClonotypes = "compared_clonotypes"
      case sharedClonotypes = "shared_clonotypes"
      case neededClonotypes = "needed_clonotypes"
    }
  }
}
