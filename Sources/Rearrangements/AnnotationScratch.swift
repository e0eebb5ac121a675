import Alignments
import Nucleotides

/// Working memory of one annotating thread; reused from read to read.
package struct AnnotationScratch: ~Copyable {
  /// The read as given, base codes.
  var forward: [UInt8] = []
  /// Its reverse complement.
  var reverse: [UInt8] = []
  /// Votes by class and origin.
  var votes: [UInt16] = []
  /// Whether `votes` are those of all classes and not of 3′ elements alone.
  var hasAllVotes = false
  /// The same for the strand that was not chosen.
  var otherVotes: [UInt16] = []
  /// Part of the read laid out in the columns of a matrix.
  var query: [UInt8] = []
  /// Equal bases of each row of the matrix at hand.
  var equal: [Int] = []
  /// A row of each class that fitted a read before: the first to be tried where any will do.
  var likelyRows = InlineArray<9, Int>(repeating: 0)
  /// The rows that fit the read's 5′ element equally well; set by `locate`.
  package var fiveRows: [Int] = []
  /// The rows that fit the read's 3′ element equally well; set by `locate`.
  package var threeRows: [Int] = []
  /// The best V of a read without a J or Kde; `nil` if there is none.
  var lone: LoneElement?
  /// Aligner of V genes with insertions or deletions.
  var aligner = BandedAligner()

  /// Counts the bases that each row of a matrix shares with a part of a read, in `equal`.
  ///
  /// - Returns: Whether the part touches the matrix; `equal` is meaningless if not.
  mutating func compare(
    _ matrix: ReferenceMatrix,
    _ read: Span<UInt8>,
    _ part: Range<Int>,
    origin: Int
  ) -> Bool {
    let blocks = matrix.layOut(read, part, origin: origin, into: &query)
    guard !blocks.isEmpty else { return false }
    var counts = equal
    equal = []
    matrix.compareAll(query.span, blocks, into: &counts)
    equal = counts
    return true
  }

  /// Takes over a read as given.
  mutating func takeForward(_ read: Span<UInt8>) {
    forward.removeAll(keepingCapacity: true)
    forward.append(addingCapacity: read.count) { output in
      for index in read.indices { output.append(read[index]) }
    }
  }

  /// Takes over the reverse complement of a read.
  mutating func takeReverse(_ read: Span<UInt8>) {
    reverse.removeAll(keepingCapacity: true)
    reverse.append(addingCapacity: read.count) { output in
      for index in read.indices { output.append(complement(read[read.count &- 1 &- index])) }
    }
  }

  /// Creates scratch that grows with use.
  package init() {}

  /// The bases of the strand that a located rearrangement refers to.
  package func coding(_ revComp: Bool) -> [UInt8] { revComp ? reverse : forward }
}
