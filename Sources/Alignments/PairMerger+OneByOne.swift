import Nucleotides

/// Merging as it is defined, base by base: for mates with unknown bases or of few bases, and for tests
/// to hold the fast way against.
extension PairMerger {
  /// Merges two mates as `merge` does.
  ///
  /// - Parameters:
  ///   - first: The first mate as sequenced.
  ///   - second: The second mate, already reverse-complemented.
  ///   - merged: Receives the fragment.
  /// - Returns: The overlap in bases; `nil` if the mates do not overlap beyond chance.
  package mutating func mergeOneByOne(
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
    var choice = OverlapChoice()
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
      choice.consider(fragment, nats: found.nats, weight: found.weight)
    }
    guard let fragment = choice.fragment(ofTried: lengths.count) else { return nil }
    return join(first, second, fragment: fragment, into: &merged)
  }

  private mutating func pad(_ first: [UInt8], _ second: [UInt8]) {
    paddedFirst.removeAll(keepingCapacity: true)
    paddedFirst.append(contentsOf: first)
    paddedFirst.append(contentsOf: repeatElement(rowPadding, count: comparisonBlock))
    paddedSecond.removeAll(keepingCapacity: true)
    paddedSecond.append(contentsOf: second)
    paddedSecond.append(contentsOf: repeatElement(queryPadding, count: comparisonBlock))
  }

  /// Whether the 16 bases in the middle of an overlap leave it a chance: nine equal ones at least, as
  /// `OverlapScan.mostDifferences` asks for.
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
    merged.append(0..<start, of: first)
    for position in start..<end {
      let a = first.codes[position]
      let b = second.codes[position - offset]
      let qa = first.qualities[position]
      let qb = second.qualities[position - offset]
      // Where the mates differ the consensus has Q2 at least, the lowest score that sequencers give.
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
    if end < fragment { merged.append((end - offset)..<second.count, of: second) }
    return end - start
  }
}
