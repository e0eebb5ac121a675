import Nucleotides

/// Joins the two mates of a pair where they overlap.
///
/// Every possible fragment length is tried; one is accepted when the overlap's log-likelihood ratio,
/// by the bases' qualities, is beyond what the number of tries and the overlap's own composition
/// would give by chance, and clearly beyond the second-best. Length alone decides nothing: 10 nt of
/// rich sequence are enough, 30 nt of a repeat are not.
package struct PairMerger {
  /// Shortest overlap tried, nt.
  ///
  /// Chosen here: at Q30 its evidence, ln 4 a base, is 13.8 nats; the longest mates need 12.4.
  package static let shortestOverlap = 10
  /// Log-likelihood ratio, in nats, that the best overlap needs beyond the logarithm of the number
  /// of fragment lengths tried (chosen here: fewer than one of 1,000 unrelated pairs is merged).
  package static let requiredEvidence = 4.1
  /// Longest mate that is tried, nt; no sequencer makes longer pairs.
  package static let longestMate = 2_000
  /// Nats by which the best overlap of a repetitive stretch must beat the second-best.
  ///
  /// Chosen here: a repeat moved by one unit agrees nearly as well, so two differences at Q30, 7.3
  /// nats each beside equal bases, must speak for the best one.
  package static let repetitiveMargin = 12.0
  /// Nats by which the best overlap must beat the second-best: odds of 55 to 1, chosen here.
  package static let requiredMargin = 4.0
  /// Highest Phred score of a consensus base.
  ///
  /// Chosen here: both mates share the errors of PCR, so that two reads never make a base surer than
  /// one error in 10⁶.
  package static let highestQuality: UInt8 = 60
  /// Share of bases that must agree before an overlap is looked at more closely.
  ///
  /// Chosen here: random bases agree in a quarter, and at Q22 and above an overlap in which fewer
  /// agree speaks against itself.
  static let plausibleIdentity = 0.75

  var paddedFirst: [UInt8] = []
  var paddedSecond: [UInt8] = []
  private var packedFirst = PackedBases()
  private var packedSecond = PackedBases()
  private var scan = OverlapScan(shortest: shortestOverlap, identity: plausibleIdentity)
  private var candidates: [Int] = []
  private var found: [Int] = []
  private let agreement: [Double]
  private let disagreement: [Double]

  /// Creates a merger; its tables hold the evidence of every pair of qualities 0…63.
  package init() {
    var agreement = [Double](repeating: 0, count: 64 * 64)
    var disagreement = agreement
    for a in 0..<64 {
      for b in 0..<64 {
        // A guess is wrong three times in four, no score says less.
        let ea = min(phredErrorProbabilities[a], 0.75)
        let eb = min(phredErrorProbabilities[b], 0.75)
        let same = (1 - ea) * (1 - eb) + ea * eb / 3
        agreement[a * 64 + b] = naturalLogarithm(4 * same)
        disagreement[a * 64 + b] = naturalLogarithm(4 * (1 - same) / 3)
      }
    }
    self.agreement = agreement
    self.disagreement = disagreement
  }

  /// Merges two mates.
  ///
  /// - Parameters:
  ///   - first: The first mate as sequenced.
  ///   - second: The second mate, already reverse-complemented.
  ///   - merged: Receives the fragment if the mates overlap: first mate's start to second mate's
  ///     start, without what was read through into adapters.
  /// - Returns: The overlap in bases; `nil` if the mates do not overlap beyond chance.
  package mutating func merge(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    into merged: inout ReadBuffer
  ) -> Int? {
    guard min(first.count, second.count) >= Self.shortestOverlap,
      max(first.count, second.count) <= Self.longestMate
    else { return nil }
    guard min(first.count, second.count) >= 2 * PackedBases.length,
      packedFirst.pack(first.codes.span), packedSecond.pack(second.codes.span)
    else { return mergeOneByOne(first, second, into: &merged) }
    findCandidates()
    var choice = OverlapChoice()
    for fragment in candidates {
      // Fragment offset of the second mate's first base; negative when it was read through.
      let offset = fragment - second.count
      let start = max(0, offset)
      let overlap = min(first.count, fragment) - start
      let different = packedFirst.differences(
        from: start,
        packedSecond,
        from: start - offset,
        length: overlap
      )
      guard Double(overlap - different) >= Self.plausibleIdentity * Double(overlap) else {
        continue
      }
      let found = evidence(first, second, start: start, offset: offset, overlap: overlap)
      choice.consider(fragment, nats: found.nats, weight: found.weight)
    }
    let tried = first.count + second.count - 2 * Self.shortestOverlap + 1
    guard let fragment = choice.fragment(ofTried: tried) else { return nil }
    return joinKnown(first, second, fragment: fragment, into: &merged)
  }

  /// Sets `candidates` to the fragment lengths, ascending, whose overlaps are promising.
  private mutating func findCandidates() {
    let (one, other) = (packedFirst.count, packedSecond.count)
    let shorter = min(one, other)
    candidates.removeAll(keepingCapacity: true)
    // Read through: the end of the second mate on the start of the first.
    scan.scanShort(ending: packedSecond, starting: packedFirst, into: &candidates)
    candidates.reverse()
    scan.scan(
      ending: packedSecond,
      starting: packedFirst,
      longest: shorter - 1,
      into: &candidates
    )
    // One mate inside the other.
    for fragment in shorter..<max(one, other) {
      let start = max(0, fragment - other)
      let middle = start + (shorter - PackedBases.length) / 2
      let different = PackedBases.differences(
        packedFirst.words[middle],
        packedSecond.words[middle - (fragment - other)]
      )
      if different <= OverlapScan.mostDifferences { candidates.append(fragment) }
    }
    found.removeAll(keepingCapacity: true)
    scan.scan(ending: packedFirst, starting: packedSecond, longest: shorter, into: &found)
    for overlap in found.reversed() { candidates.append(one + other - overlap) }
    found.removeAll(keepingCapacity: true)
    scan.scanShort(ending: packedFirst, starting: packedSecond, into: &found)
    for overlap in found { candidates.append(one + other - overlap) }
  }

  /// Log-likelihood ratio of an overlap against chance, in nats, and the weight (at most 1) that its
  /// repetitiveness leaves it.
  func evidence(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    start: Int,
    offset: Int,
    overlap: Int
  ) -> (nats: Double, weight: Double) {
    var total = 0.0
    var seen: UInt64 = 0  // which of the 64 3-mers occur
    var threeMer = 0
    let (codes, mates) = (first.codes.span, second.codes.span)
    let (scores, mateScores) = (first.qualities.span, second.qualities.span)
    let (same, other) = (agreement.span, disagreement.span)
    for column in 0..<overlap {
      let (place, matePlace) = (start &+ column, start &- offset &+ column)
      let a = codes[place]
      let b = mates[matePlace]
      threeMer = (threeMer << 2 | Int(a & 3)) & 63
      if column >= 2 { seen |= 1 << UInt64(threeMer) }
      guard a < 4, b < 4 else { continue }
      let qualities =
        Int(min(scores[place], 63)) &* 64 &+ Int(min(mateScores[matePlace], 63))
      total += a == b ? same[qualities] : other[qualities]
    }
    // In random sequence nearly all 3-mers of a short stretch differ; a repeat has few. Evidence
    // counts in proportion to what is new in the overlap. Of 40 random 3-mers 30 differ, and 1.3
    // times 30 of 40 is nearly all; longer overlaps have evidence enough.
    let distinct = Double(seen.nonzeroBitCount)
    let expected = Double(min(overlap - 2, 40))
    return (total, total > 0 ? min(1, 1.3 * distinct / expected) : 1)
  }
}
