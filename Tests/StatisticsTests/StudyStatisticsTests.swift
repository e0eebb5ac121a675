import Statistics
import Testing

@Suite("Comparisons of arms and methods")
struct StudyStatisticsTests {
  let golden: GoldenStatistics

  init() throws { golden = try GoldenStatistics.read() }

  @Test("Newcombe's interval agrees with scipy")
  func newcombe() {
    #expect(golden.newcombeRd.count == 3)
    for row in golden.newcombeRd {
      let estimate = table(row).newcombe()
      #expect(agrees(estimate.value, row.estLoHi[0]))
      #expect(agrees(estimate.interval.lower, row.estLoHi[1]))
      #expect(agrees(estimate.interval.upper, row.estLoHi[2]))
    }
  }

  @Test("Miettinen and Nurminen's interval agrees with scipy to 1e-5")
  func miettinenNurminen() {
    #expect(golden.miettinenNurminenRdTol1e5.count == 2)
    for row in golden.miettinenNurminenRdTol1e5 {
      let estimate = table(row).miettinenNurminen()
      #expect(agrees(estimate.value, row.estLoHi[0]))
      #expect(agrees(estimate.interval.lower, row.estLoHi[1], tolerance: 1e-5))
      #expect(agrees(estimate.interval.upper, row.estLoHi[2], tolerance: 1e-5))
    }
  }

  @Test("Miettinen and Nurminen's interval stays within -1...1 and turns with the arms")
  func miettinenNurminenAtTheEdges() {
    for (x1, x0) in [(0, 0), (20, 0), (20, 20), (0, 20), (1, 0)] {
      let forth = TwoProportions(successes1: x1, trials1: 20, successes0: x0, trials0: 20)
        .miettinenNurminen()
      let back = TwoProportions(successes1: x0, trials1: 20, successes0: x1, trials0: 20)
        .miettinenNurminen()
      #expect(forth.interval.lower >= -1 && forth.interval.upper <= 1)
      #expect(forth.interval.lower <= forth.value && forth.value <= forth.interval.upper)
      #expect(abs(forth.interval.lower + back.interval.upper) < 1e-9)
    }
  }

  @Test("the Cochran-Mantel-Haenszel statistics agree with scipy")
  func cmh() throws {
    let expected = golden.cmh
    let strata = expected.strataX1N1X0N0.map {
      TwoProportions(successes1: $0[0], trials1: $0[1], successes0: $0[2], trials0: $0[3])
    }
    // A stratum with an empty arm changes nothing.
    let empty = TwoProportions(successes1: 0, trials1: 0, successes0: 3, trials0: 9)
    let table = StratifiedProportions(strata + [empty])
    let plain = try #require(table.chiSquared(continuityCorrected: false))
    #expect(agrees(plain, expected.chi2NoCc))
    #expect(agrees(table.chiSquared(continuityCorrected: true), expected.chi2Cc))
    #expect(agrees(ChiSquaredDistribution(degreesOfFreedom: 1).upperTail(plain), expected.pNoCc))
    let odds = try #require(table.oddsRatio())
    #expect(agrees(odds.value, expected.orMh))
    #expect(agrees(odds.interval.lower, expected.orCiRbg[0]))
    #expect(agrees(odds.interval.upper, expected.orCiRbg[1]))
    let difference = try #require(table.riskDifference())
    #expect(agrees(difference.value, expected.rdMh))
    #expect(agrees(difference.standardError, expected.rdSeSato))
  }

  @Test("nothing is estimated where nothing varies")
  func nothingVaries() {
    let same = TwoProportions(successes1: 5, trials1: 5, successes0: 4, trials0: 4)
    #expect(StratifiedProportions([same]).chiSquared(continuityCorrected: false) == nil)
    #expect(StratifiedProportions([same]).oddsRatio() == nil)
    #expect(StratifiedProportions([]).riskDifference() == nil)
    let empty = AgreementTable(bothPositive: 0, testOnly: 0, referenceOnly: 0, bothNegative: 0)
    #expect(empty.overallAgreement == nil)
    #expect(empty.kappa == nil)
    #expect(empty.mcNemarExact == 1)
  }

  @Test("agreement of two methods agrees with scipy")
  func agreement() throws {
    let expected = golden.agreement2x2
    let table = AgreementTable(
      bothPositive: expected.pp,
      testOnly: expected.pn,
      referenceOnly: expected.np,
      bothNegative: expected.nn
    )
    #expect(agrees(table.overallAgreement, expected.opa))
    #expect(agrees(table.positiveAgreement, expected.ppa))
    #expect(agrees(table.negativeAgreement, expected.npa))
    #expect(agrees(table.positiveAgreementInterval()?.lower, expected.ppaCp[0]))
    #expect(agrees(table.positiveAgreementInterval()?.upper, expected.ppaCp[1]))
    #expect(agrees(table.negativeAgreementInterval()?.lower, expected.npaCp[0]))
    #expect(agrees(table.negativeAgreementInterval()?.upper, expected.npaCp[1]))
    let kappa = try #require(table.kappa)
    #expect(agrees(kappa.value, expected.kappa))
    #expect(agrees(kappa.standardError, expected.kappaSeAsymptotic))
    #expect(agrees(table.mcNemarExact, expected.mcnemarExactP))
    #expect(agrees(table.mcNemarMidP, expected.mcnemarMidp))
    #expect(agrees(table.prevalenceIndex, expected.prevalenceIndex))
    #expect(agrees(table.biasIndex, expected.biasIndex))
    #expect(agrees(table.adjustedKappa, expected.pabak))
  }

  @Test("the survival curve agrees with scipy")
  func survival() {
    let expected = golden.kaplanMeier
    let curve = SurvivalCurve(
      zip(expected.time, expected.event).map { .init(time: $0, isEvent: $1 == 1) }
    )
    #expect(curve.steps.count == expected.table.count)
    for (step, row) in zip(curve.steps, expected.table) {
      #expect(step.time == row.t)
      #expect(step.atRisk == row.atRisk)
      #expect(step.events == row.events)
      #expect(agrees(step.survival, row.S))
      #expect(agrees(step.variance, row.greenwoodVar))
      #expect(agrees(step.interval?.lower, row.loglogLo))
      #expect(agrees(step.interval?.upper, row.loglogHi))
    }
    #expect(curve.median == expected.median)
    #expect(curve.medianInterval.lower == expected.medianCiBrookmeyerCrowleyLoglog[0])
    #expect(curve.medianInterval.upper == expected.medianCiBrookmeyerCrowleyLoglog[1])
  }

  @Test("a curve that reaches zero has no interval there")
  func survivalToZero() {
    let curve = SurvivalCurve([.init(time: 1, isEvent: true), .init(time: 2, isEvent: true)])
    #expect(curve.steps.map(\.survival) == [0.5, 0])
    #expect(curve.steps[1].interval == nil)
    #expect(curve.median == 1)
    #expect(SurvivalCurve([]).median == nil)
  }

  @Test("comparisons of two methods agree with scipy")
  func methods() throws {
    let expected = golden.methodComparisonLog10
    let (x, y) = (expected.xNgfLog10, expected.yNgsLog10)
    let line = try #require(PassingBablokRegression(x: x, y: y))
    #expect(agrees(line.slope.value, expected.passingBablok.slope))
    #expect(agrees(line.intercept.value, expected.passingBablok.intercept))
    #expect(agrees(line.slope.interval.lower, expected.passingBablok.slopeCi[0]))
    #expect(agrees(line.slope.interval.upper, expected.passingBablok.slopeCi[1]))
    #expect(agrees(line.intercept.interval.lower, expected.passingBablok.interceptCiSorted[0]))
    #expect(agrees(line.intercept.interval.upper, expected.passingBablok.interceptCiSorted[1]))
    #expect(line.slopeCount == expected.passingBablok.NSlopes)
    #expect(Double(line.offset) == expected.passingBablok.K)
    #expect(line.lowerRank == expected.passingBablok.M1)
    #expect(line.upperRank == expected.passingBablok.M2)

    let pairs = try #require(PairedMeasurements(x: x, y: y))
    #expect(agrees(pairs.blandAltman.bias, expected.blandAltman.bias))
    #expect(agrees(pairs.blandAltman.standardDeviation, expected.blandAltman.sd))
    #expect(agrees(pairs.blandAltman.limits.lower, expected.blandAltman.loa[0]))
    #expect(agrees(pairs.blandAltman.limits.upper, expected.blandAltman.loa[1]))
    #expect(agrees(pairs.concordance, expected.cccLin))
    #expect(agrees(pairs.spearman, expected.spearman))
    #expect(agrees(pairs.pearson, expected.pearson))
  }

  @Test("tied values share their rank, as in scipy")
  func ties() throws {
    let pairs = try #require(PairedMeasurements(x: [1, 2, 2, 3, 5], y: [2, 1, 4, 4, 9]))
    #expect(agrees(pairs.spearman, 0.7631578947368421))
    #expect(PairedMeasurements(x: [1], y: [1]) == nil)
    #expect(PassingBablokRegression(x: [1, 2], y: [1, 2]) == nil)
  }

  private func table(_ row: GoldenStatistics.Difference) -> TwoProportions {
    TwoProportions(successes1: row.x1, trials1: row.n1, successes0: row.x0, trials0: row.n0)
  }
}
