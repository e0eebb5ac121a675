import Monitoring
import Statistics
import Testing

@Suite("Statistics of failures")
struct QualityStatisticsTests {
  /// `scipy.stats.binomtest(x, n).proportion_ci(method="exact")`, scipy 1.17.1.
  @Test(
    "a rate has scipy's exact interval",
    arguments: [
      (0, 21, 0.0, 0.1610976152190796), (3, 48, 0.013079244409552646, 0.1719599307905705),
      (21, 21, 0.8389023847809204, 1.0), (17, 500, 0.019928600046207633, 0.05388035073607702),
    ]
  )
  func interval(events: Int, trials: Int, lower: Double, upper: Double) throws {
    let bounds = try #require(EventRate(events: events, trials: trials).bounds)
    #expect(abs(bounds.lowerBound - lower) < 1e-12)
    #expect(abs(bounds.upperBound - upper) < 1e-12)
  }

  @Test("a rate of nothing is not known")
  func nothing() {
    let rate = EventRate(events: 0, trials: 0)
    #expect(rate.share == nil)
    #expect(rate.bounds == nil)
  }

  /// `scipy.stats.fisher_exact([[a, n - a], [b, m - b]], alternative="greater")`, scipy 1.17.1.
  @Test(
    "Fisher's test gives scipy's p values",
    arguments: [
      (12, 24, 5, 476, 3.3420616891690925e-14), (3, 3, 0, 21, 0.0004940711462450594),
      (2, 10, 8, 90, 0.2615284665839846), (5, 5, 0, 5, 0.003968253968253969),
      (1, 1, 99, 400, 0.24937655860349126), (40, 60, 200, 440, 0.0015301073666920463),
    ]
  )
  func fisher(events: Int, trials: Int, others: Int, otherTrials: Int, p: Double) {
    let found = FisherExactTest.excess(
      inside: EventRate(events: events, trials: trials),
      outside: EventRate(events: others, trials: otherTrials)
    )
    #expect(abs(found / p - 1) < 1e-10)
  }

  @Test("Fisher's test finds no excess where there can be none")
  func noExcess() {
    let some = EventRate(events: 2, trials: 4)
    #expect(FisherExactTest.excess(inside: EventRate(events: 0, trials: 9), outside: some) == 1)
    #expect(FisherExactTest.excess(inside: some, outside: EventRate(events: 0, trials: 0)) == 1)
    let all = EventRate(events: 4, trials: 4)
    #expect(FisherExactTest.excess(inside: all, outside: all) == 1)
  }

  /// R 4.3: `p.adjust(c(0.04, 0.01, 0.05, 0.02, 0.03), "holm")`.
  @Test("Holm's adjustment keeps the order and never sinks")
  func holm() {
    let found = holmAdjusted([0.04, 0.01, 0.05, 0.02, 0.03])
    for (value, expected) in zip(found, [0.09, 0.05, 0.09, 0.08, 0.09]) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(holmAdjusted([0.6, 0.7]) == [1, 1])
    #expect(holmAdjusted([]).isEmpty)
  }

  /// Cans of orange juice: Montgomery, Introduction to Statistical Quality Control, example 7.1;
  /// p̄ 0.2313, limits 0.0524 and 0.4102, samples 15 and 23 outside.
  @Test("a p-chart has the limits of the textbook")
  func proportionChart() {
    let defects = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
      7, 13, 9, 6,
    ]
    let chart = ProportionChart(
      defects.enumerated().map { ("\($0 + 1)", EventRate(events: $1, trials: 50)) }
    )
    #expect(chart.total == EventRate(events: 347, trials: 1500))
    for point in chart.points {
      #expect(abs(point.lower - 0.0524) < 5e-5)
      #expect(abs(point.upper - 0.4102) < 5e-5)
    }
    #expect(chart.points.filter(\.isOutside).map(\.group) == ["15", "23"])
  }

  @Test("a p-chart has limits of each group's own size, within 0 and 1")
  func unequalGroups() {
    let chart = ProportionChart([
      ("a", EventRate(events: 1, trials: 10)), ("none", EventRate(events: 0, trials: 0)),
      ("b", EventRate(events: 10, trials: 100)), ("c", EventRate(events: 4, trials: 40)),
    ])
    #expect(chart.points.map(\.group) == ["a", "b", "c"])
    #expect(chart.points.map(\.lower)[0] == 0)
    // p̄ 0.1: 0.1 ± 0.9 / √n
    #expect(abs(chart.points[1].lower - 0.01) < 1e-12)
    #expect(abs(chart.points[1].upper - 0.19) < 1e-12)
    #expect(chart.points.allSatisfy { !$0.isOutside })
  }

  @Test("causes are ordered by frequency, equal ones by name")
  func pareto() {
    let table = ParetoItem.table(["B": 3, "A": 3, "C": 4, "D": 0])
    #expect(table.map(\.cause) == ["C", "A", "B"])
    #expect(table.map(\.count) == [4, 3, 3])
    #expect(table.map(\.cumulativeShare) == [0.4, 0.7, 1])
  }

  /// Python: `(date(b) - date(a)).days`.
  @Test(
    "days are counted as the calendar has them",
    arguments: [
      ("2024-02-28", "2024-03-01", 2), ("2025-12-31", "2026-01-01T07:00:00Z", 1),
      ("1999-12-31", "2000-03-01", 61), ("1900-02-28", "1900-03-01", 1),
      ("2000-01-01", "2026-11-23", 9823),
    ]
  )
  func days(from: String, to: String, days: Int) throws {
    let (from, to) = (
      try #require(CalendarDate(startOf: from)), try #require(CalendarDate(startOf: to))
    )
    #expect(from.days(to: to) == days)
    #expect(from < to)
  }

  @Test(
    "what is no date is none",
    arguments: ["", "2026", "2026-13-01", "2025-02-29", "26-01-01", "2026-1-1", "2026/01/01"]
  )
  func noDate(text: String) { #expect(CalendarDate(startOf: text) == nil) }

  @Test("the median is the middle, or the mean of both")
  func median() {
    #expect(LibraryAttempt.medianDays([]) == nil)
    #expect(LibraryAttempt.medianDays([9, 1, 4]) == 4)
    #expect(LibraryAttempt.medianDays([9, 1, 4, 5]) == 4.5)
  }
}
