/// Finds the overlaps of two packed reads that have a chance, eight places at once.
///
/// An overlap of *o* bases joins the end of one read to the start of the other. As *o* grows by two,
/// its middle moves by one base towards the start of the first and away from that of the second: with
/// the first read's words in reverse order both lie in the same direction. The answers of eight places
/// are bits of one number, so that only what was found costs more.
struct OverlapScan: Sendable {
  /// Most differing bases among the middle 16 of an overlap.
  ///
  /// Chosen here: more are 1 in 16,000 where one base in ten is wrong and 1 in 1,300 where one in
  /// seven is, and unrelated bases have so few in 1 of 130 cases, so that few overlaps are left to
  /// look at closely.
  static let mostDifferences: UInt32 = 7
  /// A bit for each lane, two apart: the other bits are for overlaps one base longer.
  private static let laneBits = SIMD8<UInt32>(
    1,
    1 << 2,
    1 << 4,
    1 << 6,
    1 << 8,
    1 << 10,
    1 << 12,
    1 << 14
  )

  private var reversed: [UInt32] = []
  /// The bits of an overlap's bases in a word; lane *l* is for an overlap of 16 − *l* bases.
  private let shortBases: SIMD8<UInt32>
  /// One more than the bases that may differ in such an overlap, 0 if it is too short.
  private let shortLimits: SIMD8<UInt32>

  /// Prepares for overlaps of 16 bases and fewer.
  ///
  /// - Parameters:
  ///   - shortest: The shortest overlap, at least 9 bases.
  ///   - identity: The least share of equal bases in an overlap of 16 bases or fewer.
  init(shortest: Int, identity: Double) {
    var (bases, limits) = (SIMD8<UInt32>(), SIMD8<UInt32>())
    for lane in 0..<8 where PackedBases.length - lane >= shortest {
      let overlap = PackedBases.length - lane
      bases[lane] = UInt32.max &>> UInt32(32 - 2 * overlap)
      let most = (0...overlap).last { Double(overlap - $0) >= identity * Double(overlap) }
      limits[lane] = UInt32((most ?? -1) + 1)
    }
    (shortBases, shortLimits) = (bases, limits)
  }

  /// Appends the overlaps of 16 bases and fewer whose bases are alike.
  ///
  /// - Parameters:
  ///   - ending: The read whose end overlaps, at least 16 bases.
  ///   - starting: The read whose start overlaps, as many.
  ///   - found: Receives the overlaps in bases, longest first.
  func scanShort(
    ending: borrowing PackedBases,
    starting: borrowing PackedBases,
    into found: inout [Int]
  ) {
    let start = SIMD8(repeating: starting.words[0]) & shortBases
    let place = ending.count - PackedBases.length
    precondition(place >= 0 && place + 8 <= ending.words.count, "words reach behind the last base")
    // SAFETY: the precondition keeps the load inside the words.
    let end = unsafe ending.words.span.bytes.unsafeLoadUnaligned(
      fromByteOffset: place &* 4,
      as: SIMD8<UInt32>.self
    )
    let different = Self.differences(start, end & shortBases)
    var bits = Self.lanes(different, below: shortLimits)
    while bits != 0 {
      found.append(PackedBases.length - bits.trailingZeroBitCount / 2)
      bits &= bits &- 1
    }
  }

  /// Appends the overlaps of more than 16 bases, up to `longest`, that are promising in the middle.
  ///
  /// - Parameters:
  ///   - ending: The read whose end overlaps, at least 16 bases.
  ///   - starting: The read whose start overlaps.
  ///   - longest: The longest overlap, at most the shorter read.
  ///   - found: Receives the overlaps in bases, shortest first.
  mutating func scan(
    ending: borrowing PackedBases,
    starting: borrowing PackedBases,
    longest: Int,
    into found: inout [Int]
  ) {
    guard longest > PackedBases.length else { return }
    let places = (longest - PackedBases.length) / 2 + 1
    reverse(ending, places: places)
    precondition(starting.words.count >= places + 8, "words reach behind the last place")
    // SAFETY: raw views of words; every load below is inside them, as `reverse` and the
    // precondition provide for eight words behind the last place.
    let backward = unsafe reversed.span.bytes
    let forward = unsafe starting.words.span.bytes
    let limit = SIMD8<UInt32>(repeating: Self.mostDifferences &+ 1)
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
      let even = Self.lanes(Self.differences(start, end), below: limit)
      let odd = Self.lanes(Self.differences(start, next), below: limit)
      var bits = even | odd &<< 1
      while bits != 0 {
        let overlap = 2 &* place &+ PackedBases.length &+ bits.trailingZeroBitCount
        if overlap > PackedBases.length, overlap <= longest { found.append(overlap) }
        bits &= bits &- 1
      }
      place &+= 8
    }
  }

  /// Sets `reversed` to the words of a read from its end on, and at least eight more words behind
  /// the last of `places`.
  private mutating func reverse(_ ending: borrowing PackedBases, places: Int) {
    let size = places + 16
    if reversed.count < size { reversed = [UInt32](repeating: 0, count: size) }
    let last = ending.count - PackedBases.length
    let count = min(places + 1, last + 1)
    precondition(last >= 0 && last < ending.words.count, "a read of 16 bases and more")
    // SAFETY: `count` is at most `last + 1`, all of them words of the read, and less than `size`;
    // both are different buffers that live during the call.
    unsafe ending.words.withUnsafeBufferPointer { source in
      unsafe reversed.withUnsafeMutableBufferPointer { target in
        for place in 0..<count { unsafe target[place] = source[last &- place] }
      }
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

  /// The bits 0, 2, 4… of the lanes whose count is below their limit.
  @inline(__always)
  private static func lanes(_ counts: SIMD8<UInt32>, below limits: SIMD8<UInt32>) -> UInt64 {
    // Below the limit the difference is negative, and its highest bit fills the lane.
    // SAFETY: the types are 32 plain bytes each.
    let signs = unsafe unsafeBitCast(counts &- limits, to: SIMD8<Int32>.self) &>> 31
    // SAFETY: see above.
    let bits = unsafe unsafeBitCast(signs, to: SIMD8<UInt32>.self) & Self.laneBits
    // SAFETY: see above.
    let halves = unsafe unsafeBitCast(bits, to: SIMD4<UInt64>.self)
    let any = (halves[0] | halves[1]) | (halves[2] | halves[3])
    return (any | any &>> 32) & 0xFFFF
  }
}
