import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Search by 12-mers")
struct SeedSearchTests {
  @Test("finds the class and origin of whole rearrangements", arguments: RearrangementType.allCases)
  func truth(_ type: RearrangementType) throws {
    var bench = try PlacingBench(seed: 101)
    let search = SeedSearch(bench.seeds)
    let expected: ElementClass =
      switch type {
      case .ighVDJ: .heavyV
      case .ighDJ: .heavyD
      case .igkVJ, .igkVKde: .kappaV
      case .igkIntronKde: .kappaIntron
      case .iglVJ: .lambdaV
      }
    var found = 0
    for _ in 0..<150 {
      let made = try bench.reads.molecule(type)
      guard let five = search.fivePrime(on: made.sequence.codes.span) else { continue }
      found += 1
      #expect(five.elementClass == expected)
      if let junction = made.junctionRange {
        #expect(five.origin == junction.lowerBound, "\(made.vAllele ?? "")")
      } else if let d = made.dRange {
        #expect(five.origin == d.lowerBound, "\(made.dAllele ?? "")")
      }
      let onOtherStrand = search.fivePrime(on: made.sequence.codes.reverseComplement.span)
      #expect(onOtherStrand == nil)
    }
    // A D has few 12-mers of its own before it once others are left out.
    #expect(found >= (type == .ighDJ ? 100 : 145), "\(found) of 150")
  }

  @Test("leaves alone what is no immunoglobulin")
  func nothing() throws {
    var bench = try PlacingBench(seed: 102)
    let search = SeedSearch(bench.seeds)
    for length in [0, 5, 11, 12, 40, 150, 400] {
      for _ in 0..<300 {
        let inRandomBases = search.fivePrime(on: bench.reads.bases(length).span)
        #expect(inRandomBases == nil)
      }
    }
    for unit in [[0], [0, 1], [2, 3, 1], [4]] as [[UInt8]] {
      let read = (0..<300).map { unit[$0 % unit.count] }
      let inRepeats = search.fivePrime(on: read.span)
      #expect(inRepeats == nil, "\(unit)")
    }
  }

  @Test("does not choose between two V", arguments: 0..<20 as Range<UInt64>)
  func chimeras(seed: UInt64) throws {
    var bench = try PlacingBench(seed: seed)
    let search = SeedSearch(bench.seeds)
    let heavy = try bench.reads.molecule(.ighVDJ).sequence.codes
    let kappa = try bench.reads.molecule(.igkVJ).sequence.codes
    let read = Array(heavy.prefix(130) + kappa.prefix(130))
    let inChimera = search.fivePrime(on: read.span)
    #expect(inChimera == nil)
  }

  @Test("takes the only clear 3′ class", arguments: RearrangementType.allCases)
  func partners(_ type: RearrangementType) throws {
    var bench = try PlacingBench(seed: 103)
    let search = SeedSearch(bench.seeds)
    let (five, three): (ElementClass, ElementClass) =
      switch type {
      case .ighVDJ: (.heavyV, .heavyJ)
      case .ighDJ: (.heavyD, .heavyJ)
      case .igkVJ: (.kappaV, .kappaJ)
      case .igkVKde: (.kappaV, .kappaDeleting)
      case .igkIntronKde: (.kappaIntron, .kappaDeleting)
      case .iglVJ: (.lambdaV, .lambdaJ)
      }
    var votes = KmerVotes()
    var found = 0
    for _ in 0..<50 {
      let made = try bench.reads.molecule(type)
      let read = made.sequence.codes
      let behind = made.ndnRange.lowerBound
      let counted = votes.countThreePrime(read.span, behind: behind, bench.kmers)
      let partner = search.threePrime(partnerOf: five, by: counted)
      #expect(partner == three || partner == nil)
      if partner != nil { found += 1 }
      // A class that does not recombine with it is no partner, however clear.
      for other in ElementClass.allCases where !other.partners.contains(three) {
        #expect(search.threePrime(partnerOf: other, by: counted) == nil, "\(other)")
      }
      let prefix = Array(read.prefix(behind))
      let front = votes.countThreePrime(prefix.span, behind: 0, bench.kmers)
      #expect(search.threePrime(partnerOf: five, by: front) == nil)
    }
    // A J that is trimmed to few bases is left to all votes.
    #expect(found >= 45, "\(found) of 50")
  }

  @Test("knows every 12-mer of the rows at its place and no other")
  func index() throws {
    var bench = try PlacingBench(seed: 104)
    for elementClass in ElementClass.allCases where elementClass.isFivePrime {
      let rows = bench.rows(of: elementClass)
      var known: [Int: Set<[UInt8]>] = [:]
      for row in rows where row.bases.count >= 12 {
        for start in 0...(row.bases.count - 12) {
          let seed = Array(row.bases[start..<(start + 12)])
          guard seed.allSatisfy({ $0 < 4 }) else { continue }
          known[start - row.before, default: []].insert(seed)
        }
      }
      for _ in 0..<2_000 {
        let row = rows[bench.reads.random.below(rows.count)]
        let start = bench.reads.random.below(row.bases.count - 11)
        var seed = Array(row.bases[start..<(start + 12)])
        if bench.reads.random.below(2) == 0 {
          seed = bench.reads.random.substituted(seed, rate: 0.05)
        }
        let offset = start - row.before + [0, 0, 0, 3, -1][bench.reads.random.below(5)]
        let read = [0, 1] + seed + [3]
        let isKnown = known[offset]?.contains(seed) == true
        let found = bench.seeds.holds(elementClass, offset: offset, read.span, at: 2)
        #expect(found == isKnown, "\(elementClass) \(row.name) at \(offset)")
      }
    }
  }

  @Test("finds no 12-mer with an unknown base", arguments: 0..<12)
  func unknown(_ place: Int) throws {
    let bench = try PlacingBench(seed: 105)
    let row = try #require(bench.rows(of: .heavyV).first)
    var seed = Array(row.bases[40..<52])
    let isKnown = bench.seeds.holds(.heavyV, offset: 40 - row.before, seed.span, at: 0)
    #expect(isKnown)
    seed[place] = 4
    let isKnownStill = bench.seeds.holds(.heavyV, offset: 40 - row.before, seed.span, at: 0)
    #expect(!isKnownStill)
  }
}
