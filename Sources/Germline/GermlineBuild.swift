package import Diagnostics

/// A germline set made by a builder, and what happened on the way.
package struct GermlineBuild: Hashable, Sendable {
  /// The set; its sha256 is that of its `fileBytes`.
  package var set: GermlineSet
  /// How many records the sources had: the alleles of the set and the excluded ones.
  package var recordCount: Int
  /// How many records were left out, by reason; reasons without a record are absent.
  package var excluded: [GermlineExclusion: Int]
  /// How many V without gaps were gapped after a near relative.
  package var gappedCount: Int
  /// How many D and J alleles got flanks from the default set.
  package var flankedCount: Int
  /// What a person should look at, in the order of the sources.
  package var findings: [Diagnostic]
}
