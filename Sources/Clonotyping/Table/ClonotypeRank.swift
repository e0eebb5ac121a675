import Nucleotides
import Rearrangements

/// What the order of clonotypes nearly always depends on, small enough to be moved about in sorting:
/// reads, type and the first bases of the window.
struct ClonotypeRank {
  /// Bases of a window that a rank holds, three bits each.
  private static let bases = 21

  private let reads: Int
  private let ordinal: UInt8
  private let prefix: UInt64
  /// The clonotype's place before sorting.
  let index: Int32

  /// Ranks a clonotype.
  ///
  /// - Parameters:
  ///   - reads: Its reads.
  ///   - type: Its type.
  ///   - window: The bases of its window.
  ///   - index: Its place before sorting.
  init(reads: Int, type: RearrangementType, window: ArraySlice<UInt8>, index: Int) {
    self.reads = reads
    ordinal = UInt8(type.ordinal)
    var prefix: UInt64 = 0
    // No base is 0, so that a window stands before those that go on.
    for base in window.prefix(Self.bases) { prefix = prefix << 3 | UInt64(base + 1) }
    self.prefix = prefix << UInt64(3 * (Self.bases - min(Self.bases, window.count)))
    self.index = Int32(index)
  }

  /// Whether the rank alone puts one clonotype before another; `nil` if it does not say.
  @inline(__always)
  static func precedes(_ left: Self, _ right: Self) -> Bool? {
    if left.reads != right.reads { return left.reads > right.reads }
    if left.ordinal != right.ordinal { return left.ordinal < right.ordinal }
    return left.prefix != right.prefix ? left.prefix < right.prefix : nil
  }
}

extension [Clonotype] {
  /// The clonotypes in the order of `Clonotype.precedes`.
  package func ranked() -> [Clonotype] {
    var ranks = enumerated().map { index, clonotype in
      ClonotypeRank(
        reads: clonotype.duplicateCount,
        type: clonotype.type,
        window: clonotype.window.codes[...],
        index: index
      )
    }
    ranks.sort { left, right in
      ClonotypeRank.precedes(left, right)
        ?? Clonotype.precedes(self[Int(left.index)], self[Int(right.index)])
    }
    return ranks.map { self[Int($0.index)] }
  }
}
