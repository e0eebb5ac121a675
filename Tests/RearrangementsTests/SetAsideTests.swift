import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Reads that are something else")
struct SetAsideTests {
  /// Consensus heptamer and nonamer of the signals behind V genes.
  private static let signal = (heptamer: "CACAGTG", nonamer: "ACAAAAACC")

  @Test("phiX174 is told by its own bases, on both strands and across its origin")
  func phiX() throws {
    var bench = try AnnotatorBench(seed: 71)
    let genome = SequencingControl.phiX174.codes
    // The record's length and composition.
    #expect(genome.count == 5_386)
    #expect((0..<4).map { code in genome.count { $0 == code } } == [1_291, 1_157, 1_254, 1_684])
    let around = genome + genome
    var named = 0
    for number in 0..<2_000 {
      let start = bench.random.below(genome.count)
      var read = Array(around[start..<(start + [100, 150, 250][number % 3])])
      for index in read.indices where bench.random.below(100) == 0 {
        read[index] = (read[index] + 1 + UInt8(bench.random.below(3))) % 4
      }
      if number % 2 == 1 { read = read.reversed().map(complement) }
      if bench.rejection(read) == .phiX { named += 1 }
    }
    #expect(named == 2_000)
  }

  @Test("neither random bases nor rearrangements are phiX174")
  func notPhiX() throws {
    var bench = try AnnotatorBench(seed: 72)
    for number in 0..<5_000 {
      #expect(bench.rejection(bench.bases(250)) != .phiX)
      let made = try bench.molecule(RearrangementType.allCases[number % 6], rate: 0.2)
      #expect(bench.rejection(made.sequence.codes) != .phiX)
    }
  }

  @Test(
    "a V with its recombination signal is germline",
    arguments: [(Locus.heavy, 23), (.kappa, 12), (.lambda, 23)]
  )
  func germlineV(_ locus: Locus, spacer: Int) throws {
    var bench = try AnnotatorBench(seed: 73)
    let heptamer = try #require(NucleotideSequence(Self.signal.heptamer)).codes
    let nonamer = try #require(NucleotideSequence(Self.signal.nonamer)).codes
    let whole = try GermlineSet.default.alleles(of: .v, in: locus).filter {
      guard let anchor = $0.anchor else { return false }
      return $0.sequence.count - anchor >= (locus == .heavy ? 11 : 21)
    }
    for (number, allele) in whole.enumerated() {
      let kept = [250, 200, 120][number % 3]
      let v = Array(allele.sequence.codes.suffix(kept))
      let read = v + heptamer + bench.bases(spacer) + nonamer + bench.bases(60)
      #expect(bench.rejection(read) == .germlineV, "\(allele.name)")
      let lone = bench.lone()
      #expect(try #require(lone).v.names(geneOf: allele.name), "\(allele.name)")
      // The read ends inside the spacer.
      #expect(
        bench.rejection((v + heptamer + bench.bases(5)).reversed().map(complement)) == .germlineV,
        "\(allele.name)"
      )
    }
  }

  @Test("a primer of J on a germline V makes no rearrangement of it")
  func misprimedGermlineV() throws {
    var bench = try AnnotatorBench(seed: 74)
    let heptamer = try #require(NucleotideSequence(Self.signal.heptamer)).codes
    let nonamer = try #require(NucleotideSequence(Self.signal.nonamer)).codes
    let allele = try #require(bench.alleles["IGHV3-23*01"])
    let primer = Array(try #require(bench.alleles["IGHJ4*02"]).sequence.codes.suffix(24))
    for _ in 0..<200 {
      let read =
        Array(allele.sequence.codes.suffix(230)) + heptamer + bench.bases(23) + nonamer
        + bench.bases(30)
        + primer
      let rejection = bench.rejection(read)
      #expect(rejection == .germlineV)
    }
  }

  @Test("rearrangements are not germline")
  func rearranged() throws {
    var bench = try AnnotatorBench(seed: 75)
    for number in 0..<6_000 {
      let type = [RearrangementType.ighVDJ, .igkVJ, .iglVJ][number % 3]
      let made = try bench.molecule(type, rate: 0.05)
      #expect(bench.rejection(made.sequence.codes) != .germlineV)
    }
  }

  @Test("two primers with nothing between them are a dimer")
  func dimers() throws {
    var bench = try AnnotatorBench(seed: 76)
    let v = Array(try #require(bench.alleles["IGHV3-23*01"]).sequence.codes[100..<122])
    let j = Array(try #require(bench.alleles["IGHJ4*02"]).sequence.codes.suffix(20))
    for insert in 0...10 {
      for read in [v + bench.bases(insert) + j, v + bench.bases(insert) + j + bench.bases(4)] {
        let rejection = bench.rejection(read, primerFree: 22..<(22 + insert))
        #expect(rejection == .primerDimer)
      }
    }
    // One primer, or a longer insert, is none.
    let short = v + bench.bases(8)
    #expect(bench.rejection(short, primerFree: 22..<short.count) == .tooShort)
    let long = v + bench.bases(30) + j
    #expect(bench.rejection(long, primerFree: 22..<52) != .primerDimer)
  }
}
