/// The bases of a read packed two bits each: at every offset a word of the 16 bases from there on.
///
/// The lowest bits hold the first base. Words near the read's end are filled up with zeros.
package struct PackedBases: Sendable {
  /// Bases a word.
  package static let length = 16
  /// One word an offset, then at least `length` zeros.
  package private(set) var words: [UInt32] = []
  /// How many bases there are.
  package private(set) var count = 0
  /// Bytes of four bases at every offset.
  private var fours: [UInt8] = []
  /// Words of eight bases at every offset.
  private var eights: [UInt16] = []

  /// No bases.
  package init() {}

  /// Packs a read.
  ///
  /// - Parameter codes: Base codes.
  /// - Returns: Whether all bases are known; the words of others mean nothing.
  package mutating func pack(_ codes: Span<UInt8>) -> Bool {
    count = codes.count
    let size = count + Self.length
    if fours.count < size {
      fours = [UInt8](repeating: 0, count: size)
      eights = [UInt16](repeating: 0, count: size)
      words = [UInt32](repeating: 0, count: size + Self.length)
    }
    let whole = max(0, count - 3)
    var any: UInt8 = 0
    // SAFETY: `whole + 3` is at most the count of codes; fours has `size` places at least, 16 more
    // than codes; both are different buffers that live during the call.
    unsafe codes.withUnsafeBufferPointer { codes in
      unsafe fours.withUnsafeMutableBufferPointer { fours in
        var bits: UInt8 = 0
        for place in 0..<whole {
          let front = unsafe codes[place] | codes[place &+ 1] << 2
          let back = unsafe codes[place &+ 2] << 4 | codes[place &+ 3] << 6
          unsafe fours[place] = front | back
          bits |= unsafe codes[place]
        }
        any = bits
        // SAFETY: `size` is at most the number of places of fours.
        for place in whole..<size { unsafe fours[place] = 0 }
        // SAFETY: `place` and `next` are below the count of codes, which fours exceeds.
        for place in whole..<count {
          any |= unsafe codes[place]
          for next in place..<count {
            unsafe fours[place] |= codes[next] << UInt8(2 * (next - place))
          }
        }
        // SAFETY: eights is written up to `count + 7` and fours read up to `count + 11`; both have
        // 16 places more than `count`.
        unsafe eights.withUnsafeMutableBufferPointer { eights in
          for place in 0..<(count &+ 8) {
            unsafe eights[place] = UInt16(fours[place]) | UInt16(fours[place &+ 4]) << 8
          }
          // SAFETY: eights is read up to `count + 7`, and words has 16 places more than `size`.
          unsafe words.withUnsafeMutableBufferPointer { words in
            for place in 0..<count {
              unsafe words[place] = UInt32(eights[place]) | UInt32(eights[place &+ 8]) << 16
            }
            for place in count..<size { unsafe words[place] = 0 }
          }
        }
      }
    }
    return any < 4
  }

  /// How many of 16 bases differ between two words.
  @inline(__always)
  package static func differences(_ left: UInt32, _ right: UInt32) -> Int {
    let bits = left ^ right
    return ((bits | bits &>> 1) & 0x5555_5555).nonzeroBitCount
  }

  /// How many bases differ between a part of this read and as many of another.
  ///
  /// - Parameters:
  ///   - start: Offset of the part's first base.
  ///   - other: The other read.
  ///   - otherStart: Offset of its counterpart.
  ///   - length: Bases to compare.
  /// - Returns: Differing bases, `0...length`.
  package func differences(
    from start: Int,
    _ other: PackedBases,
    from otherStart: Int,
    length: Int
  ) -> Int {
    let (left, right) = (words.span, other.words.span)
    var total = 0
    var offset = 0
    while offset + Self.length <= length {
      total += Self.differences(left[start + offset], right[otherStart + offset])
      offset += Self.length
    }
    if offset < length {
      let mask: UInt32 = 1 &<< UInt32(2 * (length - offset)) &- 1
      total += Self.differences(
        left[start + offset] & mask,
        right[otherStart + offset] & mask
      )
    }
    return total
  }
}
