package import Clonotyping
package import Rearrangements

/// What index selection makes of the leading clonotypes of a sample.
package struct SelectedCandidates: Hashable, Sendable {
  /// The index clonotypes, in tracking order.
  package var accepted: [IndexCandidate]
  /// The candidates that a gate rejects, by class and share.
  package var rejected: [IndexCandidate]
  /// The leading clonotypes that no gate can judge, by class and share.
  package var unannotated: [UnannotatedClonotype]

  /// All candidates: the accepted ones, then the rejected ones.
  package var candidates: [IndexCandidate] { accepted + rejected }
}

/// A leading clonotype whose best read cannot be annotated, so that it has no signature to be
/// followed by.
package struct UnannotatedClonotype: Hashable, Sendable {
  /// Its row in the sample's table of clonotypes.
  package var id: ClonotypeID
  /// The clonotype.
  package var clonotype: Clonotype
  /// Its share of the class's reads, `0...1`.
  package var likeFraction: Double
  /// Why its best read is no rearrangement.
  package var reason: RejectionReason

  /// The class it was compared in.
  package var locusClass: LocusClass { LocusClass(clonotype.type) }
}
