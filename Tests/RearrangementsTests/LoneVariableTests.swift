import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("A V without a J")
struct LoneVariableTests {
  @Test("is named though the read is rejected", arguments: [RearrangementType.ighVDJ, .igkVJ])
  func named(_ type: RearrangementType) throws {
    var bench = try AnnotatorBench(seed: 61)
    for number in 0..<100 {
      let made = try bench.molecule(type, rate: 0.05)
      let cysteine = try #require(made.junctionRange).lowerBound
      let forward = NucleotideSequence(codes: Array(made.sequence.codes.prefix(cysteine + 6)))
      let read = number % 2 == 0 ? forward : forward.reverseComplement
      let rejection = bench.rejection(read.codes)
      #expect(rejection == .noThreePrimeElement)
      let named = bench.lone()
      let lone = try #require(named)
      #expect(lone.v.names(geneOf: made.vAllele))
      #expect(lone.sequence == forward)
      #expect(lone.revComp == (number % 2 == 1))
      #expect(lone.locus == type.locus)
      #expect(lone.sequenceAlignment.count == lone.germlineAlignment.count)
    }
  }

  @Test("is forgotten with the next read, and absent from random bases")
  func absent() throws {
    var bench = try AnnotatorBench(seed: 62)
    let made = try bench.molecule(.ighVDJ)
    _ = bench.rejection(Array(made.sequence.codes.prefix(200)))
    var lone = bench.lone()
    #expect(lone != nil)
    for _ in 0..<2_000 {
      _ = bench.rejection(bench.bases(250))
      lone = bench.lone()
      #expect(lone == nil)
    }
    let whole = bench.annotate(made.sequence)
    lone = bench.lone()
    #expect(whole != nil && lone == nil)
  }
}
