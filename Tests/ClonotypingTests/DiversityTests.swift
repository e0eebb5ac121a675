import Clonotyping
import Testing

@Suite("Diversity of a repertoire")
struct DiversityTests {
  @Test("is the number of clonotypes that would be as diverse if equal")
  func effectiveCount() throws {
    #expect(Diversity.effectiveCount([]) == nil)
    #expect(Diversity.effectiveCount([0, 0]) == nil)
    #expect(abs(try #require(Diversity.effectiveCount([7])) - 1) < 1e-12)
    #expect(abs(try #require(Diversity.effectiveCount([5, 5, 0, 5, 5])) - 4) < 1e-12)
    // scipy.stats.entropy([90, 9, 1]) = 0.357591270730593, its exponential 1.429881066782167.
    let uneven = try #require(Diversity.effectiveCount([90, 9, 1]))
    #expect(abs(uneven - 1.429_881_066_782_167) < 1e-12, "\(uneven)")
    #expect(Diversity.effectiveCount([1, 9, 90]) == Diversity.effectiveCount([90, 1, 9]))
  }
}
