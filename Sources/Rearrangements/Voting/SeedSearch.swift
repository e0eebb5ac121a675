/// Finds the elements of reads on which a few k-mers leave no doubt.
///
/// 12-mers place the 5′ element. Where they do, the 8-mers behind it tell the 3′ element.
package struct SeedSearch: Sendable {
  /// 12-mers are looked up in rounds over the whole read, at every so many bases, nt.
  private static let roundLength = 32
  /// Where each round begins, nt: the rounds together look at every fourth base, so that a gap or a
  /// burst of hypermutation hides few of a round's 12-mers.
  private static let roundStarts: InlineArray<8, Int> = [0, 16, 8, 24, 4, 20, 12, 28]
  /// 8-mers that a 3′ element needs to be clear: 19 equal bases in a row, which no read of other
  /// DNA has by chance.
  ///
  /// Chosen here.
  private static let minimumThreePrimeVotes: UInt16 = 12
  /// How many times the votes of every other 3′ class it needs more than: chosen here, so that a J
  /// with another one behind it is left to all votes.
  private static let factorOverOtherThreePrime: UInt16 = 2

  private let index: SeedIndex

  /// Creates a search.
  ///
  /// - Parameter index: The 12-mers of the 5′ elements.
  package init(_ index: SeedIndex) { self.index = index }

  /// The 5′ class and origin that 12-mers all over a read vote for.
  ///
  /// 12-mers are looked up only until that is settled, or until there is little hope for it.
  ///
  /// - Parameter strand: Base codes of one strand.
  /// - Returns: The class and the read offset of its origin; `nil` unless they are far ahead of every
  ///   other class and origin.
  package func fivePrime(
    on strand: Span<UInt8>
  ) -> (elementClass: ElementClass, origin: Int)? {
    var votes = SeedVotes()
    let slots = index.slots.span
    let places = index.places.span
    search: for round in Self.roundStarts.indices {
      let first = Self.roundStarts[round]
      for place in stride(
        from: first,
        through: strand.count - SeedIndex.length,
        by: Self.roundLength
      ) {
        guard let seed = SeedIndex.seed(of: strand, at: place) else { continue }
        let found = SeedIndex.find(seed, in: slots)
        for number in 0..<found.count {
          let entry = found.count == 1 ? found.first : Int(places[found.first &+ number])
          votes.add(entry &>> 16, origin: place &- (entry & 0xFFFF &- 32_768))
        }
        guard votes.finishSeed() else { break search }
      }
    }
    guard let clear = votes.clear, let found = ElementClass(rawValue: UInt8(clear.elementClass))
    else { return nil }
    return (found, Int(clear.origin))
  }

  /// The 3′ class that a 5′ class recombined with: the only one with votes to speak of.
  ///
  /// - Parameters:
  ///   - five: The 5′ class.
  ///   - votes: Those of the 8-mers behind its origin.
  /// - Returns: The class; `nil` if none or another than its partners is clear.
  package func threePrime(partnerOf five: ElementClass, by votes: OriginVotes) -> ElementClass? {
    var best: ElementClass?
    var (most, second) = (Self.minimumThreePrimeVotes - 1, UInt16(0))
    for three in ElementClass.allCases where !three.isFivePrime {
      let count = votes.count[Int(three.rawValue)]
      if count > most {
        if best != nil { second = max(second, most) }
        (best, most) = (three, count)
      } else {
        second = max(second, count)
      }
    }
    guard let best, five.partners.contains(best), Self.factorOverOtherThreePrime * second < most
    else { return nil }
    return best
  }
}
