import Alignments

/// A D gene found between V and J.
package struct FoundDiversity {
  /// Indices into the entries of the table that fit the aligned bases equally well; those of the
  /// likeliest gene first.
  package var entries: [Int]
  /// Whether the bases are the reverse complement of the alleles.
  package var isInverted: Bool
  /// The aligned offsets of the read.
  package var range: Range<Int>
  /// Offset of the first aligned base in the first entry.
  package var germlineStart: Int
  /// Score in units of `SegmentScore`.
  package var score: Int
  /// The probability that one of the named genes is the D, `0...1`.
  package var confidence: Double
}
