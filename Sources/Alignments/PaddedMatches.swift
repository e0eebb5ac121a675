/// Width of the comparison kernel in bases.
@inlinable
package var comparisonBlock: Int { 16 }

/// How many of the columns of two padded rows hold the same byte.
///
/// Rows are padded to whole blocks with bytes that never meet their counterpart (`rowPadding` in
/// one, `queryPadding` in the other), so that no tail needs care.
///
/// - Parameters:
///   - row: The first row's bytes.
///   - rowStart: Offset of the first block in `row`.
///   - query: The second row's bytes.
///   - queryStart: Offset of the first block in `query`.
///   - blocks: How many blocks of 16 columns to compare, at most 255.
/// - Returns: Equal columns, `0...16 * blocks`.
@inline(__always)
package func paddedMatches(
  _ row: Span<UInt8>,
  from rowStart: Int,
  _ query: Span<UInt8>,
  from queryStart: Int,
  blocks: Int
) -> Int {
  precondition(
    blocks <= 255 && rowStart >= 0 && queryStart >= 0
      && rowStart + blocks * comparisonBlock <= row.count
      && queryStart + blocks * comparisonBlock <= query.count,
    "blocks \(blocks) from \(rowStart) and \(queryStart) leave rows of \(row.count), \(query.count)"
  )
  // SAFETY: raw views of byte spans; every load below is inside them.
  let left = unsafe row.bytes
  let right = unsafe query.bytes
  var equal = SIMD16<UInt8>()
  for block in 0..<blocks {
    // SAFETY: the precondition keeps both 16-byte loads inside their spans.
    let a = unsafe left.unsafeLoadUnaligned(
      fromUncheckedByteOffset: rowStart &+ block &* comparisonBlock,
      as: SIMD16<UInt8>.self
    )
    let b = unsafe right.unsafeLoadUnaligned(
      fromUncheckedByteOffset: queryStart &+ block &* comparisonBlock,
      as: SIMD16<UInt8>.self
    )
    // SAFETY: a mask of bytes is bytes: all bits set, or −1, where they are equal.
    equal &-= unsafe unsafeBitCast(a .== b, to: SIMD16<UInt8>.self)
  }
  return sum(of: equal)
}

/// Counts for every row of a matrix how many columns it shares with a query.
///
/// - Parameters:
///   - rows: The rows, one after the other, each `width` bytes.
///   - width: Bytes a row, a multiple of the comparison block.
///   - query: One row's worth of bytes.
///   - blocks: The blocks of 16 columns to compare.
///   - equal: Receives one count a row, in order; what it held before is removed.
package func paddedMatches(
  ofRows rows: Span<UInt8>,
  width: Int,
  _ query: Span<UInt8>,
  blocks: Range<Int>,
  into equal: inout [Int]
) {
  let first = blocks.lowerBound * comparisonBlock
  let count = rows.count / width
  precondition(
    blocks.upperBound * comparisonBlock <= min(width, query.count) && blocks.count <= 255
      && count * width == rows.count,
    "blocks \(blocks) leave rows of \(width) and a query of \(query.count)"
  )
  if equal.count > count {
    equal.removeLast(equal.count - count)
  } else if equal.count < count {
    equal.append(contentsOf: repeatElement(0, count: count - equal.count))
  }
  var counts = equal.mutableSpan
  for row in 0..<count {
    counts[row] = paddedMatches(
      rows,
      from: row &* width &+ first,
      query,
      from: first,
      blocks: blocks.count
    )
  }
}

/// The sum of 16 bytes.
@inline(__always)
private func sum(of bytes: SIMD16<UInt8>) -> Int {
  // SAFETY: both types are 16 plain bytes.
  let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
  let evenBytes = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
  let pairs = (words & evenBytes) &+ ((words &>> 8) & evenBytes)
  return Int(((pairs[0] &+ pairs[1]) &* 0x0001_0001_0001_0001) &>> 48)
}

/// The padding of germline rows; no base code and not `queryPadding`.
@inlinable
package var rowPadding: UInt8 { 6 }

/// The padding of query rows; no base code and not `rowPadding`.
@inlinable
package var queryPadding: UInt8 { 7 }
