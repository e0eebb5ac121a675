import Alignments

/// Working memory of one annotating thread; reused from read to read.
package struct AnnotationScratch: ~Copyable {
  /// Both strands of the read at hand.
  var strands = ReadStrands()
  /// What placing needs, and the rows placed.
  var placing = PlacingScratch()
  /// The votes on the strand that was not chosen.
  var otherVotes = KmerVotes()
  /// The best V of a read without a J or Kde; `nil` if there is none.
  var lone: LoneElement?
  /// Aligner of V genes with insertions or deletions.
  var aligner = BandedAligner()

  /// The rows that fit the read's 5′ element equally well; set by `locate`.
  package var fiveRows: [Int] { placing.fiveRows }

  /// The rows that fit the read's 3′ element equally well; set by `locate`.
  package var threeRows: [Int] { placing.threeRows }

  /// Creates scratch that grows with use.
  package init() {}

  /// The bases of the strand that a located rearrangement refers to.
  package func coding(_ revComp: Bool) -> [UInt8] { strands.bases(revComp: revComp) }
}
