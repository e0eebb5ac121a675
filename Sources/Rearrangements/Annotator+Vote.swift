/// Votes of a read's k-mers for places of origins.
struct OriginVotes {
  /// Most votes any origin of the class has.
  var count = InlineArray<9, UInt16>(repeating: 0)
  /// That origin's offset in the read.
  var origin = InlineArray<9, Int>(repeating: 0)
}

extension Annotator {
  /// How far an origin may lie before the read's first base.
  static let originMargin = 512
  /// Bases of a 3′ element before its origin, at most, nt.
  private static let longestHead = 40

  /// Lets every k-mer of `read` vote for the origins it implies, for all classes at once.
  ///
  /// `votes` receives all counts, in rows of `read.count + 2 * originMargin`.
  func vote(_ read: Span<UInt8>, _ votes: inout [UInt16]) -> OriginVotes {
    Self.vote(read, from: 0, index, classes: 0..<ElementClass.allCases.count, &votes)
  }

  /// Lets the k-mers of `read` behind a 5′ element's origin vote for 3′ elements alone.
  ///
  /// `votes` receives their counts as `vote` leaves them; those of 5′ elements mean nothing.
  func voteForThree(
    _ read: Span<UInt8>,
    behind origin: Int,
    _ votes: inout [UInt16]
  ) -> OriginVotes {
    Self.vote(
      read,
      from: max(0, origin - Self.longestHead),
      threeIndex,
      classes: Int(ElementClass.heavyJ.rawValue)..<ElementClass.allCases.count,
      &votes
    )
  }

  private static func vote(
    _ read: Span<UInt8>,
    from first: Int,
    _ index: ElementIndex,
    classes: Range<Int>,
    _ votes: inout [UInt16]
  ) -> OriginVotes {
    let bins = read.count + 2 * originMargin
    let size = ElementClass.allCases.count * bins
    if votes.count < size { votes = [UInt16](repeating: 0, count: size) }
    var cells = votes.mutableSpan
    // Some 20 kB: to set them all to zero costs less than to remember those that are not.
    for cell in (classes.lowerBound * bins)..<(classes.upperBound * bins) { cells[cell] = 0 }
    let starts = index.starts.span
    let entries = index.entries.span
    var best = OriginVotes()
    let mask = 1 << (2 * ElementIndex.k) - 1
    var kmer = 0
    var run = 0
    guard first < read.count else { return best }
    for position in first..<read.count {
      let base = read[position]
      run = base < 4 ? run &+ 1 : 0
      kmer = (kmer &<< 2 | Int(base & 3)) & mask
      guard run >= ElementIndex.k else { continue }
      let first = position &- ElementIndex.k &+ 1
      for slot in Int(starts[kmer])..<Int(starts[kmer &+ 1]) {
        let entry = entries[slot]
        let elementClass = Int(entry &>> 24)
        let origin = first &- (Int(entry & 0xFFFF) &- 32_768)
        let bin = origin &+ originMargin
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

  /// The votes for an origin of a class on the read in `scratch`.
  func votes(
    for elementClass: ElementClass,
    at origin: Int,
    _ read: Span<UInt8>,
    _ scratch: inout AnnotationScratch
  ) -> Int {
    let bins = read.count + 2 * Self.originMargin
    let bin = origin + Self.originMargin
    guard bin >= 0, bin < bins else { return 0 }
    if elementClass.isFivePrime, !scratch.hasAllVotes {
      _ = vote(read, &scratch.votes)
      scratch.hasAllVotes = true
    }
    return Int(scratch.votes[Int(elementClass.rawValue) * bins + bin])
  }
}
