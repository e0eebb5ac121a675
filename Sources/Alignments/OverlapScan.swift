/// Finds the overlaps of two packed reads whose middle 16 bases leave them a chance, eight at once.
///
/// An overlap of *o* bases joins the end of one read to the start of the other. As *o* grows by two,
/// its middle moves by one base towards the start of the first and away from that of the second: with
/// the first read's words in reverse order both lie in the same direction.
struct OverlapScan: Sendable {
  /// Most differing bases in the middle.
  static let mostDifferences: UInt32 = 7
  private var reversed: [UInt32] = []

  /// Appends the overlaps of more than 16 bases, up to `longest`, that are promising.
  ///
  /// - Parameters:
  ///   - ending: The read whose end overlaps, at least 16 bases.
  ///   - starting: The read whose start overlaps.
  ///   - longest: The longest overlap, at most the shorter read.
  ///   - found: Receives the overlaps in bases, in no order.
  mutating func scan(
    ending: borrowing PackedBases,
    starting: borrowing PackedBases,
    longest: Int,
    into found: inout [Int]
  ) {
    guard longest > PackedBases.length else { return }
    let places = (longest - PackedBases.length) / 2 + 1
    let size = places + 16
    if reversed.count < size { reversed = [UInt32](repeating: 0, count: size) }
    let last = ending.count - PackedBases.length
    var words = reversed.mutableSpan
    let source = ending.words.span
    for place in 0..<min(places + 1, last + 1) { words[place] = source[last &- place] }
    // SAFETY: raw views of words; every load below is inside them, as `size` and the padding of
    // packed reads provide for eight words behind the last place.
    let backward = unsafe reversed.span.bytes
    let forward = unsafe starting.words.span.bytes
    var place = 0
    while place < places {
      let offset = place &* 4
      // SAFETY: see above.
      let start = unsafe forward.unsafeLoadUnaligned(
        fromByteOffset: offset,
        as: SIMD8<UInt32>.self
      )
      // SAFETY: see above.
      let end = unsafe backward.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<UInt32>.self)
      // SAFETY: see above.
      let next = unsafe backward.unsafeLoadUnaligned(
        fromByteOffset: offset &+ 4,
        as: SIMD8<UInt32>.self
      )
      let even = Self.differences(start, end)
      let odd = Self.differences(start, next)
      let limit = SIMD8<UInt32>(repeating: Self.mostDifferences &+ 1)
      // Below the limit a subtraction carries into the highest bit.
      // SAFETY: both types are 32 plain bytes.
      let signs = unsafe unsafeBitCast((even &- limit) | (odd &- limit), to: SIMD4<UInt64>.self)
      let any = (signs[0] | signs[1]) | (signs[2] | signs[3])
      if any & 0x8000_0000_8000_0000 != 0 {
        for lane in 0..<8 where place + lane < places {
          let overlap = 2 * (place + lane) + PackedBases.length
          if overlap > PackedBases.length, overlap <= longest, even[lane] <= Self.mostDifferences {
            found.append(overlap)
          }
          if overlap + 1 <= longest, odd[lane] <= Self.mostDifferences { found.append(overlap + 1) }
        }
      }
      place &+= 8
    }
  }

  /// How many of 16 bases differ, in each lane.
  @inline(__always)
  private static func differences(_ left: SIMD8<UInt32>, _ right: SIMD8<UInt32>) -> SIMD8<UInt32> {
    let bits = left ^ right
    let one = (bits | bits &>> 1) & SIMD8(repeating: 0x5555_5555)
    let pairs = SIMD8<UInt32>(repeating: 0x3333_3333)
    let two = (one & pairs) &+ ((one &>> 2) & pairs)
    let four = (two &+ (two &>> 4)) & SIMD8(repeating: 0x0F0F_0F0F)
    let eight = four &+ (four &>> 8)
    return (eight &+ (eight &>> 16)) & SIMD8(repeating: 0x3F)
  }
}
