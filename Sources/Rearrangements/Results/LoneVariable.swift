package import Germline
package import Nucleotides

/// The V of a read that shows no J or Kde behind it: no rearrangement, and not counted, but named.
package struct LoneVariable: Hashable, Sendable {
  /// The locus of the V.
  package var locus: Locus
  /// The read on the coding strand; all offsets refer to it.
  package var sequence: NucleotideSequence
  /// Whether `sequence` is the reverse complement of the read as sequenced.
  package var revComp: Bool
  /// The V.
  package var v: Rearrangement.SegmentCall
  /// The read with gaps where the germline has more, from the first to the last aligned base.
  package var sequenceAlignment: String
  /// The germline with gaps where the read has more, column by column.
  package var germlineAlignment: String

  /// Creates a lone V.
  package init(
    locus: Locus,
    sequence: NucleotideSequence,
    revComp: Bool,
    v: Rearrangement.SegmentCall,
    sequenceAlignment: String,
    germlineAlignment: String
  ) {
    (self.locus, self.sequence, self.revComp, self.v) = (locus, sequence, revComp, v)
    (self.sequenceAlignment, self.germlineAlignment) = (sequenceAlignment, germlineAlignment)
  }
}
