import SimulatedReads
import Testing

@Suite("Seeded generator")
struct SeededGeneratorTests {
  @Test("is SplitMix64")
  func reference() {
    // The sequence that Rosetta Code's task "Pseudo-random numbers/Splitmix64" lists for this seed.
    var random = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  @Test("spreads numbers below a bound evenly", arguments: [2, 3, 10])
  func below(_ bound: Int) {
    var random = SeededGenerator(seed: UInt64(bound))
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<(10_000 * bound) { counts[random.below(bound)] += 1 }
    // Binomial standard deviation is below 100; six of them.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 600 }, "\(counts)")
  }

  @Test("draws counts of the asked mean", arguments: [0.0, 0.5, 2, 8])
  func geometric(_ mean: Double) {
    var random = SeededGenerator(seed: 7)
    let sum = (0..<20_000).reduce(0) { sum, _ in sum + random.geometric(mean: mean, limit: 1000) }
    // The variance of the geometric distribution is mean · (mean + 1); six standard errors.
    let error = 6 * (mean * (mean + 1) / 20_000).squareRoot()
    #expect(abs(Double(sum) / 20_000 - mean) <= error)
    #expect((0..<1000).allSatisfy { _ in random.geometric(mean: mean, limit: 3) <= 3 })
  }
}
