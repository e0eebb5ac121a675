import Monitoring
import Quantification
import Testing

@Suite("Rates of index hopping")
struct HopEstimateTests {
  @Test("a run without foreign reads shows a rate below the prior")
  func none() throws {
    let hopping = RunHopping(RunFixture().evidence)
    // P1's IGH in 9 other samples, and in the blank its other two as well; the positive control's
    // IGH in 10 samples and its IGK in the blank. scipy: chi2.ppf(0.975, 2) / 2 = 3.688879.
    let exposed = 375_000 * 12 + 750 * 11
    #expect(hopping.unique.exposedReads == exposed)
    #expect(hopping.unique.foreignReads == 0)
    #expect(hopping.unique.source == .foreignReads)
    #expect(abs(hopping.unique.rate * Double(exposed) - 3.688879) < 1e-6)
    #expect(hopping.unique.interval?.lower == 0)
    #expect(hopping.single.source == .prior)
    #expect(hopping.single.rate == 1e-3)
  }

  @Test("a run with too few reads takes the prior")
  func few() {
    var run = RunFixture()
    run.reads("P1-FU", of: "P1.IGH_VDJ", 1_000)
    run.reads("P1-FU", of: "P1.IGK_VJ", 1_000)
    run.reads("P1-FU", of: "P1.IGK_KDE", 1_000)
    let hopping = RunHopping(run.evidence)
    #expect(hopping.unique.source == .prior)
    #expect(hopping.unique.rate == 1e-5)
  }

  @Test("reads in a blank do not excuse themselves where few could have hopped")
  func fewInBlank() {
    var run = RunFixture()
    for target in ["P1.IGH_VDJ", "P1.IGK_VJ", "P1.IGK_KDE"] {
      run.reads("P1-FU", of: target, 400)
    }
    run.reads("NTC", of: "P1.IGH_VDJ", 3)
    let hopping = RunHopping(run.evidence).unique
    #expect(hopping.foreignReads == 0)
    #expect(hopping.source == .prior)
    #expect(hopping.rate == 1e-5)
  }

  @Test("a contaminated sample does not raise the rate of the run")
  func contaminated() {
    var run = RunFixture()
    for number in 2...8 { run.reads("P\(number)-FU", of: "P1.IGH_VDJ", 3) }
    let clean = RunHopping(run.evidence).unique
    run.reads("P4-FU", of: "P1.IGH_VDJ", 5_000)
    let contaminated = RunHopping(run.evidence).unique
    #expect(contaminated.foreignReads == clean.foreignReads - 3)
    #expect(contaminated.rate < clean.rate * 1.3)
  }

  @Test("single indexes never hop less than the prior, and more if the run shows more")
  func single() {
    var run = RunFixture()
    run.useSingleIndexes()
    #expect(RunHopping(run.evidence).single.rate == 1e-3)
    for number in 2...8 { run.reads("P\(number)-FU", of: "P1.IGH_VDJ", 1_500) }
    for name in ["NTC", "NEG", "POS"] { run.reads(name, of: "P1.IGH_VDJ", 1_500) }
    run.reads("NTC", of: "P1.IGK_VJ", 1_500)
    run.reads("NTC", of: "P1.IGK_KDE", 1_500)
    let rate = RunHopping(run.evidence).single
    // 18,000 reads where 375,000 and nine times 1,500 were in the lane;
    // scipy: chi2.ppf(0.975, 36_002) / 2 / 4_643_250.
    #expect(rate.source == .foreignReads)
    #expect(abs(rate.rate / 0.0039336478 - 1) < 1e-5)
  }

  @Test("expected reads are the rate times the lane's other reads", arguments: [true, false])
  func expected(isUnique: Bool) {
    var run = RunFixture()
    if !isUnique { run.useSingleIndexes() }
    let hopping = RunHopping(run.evidence)
    let rate = isUnique ? hopping.unique.rate : hopping.single.rate
    let places = run.samples.enumerated().reduce(into: [:]) { $0[$1.element.sample] = $1.offset }
    #expect(
      hopping.expectedReads(ofTarget: 0, inSample: places["P2-FU"] ?? 0) == 375_000 * rate
    )
    // Not from itself, nor from another run.
    #expect(hopping.expectedReads(ofTarget: 0, inSample: places["P1-FU"] ?? 0) == 0)
    #expect(hopping.expectedReads(ofTarget: 3, inSample: places["P3-FU"] ?? 0) == 0)
  }

  @Test("samples of which the lane is not stated expect nothing")
  func unknownLane() {
    var run = RunFixture()
    for place in run.samples.indices { run.samples[place].libraries[0].lane = nil }
    let hopping = RunHopping(run.evidence)
    #expect(
      run.samples.indices.allSatisfy { hopping.expectedReads(ofTarget: 0, inSample: $0) == 0 }
    )
    #expect(hopping.unique.source == .prior)
    #expect(run.findings == [])
  }
}
