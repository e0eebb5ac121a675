import Statistics
import Testing

@Suite("Detection limits")
struct DetectionLimitTests {
  let golden: GoldenStatistics

  init() throws { golden = try GoldenStatistics.read() }

  @Test("the templates needed for detection agree with scipy")
  func templates() {
    #expect(golden.lambdaForDetection.count == 9)
    for row in golden.lambdaForDetection {
      let mean = meanForDetection(of: row.k, probability: row.p)
      #expect(agrees(mean, row.lambda), "k = \(row.k), p = \(row.p)")
    }
  }

  @Test("the depth that shows one molecule agrees with scipy")
  func depth() {
    let rows = golden.readsPerMoleculeForSingleMoleculeDetection95
    #expect(rows.count == 8)
    for row in rows {
      let mean = readsPerMolecule(toShow: row.k, size: row.nbSize)
      #expect(agrees(mean, row.g), "k = \(row.k)")
      let reads = NegativeBinomialDistribution(mean: mean, size: row.nbSize ?? .infinity)
      #expect(agrees(reads.atLeast(row.k), 0.95, tolerance: 1e-9), "k = \(row.k)")
    }
  }

  @Test("the least count above background agrees with scipy")
  func background() {
    #expect(golden.backgroundKmin.count == 14)
    for row in golden.backgroundKmin {
      let count = smallestSignificantCount(background: row.mu, alpha: row.alpha)
      #expect(count == row.kmin, "mu = \(row.mu), alpha = \(row.alpha)")
    }
  }

  @Test("without background a single read is significant")
  func noBackground() {
    #expect(smallestSignificantCount(background: 0, alpha: 1e-3) == 1)
  }

  @Test("EP17 multipliers and ranks agree with the guideline's formulas")
  func ep17() {
    #expect(golden.ep17.cp.count == 4)
    for row in golden.ep17.cp {
      let multiplier = detectionLimitMultiplier(
        resultCount: row.LTotal,
        sampleCount: row.KSamples
      )
      #expect(agrees(multiplier, row.cp))
    }
    #expect(golden.ep17.nonparamRank.count == 4)
    for row in golden.ep17.nonparamRank {
      #expect(limitOfBlankRank(resultCount: row.B) == row.rank)
    }
  }

  @Test("the mean of a maximum agrees with scipy")
  func maximum() {
    #expect(golden.maxRuleBias.count == 6)
    for row in golden.maxRuleBias {
      let mean = PoissonDistribution(mean: row.lambda).expectedMaximum(ofSamples: row.J)
      #expect(agrees(mean, row.EMax))
      #expect(agrees(mean / row.lambda - 1, row.relBias))
    }
  }
}
