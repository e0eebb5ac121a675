import Nucleotides
import Testing

@Suite("Nucleotide sequence")
struct NucleotideSequenceTests {
  @Test("reads letters of either case and writes upper case")
  func letters() {
    #expect(NucleotideSequence("acgtnRU")?.description == "ACGTNNT")
    #expect(NucleotideSequence("AC-T") == nil)
  }

  @Test("its reverse complement turns every base and keeps unknown ones")
  func reverse() {
    #expect(NucleotideSequence("AACGN")?.reverseComplement.description == "NCGTT")
  }

  @Test("translates whole codons by the standard code")
  func translation() throws {
    let bases = try #require(NucleotideSequence("TGTGCGAGATAATGGNNNTT"))
    #expect(GeneticCode.translate(bases.codes) == "CAR*WX")
  }

  @Test("Phred scores state error probabilities", arguments: [(0, 1.0), (10, 0.1), (30, 0.001)])
  func phred(score: Int, expected: Double) {
    let found = PhredScore(UInt8(score)).errorProbability
    #expect(abs(found - expected) < 1e-12)
  }
}
