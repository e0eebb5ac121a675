import Alignments

/// Counts of the bases that each row of a matrix shares with a part of a strand, and the memory for
/// them.
package struct RowComparison: Sendable {
  /// Part of the read laid out in the columns of a matrix.
  private var query: [UInt8] = []
  /// Equal bases of each row of the matrix at hand.
  package internal(set) var equal: [Int] = []

  /// Creates a comparison without memory; it grows with use.
  package init() {}

  /// Counts the bases that each row shares with a part of a strand, in `equal`.
  ///
  /// - Parameters:
  ///   - placement: The strand on the rows.
  ///   - part: Offsets of the strand.
  ///   - shift: How many bases further on the origin is laid.
  /// - Returns: Whether the part touches the matrix; `equal` is meaningless if not.
  package mutating func compare(
    _ placement: Placement,
    _ part: Range<Int>,
    shiftedBy shift: Int = 0
  ) -> Bool {
    let matrix = placement.matrix
    let blocks = matrix.layOut(
      placement.strand.bases.span,
      part,
      origin: placement.origin + shift,
      into: &query
    )
    guard !blocks.isEmpty else { return false }
    compareAll(matrix, blocks)
    return true
  }

  /// Counts the bases that each row shares with those of a path, in `equal`.
  ///
  /// - Parameters:
  ///   - matrix: The rows.
  ///   - path: The steps that bases of the read take through the columns; gaps count nothing.
  ///   - columns: The columns it covers; not empty.
  ///   - bases: Base codes of the read.
  ///   - first: The read offset of the path's first base.
  mutating func compare(
    _ matrix: ReferenceMatrix,
    along path: AlignmentPath,
    over columns: Range<Int>,
    _ bases: [UInt8],
    from first: Int
  ) {
    let blocks =
      (columns.lowerBound / comparisonBlock)..<((columns.upperBound - 1) / comparisonBlock + 1)
    if query.count < matrix.width {
      query = [UInt8](repeating: queryPadding, count: matrix.width)
    }
    for column in (blocks.lowerBound * comparisonBlock)..<(blocks.upperBound * comparisonBlock) {
      query[column] = queryPadding
    }
    var position = first
    var column = columns.lowerBound
    for run in path.runs {
      if run.step == .match || run.step == .mismatch {
        for offset in 0..<run.length { query[column + offset] = bases[position + offset] }
      }
      if run.step != .deletion { position += run.length }
      if run.step != .insertion { column += run.length }
    }
    compareAll(matrix, blocks)
  }

  /// Counts the bases that each row shares with the query.
  private mutating func compareAll(_ matrix: ReferenceMatrix, _ blocks: Range<Int>) {
    // Taken out while the query is read, so that the array stays the only one.
    var counts = equal
    equal = []
    matrix.compareAll(query.span, blocks, into: &counts)
    equal = counts
  }

  /// The row with most equal bases, the first of equals.
  package var bestRow: Int {
    var best = 0
    for row in equal.indices where equal[row] > equal[best] { best = row }
    return best
  }

  /// The rows with as many equal bases as the best.
  package var bestRows: [Int] {
    let most = equal[bestRow]
    return equal.indices.filter { equal[$0] == most }
  }
}
