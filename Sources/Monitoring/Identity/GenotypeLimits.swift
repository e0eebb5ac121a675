/// The limits by which two samples' V alleles tell subjects apart (article "Identity of a sample",
/// section 2).
package struct GenotypeLimits: Hashable, Sendable, Codable {
  /// Fewest clonotypes of the later sample that are compared.
  package var clonotypes = 50
  /// Fewest clonotypes of a gene at baseline that show its alleles: one of two is missed in a
  /// quarter of the heterozygous genes, and then half the later clonotypes differ.
  package var clonotypesPerGene = 3
  /// Smallest share of clonotypes whose allele the baseline has.
  package var concordance = 0.8
  /// V identity from which an allele call is believed.
  package var vIdentity = 0.98

  /// The limits of the profile `clonetrack-mm-v1`.
  package static let clonetrackMMv1 = GenotypeLimits()

  /// Creates the defaults.
  package init() {}

  /// Whether so little of a V is mutated that its allele call is believed.
  ///
  /// - Parameter identity: The share of its bases that are the allele's, `0...1`.
  /// - Returns: Whether the identity reaches the limit.
  package func believes(callOfIdentity identity: Double) -> Bool { identity >= vIdentity }

  private enum CodingKeys: String, CodingKey {
    case clonotypes = "genotype_clonotypes"
    case clonotypesPerGene = "genotype_per_gene"
    case concordance = "genotype_concordance"
    case vIdentity = "genotype_v_identity"
  }
}
