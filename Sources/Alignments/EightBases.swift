import Nucleotides

/// Eight base codes of one read or row side by side, the first in the lowest byte.
///
/// Differences of two eights come as the bits of one byte, so that a walk along an alignment stops
/// at differences only.
package struct EightBases {
  /// How many they are.
  package static let count = 8

  /// The codes, at most 7 each.
  private let codes: UInt64

  /// The codes from an offset on, or, reversed, from eight bases on back to it.
  ///
  /// - Parameters:
  ///   - bases: Base codes or paddings, at most 7.
  ///   - offset: The lowest offset of the eight; they lie inside `bases`.
  ///   - isReversed: Whether the last of them comes first.
  @inline(__always)
  package init(_ bases: Span<UInt8>, at offset: Int, isReversed: Bool = false) {
    precondition(offset >= 0 && offset &+ 8 <= bases.count, "eight bases leave a sequence")
    // SAFETY: the precondition keeps the 8-byte load inside the span, whose bytes are plain.
    let loaded = unsafe bases.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset,
      as: UInt64.self
    )
    let inOrder = UInt64(littleEndian: loaded)
    codes = isReversed ? inOrder.byteSwapped : inOrder
  }

  /// Whether all are A, C, G or T.
  @inline(__always)
  package var areKnown: Bool { codes & 0x0404_0404_0404_0404 == 0 }

  /// Two bits a base, the first base on top: `0..<65_536` for known bases.
  @inline(__always)
  package var packed: Int {
    let inOrder = codes.byteSwapped
    let pairs = (inOrder | inOrder &>> 6) & 0x000F_000F_000F_000F
    let fours = (pairs | pairs &>> 12) & 0x0000_00FF_0000_00FF
    return Int((fours | fours &>> 24) & 0xFFFF)
  }

  /// A bit for each base that is not its counterpart, the first lowest.
  @inline(__always)
  func differences(from other: Self) -> UInt64 {
    // Every product of two set bits has a place of its own; the eight that are wanted end on top.
    (ones(where: other) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// How many bases are not their counterparts.
  @inline(__always)
  func differenceCount(from other: Self) -> Int {
    Int((ones(where: other) &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// A one in each byte that differs from its counterpart.
  @inline(__always)
  private func ones(where other: Self) -> UInt64 {
    let different = codes ^ other.codes
    return (different | different &>> 1 | different &>> 2) & 0x0101_0101_0101_0101
  }
}

/// How many bases of two sequences differ, position by position, without gaps.
///
/// - Parameters:
///   - left: Base codes or paddings, at most 7.
///   - leftStart: Offset of the first to compare.
///   - right: The same of the other sequence.
///   - rightStart: Offset of the first's counterpart.
///   - count: How many to compare; all lie inside both.
/// - Returns: `0...count`.
package func differences(
  _ left: Span<UInt8>,
  from leftStart: Int,
  _ right: Span<UInt8>,
  from rightStart: Int,
  count: Int
) -> Int {
  var found = 0
  var done = 0
  while done &+ 8 <= count {
    let one = EightBases(left, at: leftStart &+ done)
    let other = EightBases(right, at: rightStart &+ done)
    found &+= one.differenceCount(from: other)
    done &+= 8
  }
  while done < count {
    if left[leftStart &+ done] != right[rightStart &+ done] { found &+= 1 }
    done &+= 1
  }
  return found
}
