import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Votes of 8-mers")
struct KmerVotesTests {
  /// A class and an origin.
  private struct Place: Hashable {
    var elementClass: ElementClass
    var origin: Int
  }

  /// Every 8-mer of every row of some classes with its offsets from the origin.
  private static func offsets(
    _ bench: borrowing PlacingBench,
    _ classes: [ElementClass]
  ) -> [[UInt8]: Set<Place>] {
    var found: [[UInt8]: Set<Place>] = [:]
    for elementClass in classes {
      for row in bench.rows(of: elementClass) where row.bases.count >= 8 {
        for start in 0...(row.bases.count - 8) {
          let kmer = Array(row.bases[start..<(start + 8)])
          guard kmer.allSatisfy({ $0 < 4 }) else { continue }
          let place = Place(elementClass: elementClass, origin: start - row.before)
          found[kmer, default: []].insert(place)
        }
      }
    }
    return found
  }

  /// The votes of the 8-mers of a read from an offset on.
  private static func votes(
    _ read: [UInt8],
    from first: Int = 0,
    _ offsets: [[UInt8]: Set<Place>]
  ) -> [Place: Int] {
    var votes: [Place: Int] = [:]
    guard read.count >= first + 8 else { return votes }
    for start in first...(read.count - 8) {
      for place in offsets[Array(read[start..<(start + 8)])] ?? [] {
        let origin = start - place.origin
        votes[Place(elementClass: place.elementClass, origin: origin), default: 0] += 1
      }
    }
    return votes
  }

  @Test("are those of a table of all 8-mers", arguments: 0..<6 as Range<UInt64>)
  func counts(seed: UInt64) throws {
    var bench = try PlacingBench(seed: seed)
    let offsets = Self.offsets(bench, ElementClass.allCases)
    var votes = KmerVotes()
    for number in 0..<12 {
      let type = RearrangementType.allCases[number % 6]
      var read = try bench.reads.molecule(type, rate: [0, 0.1, 0.25][number % 3]).sequence.codes
      if number % 4 == 0 { read[bench.reads.random.below(read.count)] = 4 }
      if number % 5 == 0 { read = bench.reads.bases(150) }
      let expected = Self.votes(read, offsets)
      let best = votes.count(read.span, bench.kmers)
      let strand = Strand(read)
      for elementClass in ElementClass.allCases {
        let own = expected.filter { $0.key.elementClass == elementClass }
        let most = own.values.max() ?? 0
        #expect(best.count(of: elementClass) == most, "\(elementClass)")
        if most > 0 {
          let place = Place(elementClass: elementClass, origin: best.origin(of: elementClass))
          #expect(own[place] == most, "\(elementClass) at \(place.origin)")
        }
        for origin in -400..<(read.count + 400) {
          let counted = votes.votes(for: elementClass, at: origin, on: strand, bench.kmers)
          let place = Place(elementClass: elementClass, origin: origin)
          guard counted != own[place] ?? 0 else { continue }
          Issue.record("\(elementClass) at \(origin): \(counted), not \(own[place] ?? 0)")
        }
      }
    }
  }

  @Test("for 3′ elements alone are those behind the 5′ element")
  func threePrime() throws {
    var bench = try PlacingBench(seed: 7)
    let classes = ElementClass.allCases.filter { !$0.isFivePrime }
    let offsets = Self.offsets(bench, classes)
    var votes = KmerVotes()
    for number in 0..<30 {
      let type = RearrangementType.allCases[number % 6]
      let read = try bench.reads.molecule(type, rate: 0.05).sequence.codes
      let origin = bench.reads.random.below(read.count)
      let expected = Self.votes(read, from: max(0, origin - 40), offsets)
      let best = votes.countThreePrime(read.span, behind: origin, bench.kmers)
      for elementClass in ElementClass.allCases {
        let most = expected.filter { $0.key.elementClass == elementClass }.values.max() ?? 0
        #expect(best.count(of: elementClass) == most, "\(elementClass) behind \(origin)")
      }
    }
  }

  @Test("of 5′ elements are counted when they are asked for")
  func lazily() throws {
    var bench = try PlacingBench(seed: 8)
    for type in RearrangementType.allCases {
      let read = try bench.reads.molecule(type).sequence.codes
      let strand = Strand(read)
      var (whole, partial) = (KmerVotes(), KmerVotes())
      let best = whole.count(read.span, bench.kmers)
      _ = partial.countThreePrime(read.span, behind: read.count / 2, bench.kmers)
      for elementClass in ElementClass.allCases where elementClass.isFivePrime {
        let origin = best.origin(of: elementClass)
        let counted = partial.votes(for: elementClass, at: origin, on: strand, bench.kmers)
        #expect(counted == best.count(of: elementClass), "\(elementClass) of \(type)")
      }
    }
  }

  @Test("are none far outside the read and on reads without an 8-mer")
  func outside() throws {
    let bench = try PlacingBench(seed: 9)
    var votes = KmerVotes()
    for read in [[], [0, 1, 2, 3, 0, 1, 2], [UInt8](repeating: 4, count: 100)] as [[UInt8]] {
      let best = votes.count(read.span, bench.kmers)
      for elementClass in ElementClass.allCases {
        #expect(best.count(of: elementClass) == 0)
        for origin in [-10_000, -513, read.count + 512, 10_000] {
          let counted = votes.votes(
            for: elementClass,
            at: origin,
            on: Strand(read),
            bench.kmers
          )
          #expect(counted == 0)
        }
      }
    }
  }
}
