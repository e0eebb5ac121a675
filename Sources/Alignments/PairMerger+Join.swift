extension PairMerger {
  /// The consensus of two mates without unknown bases: of different bases the better, of quality the
  /// difference; of equal ones the sum.
  ///
  /// - Returns: The overlap in bases.
  func joinKnown(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    fragment: Int,
    into merged: inout ReadBuffer
  ) -> Int {
    let offset = fragment - second.count
    let start = max(0, offset)
    let end = min(first.count, fragment)
    merged.resize(to: fragment)
    merged.take(0..<start, of: first, at: 0)
    Self.joinOverlap(
      first,
      second,
      start..<end,
      offset: offset,
      codes: &merged.codes,
      qualities: &merged.qualities
    )
    merged.take((end - offset)..<second.count, of: second, at: end)
    return end - start
  }

  /// Writes the consensus of an overlap to its place in a fragment, 16 bases at once.
  private static func joinOverlap(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    _ overlap: Range<Int>,
    offset: Int,
    codes: inout [UInt8],
    qualities: inout [UInt8]
  ) {
    precondition(
      overlap.lowerBound >= max(0, offset) && overlap.upperBound - offset <= second.count
        && overlap.upperBound <= min(first.count, codes.count) && codes.count == qualities.count
        && first.qualities.count == first.count && second.qualities.count == second.count,
      "an overlap of \(overlap) shifted by \(offset)"
    )
    guard overlap.count >= 16 else {
      for place in overlap {
        let mate = place - offset
        let one = consensus(
          SIMD16(repeating: first.codes[place]),
          SIMD16(repeating: second.codes[mate]),
          SIMD16(repeating: first.qualities[place]),
          SIMD16(repeating: second.qualities[mate])
        )
        (codes[place], qualities[place]) = (one.codes[0], one.qualities[0])
      }
      return
    }
    var codeSpan = codes.mutableSpan
    var scoreSpan = qualities.mutableSpan
    // SAFETY: raw views of bytes; the precondition keeps every access below inside them.
    let (bases, mates) = unsafe (first.codes.span.bytes, second.codes.span.bytes)
    // SAFETY: see above.
    let (scores, mateScores) = unsafe (first.qualities.span.bytes, second.qualities.span.bytes)
    // SAFETY: see above.
    var newCodes = unsafe codeSpan.mutableBytes
    // SAFETY: see above.
    var newScores = unsafe scoreSpan.mutableBytes
    let last = overlap.upperBound &- 16
    var place = overlap.lowerBound
    while true {
      let mate = place &- offset
      // SAFETY: see above.
      let block = unsafe consensus(
        bases.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self),
        mates.unsafeLoadUnaligned(fromUncheckedByteOffset: mate, as: SIMD16<UInt8>.self),
        scores.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self),
        mateScores.unsafeLoadUnaligned(fromUncheckedByteOffset: mate, as: SIMD16<UInt8>.self)
      )
      newCodes.storeBytes(of: block.codes, toByteOffset: place, as: SIMD16<UInt8>.self)
      newScores.storeBytes(of: block.qualities, toByteOffset: place, as: SIMD16<UInt8>.self)
      guard place < last else { return }
      // The last block ends with the overlap and may write some bases again.
      place = min(place &+ 16, last)
    }
  }

  /// The consensus of 16 known bases whose scores are at most 93, as files have them.
  ///
  /// Every choice is a difference that counts or not by its sign: vectors have no branches.
  @inline(__always)
  private static func consensus(
    _ a: SIMD16<UInt8>,
    _ b: SIMD16<UInt8>,
    _ qa: SIMD16<UInt8>,
    _ qb: SIMD16<UInt8>
  ) -> (codes: SIMD16<UInt8>, qualities: SIMD16<UInt8>) {
    let ahead = qa &- qb
    let isSecond = negative(ahead)
    let difference = ahead &- ((ahead &+ ahead) & isSecond)
    let missing = difference &- SIMD16(repeating: 2)
    let different = difference &- (missing & negative(missing))
    let sum = qa &+ qb
    let spare = SIMD16(repeating: highestQuality) &- sum
    let same = sum &+ (spare & negative(spare))
    let change = a ^ b
    let isSame = negative(change &- SIMD16(repeating: 1))
    return (a ^ (change & isSecond), different ^ ((different ^ same) & isSame))
  }

  /// All bits of the bytes whose highest bit is set.
  @inline(__always)
  private static func negative(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
    // SAFETY: the types are 16 plain bytes each.
    let signs = unsafe unsafeBitCast(bytes, to: SIMD16<Int8>.self) &>> 7
    // SAFETY: see above.
    return unsafe unsafeBitCast(signs, to: SIMD16<UInt8>.self)
  }
}
