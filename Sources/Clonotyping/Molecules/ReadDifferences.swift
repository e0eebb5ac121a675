/// Where and how sure a read differs from a signature, as a key by which reads are counted.
///
/// Up to four differences are kept, as many as the default tolerance lets pass; unknown bases are
/// none.
package struct ReadDifferences: Hashable, Sendable {
  /// One differing base.
  package struct Difference: Hashable, Sendable {
    /// Its offset in the signature.
    package var offset: Int
    /// The read's base there, coding strand, 0–3.
    package var base: UInt8
    /// Its Phred score, in steps of three: the middle one of the step.
    package var score: UInt8

    /// Creates a difference.
    package init(offset: Int, base: UInt8, score: UInt8) {
      (self.offset, self.base, self.score) = (offset, base, score)
    }
  }

  /// A place without a difference.
  private static let empty: UInt16 = .max
  /// The largest offset that is kept, nt.
  ///
  /// Ten bits hold it, and 1,023 would be part of `empty`. No signature is as long.
  private static let farthest = 1_022
  private var packed = SIMD4<UInt16>(repeating: ReadDifferences.empty)

  /// No difference.
  package static let none = ReadDifferences()

  /// No difference.
  package init() {}

  /// Whether there is none.
  package var isEmpty: Bool { packed[0] == Self.empty }

  /// Adds a difference; the order in which they are added does not matter.
  ///
  /// - Parameters:
  ///   - offset: The offset in the signature; beyond 1,022 it counts as that.
  ///   - base: The read's base, 0–3.
  ///   - score: Its Phred score.
  package mutating func add(offset: Int, base: UInt8, score: UInt8) {
    var added =
      UInt16(min(max(0, offset), Self.farthest)) << 6 | UInt16(base & 3) << 4
      | UInt16(min(15, score / 3))
    for place in 0..<4 where added < packed[place] { swap(&added, &packed[place]) }
  }

  /// The differences by offset.
  package var all: [Difference] {
    (0..<4).compactMap { place in
      let value = packed[place]
      guard value != Self.empty else { return nil }
      return Difference(
        offset: Int(value >> 6),
        base: UInt8(value >> 4 & 3),
        score: UInt8(value & 15) * 3 + 1
      )
    }
  }
}

extension ReadDifferences: Comparable {
  /// Orders keys, for choices that must not depend on chance.
  package static func < (left: Self, right: Self) -> Bool {
    for place in 0..<4 where left.packed[place] != right.packed[place] {
      return left.packed[place] < right.packed[place]
    }
    return false
  }
}
