import Nucleotides

/// A read, or the consensus of a pair, as base codes with qualities.
///
/// Reused from read to read: the arrays keep their memory.
package struct ReadBuffer: Sendable {
  /// Base codes 0…4, 5′ to 3′.
  package var codes: [UInt8] = []
  /// Phred scores, one a base; for reads without qualities `assumedQuality`.
  package var qualities: [UInt8] = []

  /// The score given to bases of a FASTA read, whose quality nobody stated.
  package static let assumedQuality: UInt8 = 40

  /// Creates an empty buffer.
  package init() {}

  /// How many bases there are.
  package var count: Int { codes.count }

  /// Removes all bases and keeps the memory.
  package mutating func clear() {
    codes.removeAll(keepingCapacity: true)
    qualities.removeAll(keepingCapacity: true)
  }

  /// Turns the read into its reverse complement, qualities with it.
  package mutating func reverseComplement() {
    codes.reverse()
    qualities.reverse()
    for index in codes.indices { codes[index] = complement(codes[index]) }
  }
}

/// Joins the two mates of a pair where they overlap.
///
/// Every possible fragment length is tried; one is accepted when the overlap's log-likelihood ratio,
/// by the bases' qualities, is beyond what the number of tries and the overlap's own composition
/// would give by chance, and clearly beyond the second-best. Length alone decides nothing: 10 nt of
/// rich sequence are enough, 30 nt of a repeat are not.
package struct PairMerger {
  /// Shortest overlap tried, nt.
  package static let shortestOverlap = 10
  /// Log-likelihood ratio, in nats, that the best overlap needs beyond the logarithm of the number
  /// of fragment lengths tried (chosen here: fewer than one of 1,000 unrelated pairs is merged).
  package static let requiredEvidence = 4.1
  /// Longest mate that is tried, nt; no sequencer makes longer pairs.
  package static let longestMate = 2_000
  /// Nats by which the best overlap of a repetitive stretch must beat the second-best.
  package static let repetitiveMargin = 12.0
  /// Nats by which the best overlap must beat the second-best.
  package static let requiredMargin = 4.0
  /// Highest quality of a consensus base, as usual for Illumina mergers.
  package static let highestQuality: UInt8 = 60
  /// Share of bases that must agree before an overlap is looked at more closely.
  private static let plausibleIdentity = 0.75

  private var paddedFirst: [UInt8] = []
  private var paddedSecond: [UInt8] = []
  private let agreement: [Double]
  private let disagreement: [Double]

  /// Creates a merger; its tables hold the evidence of every pair of qualities 0…63.
  package init() {
    var agreement = [Double](repeating: 0, count: 64 * 64)
    var disagreement = agreement
    for a in 0..<64 {
      for b in 0..<64 {
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
    let shortest = Self.shortestOverlap
    let lengths = shortest...max(shortest, first.count + second.count - shortest)
    guard min(first.count, second.count) >= shortest,
      max(first.count, second.count) <= Self.longestMate
    else { return nil }
    pad(first.codes, second.codes)
    var best = (fragment: 0, evidence: -Double.infinity, weight: 1.0)
    var secondBest = -Double.infinity
    for fragment in lengths {
      // Fragment offset of the second mate's first base; negative when it was read through.
      let offset = fragment - second.count
      let start = max(0, offset)
      let end = min(first.count, fragment)
      let overlap = end - start
      guard overlap >= shortest else { continue }
      guard isPromising(start, start - offset, overlap) else { continue }
      let equal = matches(start, start - offset, overlap)
      guard Double(equal) >= Self.plausibleIdentity * Double(overlap) else { continue }
      let found = evidence(first, second, start: start, offset: offset, overlap: overlap)
      if found.nats * found.weight > best.evidence * best.weight {
        secondBest = max(secondBest, best.evidence)
        best = (fragment, found.nats, found.weight)
      } else {
        secondBest = max(secondBest, found.nats)
      }
    }
    let needed = Self.requiredEvidence + naturalLogarithm(Double(lengths.count))
    let margin = best.weight < 1 ? Self.repetitiveMargin : Self.requiredMargin
    guard best.evidence * best.weight >= needed, best.evidence - secondBest >= margin else {
      return nil
    }
    return join(first, second, fragment: best.fragment, into: &merged)
  }

  private mutating func pad(_ first: [UInt8], _ second: [UInt8]) {
    paddedFirst.removeAll(keepingCapacity: true)
    paddedFirst.append(contentsOf: first)
    paddedFirst.append(contentsOf: repeatElement(rowPadding, count: comparisonBlock))
    paddedSecond.removeAll(keepingCapacity: true)
    paddedSecond.append(contentsOf: second)
    paddedSecond.append(contentsOf: repeatElement(queryPadding, count: comparisonBlock))
  }

  /// Whether the 16 bases in the middle of an overlap leave it a chance: more than seven differences
  /// among them are one in 10⁵ even where one base in seven is wrong.
  private func isPromising(_ firstStart: Int, _ secondStart: Int, _ overlap: Int) -> Bool {
    guard overlap > comparisonBlock else { return true }
    let middle = (overlap - comparisonBlock) / 2
    return paddedMatches(
      paddedFirst.span,
      from: firstStart + middle,
      paddedSecond.span,
      from: secondStart + middle,
      blocks: 1
    ) >= 9
  }

  /// Equal bases of an overlap; the last block may run into one mate's padding and one's bases.
  private func matches(_ firstStart: Int, _ secondStart: Int, _ overlap: Int) -> Int {
    let blocks = overlap / comparisonBlock
    var equal = paddedMatches(
      paddedFirst.span,
      from: firstStart,
      paddedSecond.span,
      from: secondStart,
      blocks: blocks
    )
    for column in (blocks * comparisonBlock)..<overlap
    where paddedFirst[firstStart + column] == paddedSecond[secondStart + column] {
      equal += 1
    }
    return equal
  }

  /// Log-likelihood ratio of an overlap against chance, in nats, and the weight (at most 1) that its
  /// repetitiveness leaves it.
  private func evidence(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    start: Int,
    offset: Int,
    overlap: Int
  ) -> (nats: Double, weight: Double) {
    var total = 0.0
    var seen: UInt64 = 0  // which of the 64 3-mers occur
    var threeMer = 0
    for column in 0..<overlap {
      let a = first.codes[start + column]
      let b = second.codes[start - offset + column]
      threeMer = (threeMer << 2 | Int(a & 3)) & 63
      if column >= 2 { seen |= 1 << UInt64(threeMer) }
      guard a < 4, b < 4 else { continue }
      let qualities =
        Int(min(first.qualities[start + column], 63)) * 64
        + Int(min(second.qualities[start - offset + column], 63))
      total += a == b ? agreement[qualities] : disagreement[qualities]
    }
    // In random sequence nearly all 3-mers of a short stretch differ; a repeat has few. Evidence
    // counts in proportion to what is new in the overlap.
    let distinct = Double(seen.nonzeroBitCount)
    let expected = Double(min(overlap - 2, 40))
    return (total, total > 0 ? min(1, 1.3 * distinct / expected) : 1)
  }

  private func join(
    _ first: ReadBuffer,
    _ second: ReadBuffer,
    fragment: Int,
    into merged: inout ReadBuffer
  ) -> Int {
    let offset = fragment - second.count
    let start = max(0, offset)
    let end = min(first.count, fragment)
    merged.clear()
    merged.codes.append(contentsOf: first.codes[0..<start])
    merged.qualities.append(contentsOf: first.qualities[0..<start])
    for position in start..<end {
      let a = first.codes[position]
      let b = second.codes[position - offset]
      let qa = first.qualities[position]
      let qb = second.qualities[position - offset]
      if a == b {
        merged.codes.append(a)
        merged.qualities.append(a < 4 ? min(Self.highestQuality, qa &+ qb) : min(qa, qb))
      } else if b > 3 || a < 4 && qa >= qb {
        merged.codes.append(a)
        merged.qualities.append(b > 3 ? qa : max(2, qa - qb))
      } else {
        merged.codes.append(b)
        merged.qualities.append(a > 3 ? qb : max(2, qb - qa))
      }
    }
    if end < fragment {
      merged.codes.append(contentsOf: second.codes[(end - offset)...])
      merged.qualities.append(contentsOf: second.qualities[(end - offset)...])
    }
    return end - start
  }
}
