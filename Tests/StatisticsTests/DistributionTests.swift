import Statistics
import Testing

/// Values printed by scipy 1.17.1.
@Suite("Distributions")
struct DistributionTests {
  @Test("negative binomial tails and quantiles agree with scipy")
  func negativeBinomial() {
    let template = NegativeBinomialDistribution(mean: 20, size: 2)
    #expect(agrees(template.atLeast(3), 0.9562188375110989, tolerance: 1e-12))
    #expect(agrees(template.cumulative(3), 0.06861801541126723, tolerance: 1e-12))
    #expect(template.atLeast(0) == 1)
    #expect(template.cumulative(-1) == 0)
  }

  @Test(
    "the 1 % quantiles of one template's reads are those of 'Background and detection', section 3",
    arguments: [(20.0, 1), (50, 3), (100, 7), (200, 14), (500, 36)]
  )
  func onePercentQuantile(mean: Double, quantile: Int) {
    #expect(NegativeBinomialDistribution(mean: mean, size: 2).quantile(0.01) == quantile)
  }

  @Test("an infinite size is the Poisson distribution", arguments: [0, 1, 5, 40])
  func poissonLimit(count: Int) {
    let limit = NegativeBinomialDistribution(mean: 7, size: .infinity)
    let poisson = PoissonDistribution(mean: 7)
    #expect(limit.cumulative(count) == poisson.cumulative(count))
    #expect(limit.atLeast(count) == poisson.atLeast(count))
  }

  @Test("the two tails of every count add up to one", arguments: [0.01, 3, 250])
  func tails(mean: Double) {
    for count in [1, 2, 17, 300] {
      let poisson = PoissonDistribution(mean: mean)
      #expect(abs(poisson.cumulative(count - 1) + poisson.atLeast(count) - 1) < 1e-12)
      let binomial = NegativeBinomialDistribution(mean: mean, size: 2)
      #expect(abs(binomial.cumulative(count - 1) + binomial.atLeast(count) - 1) < 1e-12)
    }
  }

  @Test("the other distributions agree with scipy")
  func others() {
    #expect(agrees(NormalDistribution.twoSidedQuantile(alpha: 0.05), 1.959963984540054))
    #expect(agrees(NormalDistribution.quantile(0.95), 1.6448536269514722))
    #expect(agrees(NormalDistribution.cumulative(1), 0.8413447460685429))
    #expect(agrees(ChiSquaredDistribution(degreesOfFreedom: 3).upperTail(7.8), Scipy.chiSquared))
    #expect(
      agrees(
        FisherFDistribution(numeratorDegrees: 3, denominatorDegrees: 12).upperTail(3.5),
        Scipy.fisher
      )
    )
    #expect(agrees(GammaDistribution(shape: 2.5).cumulative(1.3), Scipy.gamma))
    #expect(agrees(GammaDistribution(shape: 2.5).upperTail(1.3), 1 - Scipy.gamma))
    #expect(agrees(BetaDistribution(alpha: 2.5, beta: 4).cumulative(0.3), Scipy.beta))
    #expect(agrees(BinomialDistribution(trials: 9, probability: 0.3).cumulative(4), Scipy.binomial))
    #expect(BinomialDistribution(trials: 9, probability: 0.3).cumulative(9) == 1)
    #expect(BinomialDistribution(trials: 9, probability: 0.3).probability(of: 10) == 0)
  }

  @Test("outside its domain a distribution is not a number")
  func outsideDomain() {
    #expect(BetaDistribution(alpha: -1, beta: 1).quantile(0.5).isNaN)
    #expect(GammaDistribution(shape: 0).quantile(0.5).isNaN)
  }

  private enum Scipy {
    static let chiSquared = 0.050331097859853326
    static let fisher = 0.04964053797988685
    static let gamma = 0.23863473215498604
    static let beta = 0.3521975859067672
    static let binomial = 0.90119134
  }
}
