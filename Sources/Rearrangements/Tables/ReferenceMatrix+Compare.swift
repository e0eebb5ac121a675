import Alignments
import Nucleotides

extension ReferenceMatrix {
  /// Lays part of a read out in this matrix's columns.
  ///
  /// - Returns: The blocks that hold bases of the part; empty if it lies beside the matrix.
  func layOut(
    _ read: Span<UInt8>,
    _ part: Range<Int>,
    origin readOrigin: Int,
    into query: inout [UInt8]
  ) -> Range<Int> {
    if query.count < width { query = [UInt8](repeating: queryPadding, count: width) }
    let shift = origin - readOrigin
    let first = max(part.lowerBound, -shift, 0)
    let last = min(part.upperBound, width - shift, read.count)
    guard first < last else { return 0..<0 }
    let blocks =
      ((first + shift) / comparisonBlock)..<((last + shift - 1) / comparisonBlock + 1)
    let start = blocks.lowerBound * comparisonBlock
    let end = blocks.upperBound * comparisonBlock
    var cells = query.mutableSpan
    for column in start..<(first + shift) { cells[column] = queryPadding }
    for position in first..<last { cells[position &+ shift] = read[position] }
    for column in (last + shift)..<end { cells[column] = queryPadding }
    return blocks
  }

  /// How many bases of a laid-out query each row shares; `equal` gets one count a row.
  func compareAll(_ query: Span<UInt8>, _ blocks: Range<Int>, into equal: inout [Int]) {
    let rows = cells
    paddedMatches(ofRows: rows.span, width: width, query, blocks: blocks, into: &equal)
  }

  /// The best ungapped extension of a row on a read from `position` on, to the right (`step` 1) or
  /// to the left (`step` −1), not past `bound` (an offset of the read, exclusive to the right,
  /// inclusive to the left) and not past the row's bases.
  func extend(
    row: Int,
    origin readOrigin: Int,
    _ read: Span<UInt8>,
    from position: Int,
    step: Int,
    bound: Int,
    mismatch: Int = SegmentScore.mismatch
  ) -> (length: Int, score: Int) {
    let column = position - readOrigin + origin
    let limit =
      step > 0
      ? min(bound - position, ends[row] - column)
      : min(position - bound + 1, column - starts[row] + 1)
    guard limit > 0, column >= starts[row], column < ends[row] else { return (0, 0) }
    let bases = cells
    return SegmentScore.bestExtension(
      read,
      from: position,
      bases.span,
      from: row * width + column,
      step: step,
      limit: limit,
      drop: step < 0 && elementClass.isVariable ? SegmentScore.longDrop : SegmentScore.shortDrop,
      mismatch: mismatch
    )
  }

  /// How many bases of a read differ from a row over a part; unknown bases and bases beside the row
  /// count as different.
  func mismatches(row: Int, origin readOrigin: Int, _ read: Span<UInt8>, _ part: Range<Int>) -> Int
  {
    let shift = origin - readOrigin
    let inside = clippedRange(
      max(part.lowerBound, -shift, 0),
      min(part.upperBound, width - shift, read.count)
    )
    let bases = cells
    let different = differences(
      bases.span,
      from: row * width + inside.lowerBound + shift,
      read,
      from: inside.lowerBound,
      count: inside.count
    )
    return part.count - inside.count + different
  }
}
