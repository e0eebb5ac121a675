import Monitoring
import Testing

@Suite("Control charts")
struct ControlChartTests {
  /// Sequences after the definitions of Westgard and others 1981, each with its rules at the last
  /// measurement, and one just short of them.
  @Test(
    "the rules of Westgard are broken where they say",
    arguments: [
      ([2.1], ["1-2s"]), ([2.0], []), ([-2.1], ["1-2s"]),
      ([3.1], ["1-2s", "1-3s"]), ([-3.0], ["1-2s"]),
      ([2.1, 2.2], ["1-2s", "2-2s"]), ([2.1, 2.0], []), ([2.1, 0.0, 2.1], ["1-2s"]),
      ([-2.1, -2.5], ["1-2s", "2-2s"]),
      ([1.1, 1.2, 1.3, 1.4], ["4-1s"]), ([1.1, 1.2, 1.0, 1.4], []), ([1.1, 1.2, 1.3], []),
      ([-1.1, -1.2, -1.3, -1.4], ["4-1s"]), ([1.1, -1.2, 1.3, 1.4], []),
      ([0.1, 0.2, 0.1, 0.3, 0.1, 0.4, 0.2, 0.1, 0.1, 0.5], ["10-x"]),
      ([0.1, 0.2, 0.1, 0.3, -0.1, 0.4, 0.2, 0.1, 0.1, 0.5], []),
      ([0.1, 0.2, 0.1, 0.3, 0.1, 0.4, 0.2, 0.1, 0.5], []),
      ([-0.1, -0.2, -0.1, -0.3, -0.1, -0.4, -0.2, -0.1, -0.1, -0.5], ["10-x"]),
    ]
  )
  func rules(deviations: [Double], expected: [String]) {
    let runs = deviations.indices.map { "run \($0)" }
    let broken = WestgardRule.broken(by: deviations, runs: runs)
    #expect(broken.last?.map(\.rawValue) == expected)
  }

  @Test("R-4s is judged within a run only")
  func range() {
    let within = WestgardRule.broken(by: [2.1, 0, -2.1], runs: ["a", "a", "a"])
    #expect(within.last?.contains(.range4) == true)
    let between = WestgardRule.broken(by: [2.1, 0, -2.1], runs: ["a", "b", "b"])
    #expect(between.last?.contains(.range4) == false)
    let narrow = WestgardRule.broken(by: [2.1, -2.0], runs: ["a", "a"])
    #expect(narrow.last?.contains(.range4) == false)
  }

  /// numpy 2: mean, std(ddof=1) of log10 and the z of each value.
  @Test("mean and SD are those of the logarithms")
  func meanAndDeviation() throws {
    let values = [41.0, 38.5, 43.2, 36.9, 40.1, 44.8, 12.0]
    let chart = LeveyJenningsChart(measurements(values))
    #expect(abs(try #require(chart.mean) - 1.5334797616954516) < 1e-12)
    #expect(abs(try #require(chart.deviation) - 0.20233556110842718) < 1e-12)
    let expected = [
      0.39194343589353775, 0.25690475529011675, 0.5041327612440742, 0.16579687861014164,
      0.34430235863185227, 0.5821925303558818, -2.245272720025612,
    ]
    for (point, z) in zip(chart.points, expected) {
      #expect(abs(try #require(point.deviation) - z) < 1e-9)
    }
    #expect(chart.points.last?.rules == [.oneBeyond2])
  }

  @Test("the reference is the first 20 measurements that saw the control")
  func reference() {
    let steady = (0..<20).map { $0.isMultiple(of: 2) ? 39.0 : 41.0 }
    let chart = LeveyJenningsChart(measurements([0] + steady + [12, 12]))
    #expect(chart.referenceCount == 20)
    #expect(chart.points[0].deviation == nil)
    #expect(chart.points[0].rules.contains(.oneBeyond3))
    #expect(chart.points[1...20].allSatisfy { $0.rules.isEmpty })
    #expect(chart.points[21].rules.contains(.oneBeyond3))
    #expect(chart.points[22].rules.contains(.twoBeyond2))
  }

  @Test(
    "few or equal measurements have no limits",
    arguments: [[40.0, 41, 39, 42], [7, 7, 7, 7, 7, 7]]
  )
  func noLimits(values: [Double]) {
    let chart = LeveyJenningsChart(measurements(values))
    #expect(chart.mean == nil)
    #expect(chart.deviation == nil)
    #expect(chart.points.count == values.count)
    #expect(chart.points.allSatisfy { $0.rules.isEmpty && $0.deviation == nil })
  }

  private func measurements(_ values: [Double]) -> [LeveyJenningsChart.Measurement] {
    values.enumerated().map { LeveyJenningsChart.Measurement(run: "R\($0)", value: $1) }
  }
}
