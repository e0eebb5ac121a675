import Alignments
import Nucleotides

extension Annotator {
  /// Votes on one strand that make looking at the other unnecessary: 27 nt in a row.
  private static let decisiveVotes: UInt16 = 20
  /// Fewest bases of a read that is looked at, nt.
  private static let shortestRead = 40
  /// How many classes are tried as the 5′ element.
  private static let triedClasses = 3

  /// Finds the elements of a rearrangement on a read.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer; only they count as evidence
  ///     and choose alleles.
  ///   - scratch: Receives the equally good rows and the strands.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func locate(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    do throws(RejectionReason) {
      scratch.lone = nil
      guard read.count >= Self.shortestRead else { throw .tooShort }
      if let clear = try placeClear(read, primerFree: primerFree, &scratch) { return clear }
    } catch {
      throw refined(error, read, primerFree, &scratch)
    }
    return try locateByAllVotes(read, primerFree: primerFree, &scratch)
  }

  /// Finds the elements of a rearrangement on a read by the votes of all its k-mers: the reference of
  /// `locate`, which spares most reads the most of them.
  ///
  /// Parameters, result and errors are those of `locate`.
  package func locateByAllVotes(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    do throws(RejectionReason) {
      return try place(read, primerFree: primerFree, &scratch)
    } catch {
      throw refined(error, read, primerFree, &scratch)
    }
  }

  private func place(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    scratch.lone = nil
    guard read.count >= Self.shortestRead else { throw .tooShort }
    scratch.takeForward(read)
    scratch.hasAllVotes = true
    let forwardVotes = vote(read, &scratch.votes)
    let forwardBest = Self.fiveBest(forwardVotes)
    if forwardBest >= Self.decisiveVotes {
      return try locate(strand: false, forwardVotes, primerFree, &scratch)
    }
    scratch.takeReverse(read)
    let reverse = scratch.reverse
    let reverseVotes = vote(reverse.span, &scratch.otherVotes)
    let flipped = (read.count - primerFree.upperBound)..<(read.count - primerFree.lowerBound)
    guard Self.fiveBest(reverseVotes) > forwardBest else {
      return try locate(strand: false, forwardVotes, primerFree, &scratch)
    }
    swap(&scratch.votes, &scratch.otherVotes)
    return try locate(strand: true, reverseVotes, flipped, &scratch)
  }

  private static func fiveBest(_ votes: OriginVotes) -> UInt16 {
    var most: UInt16 = 0
    for elementClass in 0...Int(ElementClass.heavyD.rawValue) {
      most = max(most, votes.count[elementClass])
    }
    return most
  }

  /// The 5′ class with most votes among those not yet tried; `nil` if none has two.
  private func mostVoted(_ votes: OriginVotes, besides tried: UInt16) -> ElementClass? {
    var best: ElementClass?
    var most: UInt16 = 1
    for elementClass in ElementClass.allCases
    where elementClass.isFivePrime && tried & 1 << UInt16(elementClass.rawValue) == 0 {
      let count = votes.count[Int(elementClass.rawValue)]
      if count > most { (most, best) = (count, elementClass) }
    }
    return best
  }

  /// Finds the elements of a rearrangement on one strand of the read in `scratch`.
  ///
  /// - Parameters:
  ///   - revComp: Whether it is the reverse complement.
  ///   - votes: Those for the strand.
  ///   - primerFree: The strand's offsets between primers.
  ///   - only: The only 3′ class to look for; `nil` for all that recombine with the 5′ class.
  ///   - scratch: Holds the strand; receives the equally good rows.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the strand shows no rearrangement.
  func locate(
    strand revComp: Bool,
    _ votes: OriginVotes,
    _ primerFree: Range<Int>,
    partner only: ElementClass? = nil,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    var reason = RejectionReason.noFivePrimeElement
    var best: LocatedRearrangement?
    var bestRows: (five: [Int], three: [Int]) = ([], [])
    var fiveScores = InlineArray<9, Int>(repeating: 0)
    var tried: UInt16 = 0
    for attempt in 0..<Self.triedClasses {
      guard let elementClass = mostVoted(votes, besides: tried) else { break }
      tried |= 1 << UInt16(elementClass.rawValue)
      let count = votes.count[Int(elementClass.rawValue)]
      // A class with far fewer votes cannot overturn what was found.
      if attempt > 0, best != nil, 2 * count < Self.fiveBest(votes) { break }
      let voted = votes.origin[Int(elementClass.rawValue)]
      guard
        let five = placeFive(elementClass, voted, revComp, primerFree, &scratch),
        five.score > 0 || primerFree.lowerBound > 0
      else {
        if keepTruncated(elementClass, voted, revComp, primerFree, &scratch) {
          reason = .noThreePrimeElement
        }
        continue
      }
      if Self.hasFlank(five) {
        fiveScores[Int(elementClass.rawValue)] = five.score
      }
      for partner in elementClass.partners where partner == only ?? partner {
        guard let type = RearrangementType(elementClass, partner),
          let three = placeThree(partner, after: five, votes, revComp, primerFree, &scratch)
        else {
          keepLone(five, revComp, primerFree, &scratch)
          if reason == .noFivePrimeElement, five.score >= EvidenceThreshold.five {
            reason = .noThreePrimeElement
          }
          continue
        }
        guard let (five, three) = evident(five, three, primerFree, revComp, &scratch)
        else {
          reason = .weakEvidence
          continue
        }
        if five.score + three.score > (best.map { $0.five.score + $0.three.score } ?? 0) {
          best = LocatedRearrangement(type: type, revComp: revComp, five: five, three: three)
          bestRows = (scratch.fiveRows, scratch.threeRows)
        }
      }
    }
    guard var found = best else { throw reason }
    guard !isChimera(found, fiveScores, votes, length: scratch.forward.count) else {
      throw .chimera
    }
    guard !isUnrearranged(found, scratch.coding(revComp).span) else { throw .unrearranged }
    guard !hasSignal(behind: found.five, scratch.coding(revComp).span, isLone: false) else {
      throw .germlineV
    }
    (scratch.fiveRows, scratch.threeRows) = bestRows
    split(&found, scratch.coding(revComp).span)
    let window = found.windowRange
    guard window.lowerBound >= 0, window.upperBound <= scratch.forward.count, !window.isEmpty else {
      throw .junctionNotCovered
    }
    return found
  }

  /// Whether another locus has the better claim to one of the elements.
  private func isChimera(
    _ found: LocatedRearrangement,
    _ fiveScores: InlineArray<9, Int>,
    _ votes: OriginVotes,
    length: Int
  ) -> Bool {
    let locus = found.five.elementClass.locus
    for other in ElementClass.allCases
    where other.isFivePrime && other.locus != locus
      && fiveScores[Int(other.rawValue)] > found.five.score + EvidenceThreshold.otherLocus
    {
      return true
    }
    let own = votes.count[Int(found.three.elementClass.rawValue)]
    for other in ElementClass.allCases
    where !other.isFivePrime && !found.five.elementClass.partners.contains(other) {
      let count = votes.count[Int(other.rawValue)]
      let origin = votes.origin[Int(other.rawValue)]
      if count >= EvidenceThreshold.otherVotes, count >= own + EvidenceThreshold.otherVotes,
        (found.five.origin..<length).contains(origin)
      {
        return true
      }
    }
    return false
  }

  /// Whether a D comes with the genome before it; true for every other element.
  ///
  /// A D alone is no DJ: V(D)J rearrangements hold one as well.
  private static func hasFlank(_ five: PlacedElement) -> Bool {
    five.elementClass != .heavyD || five.origin - five.start >= EvidenceThreshold.fewestFlank
  }

  /// Whether the genome before a D is the genome's; true for every other element.
  ///
  /// DJ do not mutate. What precedes the D of a V(D)J is another sequence, which an extension of the D
  /// may run into a little way.
  private func isFlankGermline(_ five: PlacedElement, _ read: Span<UInt8>) -> Bool {
    guard five.elementClass == .heavyD else { return true }
    let flank = clippedRange(five.start, five.origin)
    let matrix = self[five.elementClass]
    let different = matrix.mismatches(row: five.row, origin: five.origin, read, flank)
    return EvidenceThreshold.flankShare * different <= flank.count
  }

  /// Two placed elements that are better than chance would place any; `nil` if they are not.
  private func evident(
    _ five: PlacedElement,
    _ three: PlacedElement,
    _ primerFree: Range<Int>,
    _ revComp: Bool,
    _ scratch: inout AnnotationScratch
  ) -> (five: PlacedElement, three: PlacedElement)? {
    let read = scratch.coding(revComp)
    if isBeyondChance(five, three, read.span) { return (five, three) }
    return primedPair(five, three, read.span, primerFree, &scratch.fiveRows)
  }

  /// Whether two placed elements are better than chance would place any.
  private func isBeyondChance(
    _ five: PlacedElement,
    _ three: PlacedElement,
    _ read: Span<UInt8>
  ) -> Bool {
    guard three.score >= EvidenceThreshold.three, Self.hasFlank(five), isFlankGermline(five, read)
    else { return false }
    // Far behind Trp118 a J may be no more than a primer that nobody declared: the V has to be sure.
    let isFar =
      three.elementClass != .kappaDeleting
      && three.start >= three.origin + 3
    guard !isFar || five.score >= EvidenceThreshold.fiveBeforeFarJ else { return false }
    let sum = five.score + three.score
    if five.score >= EvidenceThreshold.five, sum >= EvidenceThreshold.sum { return true }
    // Framework 3 amplicons leave few bases between the primer and Cys104. Where the primer itself
    // lies at its place on the V, only that one place was looked at, and less will do.
    guard five.score >= EvidenceThreshold.fiveBehindPrimer,
      sum >= EvidenceThreshold.sumBehindPrimer
    else { return false }
    let whole = extended(
      self[five.elementClass],
      five.row,
      five.origin,
      read,
      0..<read.count
    )
    return whole.score - five.score >= EvidenceThreshold.underPrimer
  }

  /// Where both elements claim the same bases, gives each its own side of the best border; of equal
  /// borders the one that leaves most to the 5′ element.
  private func split(_ found: inout LocatedRearrangement, _ read: Span<UInt8>) {
    guard found.five.end > found.three.start else { return }
    let five = self[found.five.elementClass]
    let three = self[found.three.elementClass]
    let first = max(found.three.start, found.five.start)
    let last = min(found.five.end, found.three.end)
    guard first < last else {
      found.five.end = min(found.five.end, found.three.start)
      return
    }
    func equal(_ matrix: ReferenceMatrix, _ element: PlacedElement, _ position: Int) -> Int {
      let column = position - element.origin + matrix.origin
      guard column >= 0, column < matrix.width else { return 0 }
      return matrix.cells[element.row * matrix.width + column] == read[position] ? 1 : 0
    }
    var total = (first..<last).reduce(0) { $0 + equal(three, found.three, $1) }
    var best = (border: first, total: total)
    for position in first..<last {
      total += equal(five, found.five, position) - equal(three, found.three, position)
      if total >= best.total { best = (position + 1, total) }
    }
    found.five.end = best.border
    found.three.start = best.border
  }
}
