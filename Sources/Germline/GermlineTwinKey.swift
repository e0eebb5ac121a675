import Nucleotides

/// What two alleles share if no read can tell them apart.
struct GermlineTwinKey: Hashable {
  /// The kind of segment.
  var segment: Segment
  /// The bases.
  var sequence: NucleotideSequence
}
