import Clonotyping
import Testing

@Suite("Diversity of a repertoire")
struct DiversityTests {
  @Test("is the number of clonotypes that would be as diverse if equal")
  func effectiveCount() throws {
    #expect(Diversity.effectiveCount(clonotypesByReads: [:]) == nil)
    #expect(Diversity.effectiveCount(clonotypesByReads: [0: 2]) == nil)
    #expect(
      abs(try #require(Diversity.effectiveCount(clonotypesByReads: [7: 1])) - 1) < 1e-12
    )
    #expect(
      abs(try #require(Diversity.effectiveCount(clonotypesByReads: [5: 4, 0: 1])) - 4) < 1e-12
    )
    // scipy.stats.entropy([90, 9, 1]) = 0.357591270730593, its exponential 1.429881066782167.
    let uneven = try #require(Diversity.effectiveCount(clonotypesByReads: [90: 1, 9: 1, 1: 1]))
    #expect(abs(uneven - 1.429_881_066_782_167) < 1e-12, "\(uneven)")
  }
}
