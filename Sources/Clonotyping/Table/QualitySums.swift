import Nucleotides

/// Sums of Phred scores over reads, base by base of a window, in as few bytes as they need: most
/// windows of a large sample are of one read.
struct QualitySums: Sendable {
  /// Bytes of a sum.
  enum Width: UInt8, Sendable, Comparable {
    case one, two, eight

    /// The width that sums of at most a number need.
    init(highest: UInt64) {
      self = highest <= UInt8.max ? .one : highest <= UInt16.max ? .two : .eight
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where the sums of a window lie.
  struct Place: Sendable {
    var start: Int
    var width: Width
  }

  private var ones = BlockStorage<UInt8>()
  private var twos = BlockStorage<UInt16>()
  private var eights = BlockStorage<UInt64>()

  /// Bytes of memory that the sums take.
  var byteCount: Int { ones.byteCount + twos.byteCount + eights.byteCount }

  /// Makes sums of a number of bases, all zero.
  mutating func make(_ count: Int) -> Place {
    Place(start: ones.append(repeatElement(0, count: count)), width: .one)
  }

  /// The sums of a window of `count` bases.
  func values(_ place: Place, _ count: Int) -> [UInt64] {
    switch place.width {
    case .one: ones.read(place.start, count) { sums in sums.indices.map { UInt64(sums[$0]) } }
    case .two: twos.read(place.start, count) { sums in sums.indices.map { UInt64(sums[$0]) } }
    case .eight: eights.read(place.start, count) { sums in sums.indices.map { sums[$0] } }
    }
  }

  /// Adds the scores of one read.
  ///
  /// - Parameters:
  ///   - scores: A score for each base, at most `PhredScore.highest`.
  ///   - isReversed: Whether the last score is the first base's.
  ///   - place: Where the sums lie; changes where they grow out of their width.
  ///   - reads: Reads in the sums with this one.
  mutating func add(
    _ scores: Span<UInt8>,
    isReversed: Bool,
    to place: inout Place,
    reads: Int
  ) {
    widen(&place, scores.count, to: Width(highest: UInt64(reads) * UInt64(PhredScore.highest)))
    switch place.width {
    case .one: Self.add(scores, isReversed, to: &ones, place.start)
    case .two: Self.add(scores, isReversed, to: &twos, place.start)
    case .eight: Self.add(scores, isReversed, to: &eights, place.start)
    }
  }

  /// Adds the sums of other reads.
  mutating func add(_ sums: [UInt64], to place: inout Place) {
    let known = values(place, sums.count)
    let total = sums.indices.map { known[$0] &+ sums[$0] }
    widen(&place, sums.count, to: Width(highest: total.max() ?? 0))
    switch place.width {
    case .one: Self.set(total, in: &ones, place.start)
    case .two: Self.set(total, in: &twos, place.start)
    case .eight: Self.set(total, in: &eights, place.start)
    }
  }

  @inline(__always)
  private static func add<Sum: FixedWidthInteger>(
    _ scores: Span<UInt8>,
    _ isReversed: Bool,
    to storage: inout BlockStorage<Sum>,
    _ start: Int
  ) {
    let last = scores.count &- 1
    storage.change(start) { sums, first in
      precondition(first + scores.count <= sums.count, "sums of a window leave their block")
      if isReversed {
        for base in scores.indices {
          // SAFETY: the precondition keeps the sum inside its block, and the score is one of the span's.
          unsafe sums[unchecked: first &+ base] &+=
            Sum(truncatingIfNeeded: scores[unchecked: last &- base])
        }
      } else {
        for base in scores.indices {
          // SAFETY: see above.
          unsafe sums[unchecked: first &+ base] &+=
            Sum(truncatingIfNeeded: scores[unchecked: base])
        }
      }
    }
  }

  private static func set<Sum: FixedWidthInteger>(
    _ values: [UInt64],
    in storage: inout BlockStorage<Sum>,
    _ start: Int
  ) {
    storage.change(start) { sums, first in
      for base in values.indices { sums[first + base] = Sum(truncatingIfNeeded: values[base]) }
    }
  }

  /// Moves sums that need more bytes; the old place stays empty, at most an eighth of the new.
  private mutating func widen(_ place: inout Place, _ count: Int, to width: Width) {
    guard width > place.width else { return }
    let known = values(place, count)
    switch width {
    case .one: break
    case .two: place.start = twos.append(known.lazy.map { UInt16(truncatingIfNeeded: $0) })
    case .eight: place.start = eights.append(known)
    }
    place.width = width
  }
}
