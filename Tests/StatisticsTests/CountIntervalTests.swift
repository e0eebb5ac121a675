import Statistics
import Testing

@Suite("Intervals and limits of counts")
struct CountIntervalTests {
  let golden: GoldenStatistics

  init() throws { golden = try GoldenStatistics.read() }

  @Test("Garwood intervals of real counts agree with scipy")
  func garwood() {
    #expect(golden.garwood.count == 7)
    for row in golden.garwood {
      let interval = ConfidenceInterval.garwood(count: row.x)
      #expect(agrees(interval.lower, row.lo), "x = \(row.x)")
      #expect(agrees(interval.upper, row.hi), "x = \(row.x)")
    }
  }

  @Test("one-sided Poisson limits agree with scipy")
  func poissonLimits() {
    #expect(golden.poissonUpperOneSided95.count == 3)
    for row in golden.poissonUpperOneSided95 {
      #expect(agrees(poissonUpperLimit(count: row.x), row.hi), "x = \(row.x)")
    }
  }

  @Test("Clopper-Pearson and Wilson intervals agree with scipy")
  func proportions() {
    #expect(golden.clopperPearsonWilson.count == 4)
    for row in golden.clopperPearsonWilson {
      let exact = ConfidenceInterval.clopperPearson(successes: row.x, trials: row.n)
      let wilson = ConfidenceInterval.wilson(successes: row.x, trials: row.n)
      #expect(agrees(exact.lower, row.cp[0]), "x = \(row.x)")
      #expect(agrees(exact.upper, row.cp[1]), "x = \(row.x)")
      #expect(agrees(wilson.lower, row.wilson[0]), "x = \(row.x)")
      #expect(agrees(wilson.upper, row.wilson[1]), "x = \(row.x)")
    }
  }

  @Test("intervals of proportions end at 0 and 1, and mirror each other", arguments: [1, 7, 300])
  func proportionEnds(trials: Int) {
    for make in [ConfidenceInterval.clopperPearson, ConfidenceInterval.wilson] {
      let (none, all) = (make(0, trials, 0.05), make(trials, trials, 0.05))
      #expect(none.lower == 0)
      #expect(all.upper == 1)
      #expect(agrees(all.lower, 1 - none.upper, tolerance: 1e-12))
    }
  }

  @Test("conditional binomial intervals agree with scipy")
  func ratio() {
    #expect(golden.conditionalBinomialRatioCi.count == 4)
    for row in golden.conditionalBinomialRatioCi {
      let interval = ConfidenceInterval.conditionalBinomial(
        templates: row.T,
        controlCopies: row.E,
        dispersion: row.D
      )
      #expect(agrees(interval.lower, row.loT), "T = \(row.T)")
      #expect(agrees(interval.upper, row.hiT), "T = \(row.T)")
    }
  }
}
