/// The place of each class's origin that most k-mers of a read speak for.
package struct OriginVotes: Sendable {
  /// Most votes that any origin of each class has.
  var count = InlineArray<9, UInt16>(repeating: 0)
  /// That origin's offset in the read.
  var origin = InlineArray<9, Int>(repeating: 0)

  /// Creates votes of a read that has none.
  init() {}

  /// The most votes that any origin of a class has.
  package func count(of elementClass: ElementClass) -> Int {
    Int(count[Int(elementClass.rawValue)])
  }

  /// The read offset of that origin; meaningless without votes.
  package func origin(of elementClass: ElementClass) -> Int {
    origin[Int(elementClass.rawValue)]
  }

  /// The most votes that any 5′ class has.
  var bestOfFivePrime: UInt16 {
    var most: UInt16 = 0
    for elementClass in 0...Int(ElementClass.heavyD.rawValue) {
      most = max(most, count[elementClass])
    }
    return most
  }

  /// The 5′ class with most votes among those not yet tried.
  ///
  /// - Parameter tried: A bit for each class that was tried, by its raw value.
  /// - Returns: The class; `nil` if none has two votes.
  func mostVoted(besides tried: UInt16) -> ElementClass? {
    var best: ElementClass?
    var most: UInt16 = 1
    for elementClass in ElementClass.allCases
    where elementClass.isFivePrime && tried & 1 << UInt16(elementClass.rawValue) == 0 {
      let count = count[Int(elementClass.rawValue)]
      if count > most { (most, best) = (count, elementClass) }
    }
    return best
  }
}

/// How many 8-mers of one strand speak for each place of each class's origin.
///
/// An 8-mer at an offset of the read that a class has at an offset from its origin votes for the origin
/// at the difference of the two.
package struct KmerVotes: Sendable {
  /// How far an origin may lie before the read's first base or behind its last, nt: more than any
  /// element has on either side, the intron with 422 the most.
  private static let margin = 512
  /// Bases of a 3′ element before its origin, nt: no J has more than 30.
  private static let maximumHeadLength = 40

  /// Counts by class and origin, in rows of the read's length and both margins.
  private var cells: [UInt16] = []
  /// Whether the counts are those of all classes and not of 3′ elements alone.
  private var hasAllClasses = false

  /// Creates votes without memory; it grows to the longest read.
  package init() {}

  /// Lets every 8-mer of a strand vote for the origins it implies, for all classes at once.
  ///
  /// - Parameters:
  ///   - strand: Its base codes.
  ///   - indexes: The 8-mers of the elements.
  /// - Returns: The best origin of each class.
  package mutating func count(_ strand: Span<UInt8>, _ indexes: KmerIndexes) -> OriginVotes {
    hasAllClasses = true
    return count(strand, from: 0, indexes.all, classes: 0..<ElementClass.allCases.count)
  }

  /// Lets the 8-mers behind a 5′ element's origin vote for 3′ elements alone.
  ///
  /// - Parameters:
  ///   - strand: Base codes of the strand.
  ///   - origin: The 5′ element's origin.
  ///   - indexes: The 8-mers of the elements.
  /// - Returns: The best origin of each 3′ class; no votes for 5′ classes.
  package mutating func countThreePrime(
    _ strand: Span<UInt8>,
    behind origin: Int,
    _ indexes: KmerIndexes
  ) -> OriginVotes {
    hasAllClasses = false
    return count(
      strand,
      from: max(0, origin - Self.maximumHeadLength),
      indexes.threePrime,
      classes: Int(ElementClass.heavyJ.rawValue)..<ElementClass.allCases.count
    )
  }

  private mutating func count(
    _ strand: Span<UInt8>,
    from first: Int,
    _ index: ElementIndex,
    classes: Range<Int>
  ) -> OriginVotes {
    let bins = strand.count + 2 * Self.margin
    let size = ElementClass.allCases.count * bins
    if cells.count < size { cells = [UInt16](repeating: 0, count: size) }
    var cells = cells.mutableSpan
    // Some 20 kB: to set them all to zero costs less than to remember those that are not.
    for cell in (classes.lowerBound * bins)..<(classes.upperBound * bins) { cells[cell] = 0 }
    let starts = index.starts.span
    let entries = index.entries.span
    var best = OriginVotes()
    let mask = 1 << (2 * ElementIndex.k) - 1
    var kmer = 0
    var run = 0
    guard first < strand.count else { return best }
    for position in first..<strand.count {
      let base = strand[position]
      run = base < 4 ? run &+ 1 : 0
      kmer = (kmer &<< 2 | Int(base & 3)) & mask
      guard run >= ElementIndex.k else { continue }
      let first = position &- ElementIndex.k &+ 1
      for slot in Int(starts[kmer])..<Int(starts[kmer &+ 1]) {
        let entry = entries[slot]
        let elementClass = Int(entry &>> 24)
        let origin = first &- (Int(entry & 0xFFFF) &- 32_768)
        let bin = origin &+ Self.margin
        guard bin >= 0, bin < bins else { continue }
        let cell = elementClass &* bins &+ bin
        let count = cells[cell] &+ 1
        cells[cell] = count
        if count > best.count[elementClass] {
          best.count[elementClass] = count
          best.origin[elementClass] = origin
        }
      }
    }
    return best
  }

  /// The votes for an origin of a class; those of 5′ classes are counted when they are first asked for.
  ///
  /// - Parameters:
  ///   - elementClass: The class.
  ///   - origin: The origin's read offset.
  ///   - strand: The strand that was counted last.
  ///   - indexes: The 8-mers of the elements.
  /// - Returns: How many 8-mers speak for it; 0 where it lies too far outside the read.
  package mutating func votes(
    for elementClass: ElementClass,
    at origin: Int,
    on strand: Strand,
    _ indexes: KmerIndexes
  ) -> Int {
    let bins = strand.count + 2 * Self.margin
    let bin = origin + Self.margin
    guard bin >= 0, bin < bins else { return 0 }
    if elementClass.isFivePrime, !hasAllClasses { _ = count(strand.bases.span, indexes) }
    return Int(cells[Int(elementClass.rawValue) * bins + bin])
  }
}
