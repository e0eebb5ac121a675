import Alignments
import Nucleotides

/// A strand laid on the rows of a class: its offset `origin` lies in the origin's column.
package struct Placement: Sendable {
  /// The rows.
  package let matrix: ReferenceMatrix
  /// The strand.
  package let strand: Strand
  /// The read offset of the origin of the class; may lie outside the read.
  package let origin: Int

  /// Lays a strand on a matrix.
  ///
  /// - Parameters:
  ///   - matrix: The rows.
  ///   - strand: The strand.
  ///   - origin: The read offset of the origin of the class.
  package init(_ matrix: ReferenceMatrix, on strand: Strand, at origin: Int) {
    (self.matrix, self.strand, self.origin) = (matrix, strand, origin)
  }

  /// The class of the rows.
  package var elementClass: ElementClass { matrix.elementClass }

  /// The read offset where the alignment is sure to be.
  var core: Int { origin + matrix.elementClass.core }

  /// The same strand with the origin so many bases further on.
  func shifted(by bases: Int) -> Placement {
    Placement(matrix, on: strand, at: origin + bases)
  }

  /// The best ungapped extension of a row to the right.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - position: The first offset of the strand.
  ///   - bound: The offset that is not passed, exclusive.
  ///   - mismatch: What two different bases score.
  /// - Returns: Its length and score.
  @inline(__always)
  func extendRight(
    row: Int,
    from position: Int,
    bound: Int,
    mismatch: Int = SegmentScore.mismatch
  ) -> (length: Int, score: Int) {
    matrix.extend(
      row: row,
      origin: origin,
      strand.bases.span,
      from: position,
      step: 1,
      bound: bound,
      mismatch: mismatch
    )
  }

  /// The best ungapped extension of a row to the left.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - position: The first offset of the strand.
  ///   - bound: The offset that is not passed, inclusive.
  ///   - mismatch: What two different bases score.
  /// - Returns: Its length and score.
  @inline(__always)
  func extendLeft(
    row: Int,
    from position: Int,
    bound: Int,
    mismatch: Int = SegmentScore.mismatch
  ) -> (length: Int, score: Int) {
    matrix.extend(
      row: row,
      origin: origin,
      strand.bases.span,
      from: position,
      step: -1,
      bound: bound,
      mismatch: mismatch
    )
  }

  /// How many bases of a part of the strand differ from a row's; unknown bases and bases beside the row
  /// count as different.
  @inline(__always)
  func differences(ofRow row: Int, over part: Range<Int>) -> Int {
    matrix.mismatches(row: row, origin: origin, strand.bases.span, part)
  }

  /// What a row scores over a part of the strand from end to end.
  func score(ofRow row: Int, over part: Range<Int>) -> Int {
    let different = differences(ofRow: row, over: part)
    return SegmentScore.match * (part.count - different) + SegmentScore.mismatch * different
  }

  /// A row laid on a stretch of the strand.
  func element(row: Int, _ range: Range<Int>, score: Int, shift: Int = 0) -> PlacedElement {
    PlacedElement(
      elementClass: matrix.elementClass,
      row: row,
      origin: origin,
      start: range.lowerBound,
      end: range.upperBound,
      score: score,
      shift: shift
    )
  }

  /// A row's best ungapped alignment around the core of a 5′ element.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - bounds: Offsets of the strand that the alignment does not leave.
  /// - Returns: The row where it lies.
  package func fivePrimeElement(row: Int, within bounds: Range<Int>) -> PlacedElement {
    let core = core
    let right = extendRight(row: row, from: core, bound: bounds.upperBound)
    let left = extendLeft(row: row, from: core - 1, bound: bounds.lowerBound)
    return element(
      row: row,
      (core - left.length)..<(core + right.length),
      score: left.score + right.score
    )
  }
}

extension PlacedElement {
  /// The read offset where the alignment is sure to be.
  var core: Int { origin + elementClass.core }

  /// The strand on the rows of its class, as it was placed.
  func placement(in matrices: ReferenceMatrices, on strand: Strand) -> Placement {
    Placement(matrices[elementClass], on: strand, at: origin)
  }
}
