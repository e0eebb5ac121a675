import Alignments
import Nucleotides

extension Annotator {
  /// 12-mers are looked up in rounds over the whole read, at every so many bases, nt.
  private static let seedRound = 32
  /// Where each round begins: the rounds together look at every fourth base.
  private static let firstSeeds: InlineArray<8, Int> = [0, 16, 8, 24, 4, 20, 12, 28]
  /// 8-mers that a 3′ element needs: 19 equal bases in a row.
  private static let fewestThree: UInt16 = 12

  /// Finds the elements of a read on which a few k-mers leave no doubt about the 5′ element; `nil` for
  /// every other.
  ///
  /// What it finds is what counting the votes of all k-mers finds, at a fraction of the time.
  ///
  /// - Throws: `RejectionReason` if the read has that 5′ element and is no rearrangement.
  func placeClear(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement? {
    scratch.takeForward(read)
    if let five = clearOrigin(read) {
      return try placeClear(five, read, strand: false, primerFree, &scratch)
    }
    scratch.takeReverse(read)
    let reverse = scratch.reverse
    guard let five = clearOrigin(reverse.span) else { return nil }
    let flipped = (read.count - primerFree.upperBound)..<(read.count - primerFree.lowerBound)
    return try placeClear(five, reverse.span, strand: true, flipped, &scratch)
  }

  private func placeClear(
    _ five: (elementClass: ElementClass, origin: Int),
    _ read: Span<UInt8>,
    strand revComp: Bool,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement? {
    let (elementClass, origin) = five
    if origin + elementClass.core >= read.count {
      guard keepTruncated(elementClass, origin, revComp, primerFree, &scratch) else { return nil }
      throw .noThreePrimeElement
    }
    var votes = voteForThree(read, behind: origin, &scratch.votes)
    scratch.hasAllVotes = false
    let partner = clearPartner(elementClass, votes)
    // A hypermutated V leaves its D the only clear element; what a V lacks, no other class has.
    guard partner != nil || elementClass.isVariable else { return nil }
    votes.count[Int(elementClass.rawValue)] = .max
    votes.origin[Int(elementClass.rawValue)] = origin
    do throws(RejectionReason) {
      return try locate(strand: revComp, votes, primerFree, partner: partner, &scratch)
    } catch {
      // Where the 3′ element is clear as well something is odd, and all votes may tell what.
      if partner != nil { return nil }
      throw error
    }
  }

  /// The 3′ class that a 5′ class recombined with: the only one with votes to speak of.
  private func clearPartner(_ five: ElementClass, _ votes: OriginVotes) -> ElementClass? {
    var best: ElementClass?
    var (most, second) = (Self.fewestThree - 1, UInt16(0))
    for three in ElementClass.allCases where !three.isFivePrime {
      let count = votes.count[Int(three.rawValue)]
      if count > most {
        if best != nil { second = max(second, most) }
        (best, most) = (three, count)
      } else {
        second = max(second, count)
      }
    }
    guard let best, five.partners.contains(best), 2 * second < most else { return nil }
    return best
  }

  /// The 5′ class and origin that 12-mers all over a read vote for; `nil` unless they are far ahead of
  /// every other class and origin.
  ///
  /// 12-mers are looked up only until that is settled, or until there is little hope for it.
  private func clearOrigin(
    _ read: Span<UInt8>
  ) -> (elementClass: ElementClass, origin: Int)? {
    var votes = SeedVotes()
    let slots = fiveSeeds.slots.span
    let places = fiveSeeds.places.span
    search: for round in Self.firstSeeds.indices {
      let first = Self.firstSeeds[round]
      for place in stride(from: first, through: read.count - SeedIndex.length, by: Self.seedRound) {
        guard let seed = SeedIndex.seed(of: read, at: place) else { continue }
        let found = SeedIndex.find(seed, in: slots)
        for number in 0..<found.count {
          let entry = found.count == 1 ? found.first : Int(places[found.first &+ number])
          votes.add(entry &>> 16, origin: place &- (entry & 0xFFFF &- 32_768))
        }
        guard votes.goesOn() else { break search }
      }
    }
    guard let clear = votes.clear, let found = ElementClass(rawValue: UInt8(clear.elementClass))
    else { return nil }
    return (found, Int(clear.origin))
  }
}
