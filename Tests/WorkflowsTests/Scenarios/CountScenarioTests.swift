import Clonotyping
import Foundation
import Quantification
import Testing
import Tracking

/// The acceptance scenarios about one sample, from counts to call and statuses.
///
/// A sample's statuses are those at 1e-4, 1e-5 and 1e-6.
@Suite("Acceptance scenarios of one sample")
struct CountScenarioTests {
  @Test("Scenario 1: 2.1 µg without a clone read are negative at 1e-5, 2.0 µg are not")
  func noReads() throws {
    var sample = ScenarioSample()
    #expect(sample.quantification.cells.equivalents == 323_077)
    let limit = try #require(sample.quantification.sensitivity.lod95)
    #expect(String(format: "%.1e", limit) == "9.7e-06")
    #expect(sample.codes == ["note QT-SENS"])
    #expect(sample.words == ["NOT_DETECTED", "NEG", "NEG", "INDET"])

    sample.nanograms = 2_000.0 / 3
    let boundary = try #require(sample.quantification.sensitivity.lod95)
    #expect(String(format: "%.2e", boundary) == "1.02e-05")
    // One template of each would still be 1e-5, so not the DNA alone is to blame.
    #expect(sample.codes == ["warning QT-SENS"])
    #expect(sample.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
  }

  @Test("Scenario 2: 0.7 µg without a clone read are negative at 1e-4 only")
  func littleDNA() {
    let sample = ScenarioSample(cloneReads: [[0]], spikeReads: [2_000])
    #expect(sample.codes == ["warning DNA-QTY", "warning QT-SENS"])
    #expect(sample.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
  }

  @Test("Scenario 3: a replicate without control reads is left out, a sample without them failed")
  func controlDropout() {
    let one = ScenarioSample(spikeReads: [2_000, 0, 2_000])
    #expect(one.quantification.excludedReplicates.map(\.index) == [2])
    #expect(one.quantification.cells.equivalents == 215_385)
    #expect(one.codes == ["warning IC-DROP", "warning DNA-QTY", "warning QT-SENS"])
    #expect(one.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])

    let all = ScenarioSample(spikeReads: [0, 0, 0])
    #expect(all.codes.contains("failure IC-DROP"))
    #expect(all.words == ["FAILED", "NE", "NE", "NE"])
  }

  @Test("Scenario 4: 3 µg of which a tenth amplifies failed")
  func degraded() throws {
    // 461,538 cells by mass; 92,308 copies of 1,000,000 at the competitor's reads: 46,154 cells.
    let sample = ScenarioSample(nanograms: 1_000, genomicReads: (30_769, 1_000_000))
    let share = try #require(sample.quantification.cells.amplifiability)
    #expect(abs(share - 0.1) < 1e-4)
    #expect(sample.codes.contains("failure DNA-AMP"))
    #expect(sample.words == ["FAILED", "NE", "NE", "NE"])
  }

  @Test("Scenario 5: two clone reads are no detection")
  func twoReads() {
    let sample = ScenarioSample(cloneReads: [[1], [1], [0]])
    #expect(sample.quantification.clones[0].minimumReads == 3)
    #expect(sample.words == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
  }

  @Test("Scenario 6: three reads at 200 a template in one replicate are less than a molecule")
  func subTemplate() {
    let sample = ScenarioSample(
      cloneReads: [[0], [3], [0]],
      spikeReads: [20_000, 20_000, 20_000]
    )
    #expect(sample.quantification.isDetected)
    #expect(sample.codes.contains("indeterminate CON-SUB"))
    #expect(sample.words == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("Scenario 9: fifty templates in a million cells are positive at 1e-5, below 1e-4")
  func fifty() throws {
    let sample = ScenarioSample(
      cloneReads: [[340], [330], [330]],
      nanograms: 6_500.0 / 3
    )
    let result = sample.quantification
    #expect(result.cells.equivalents == 1_000_000)
    #expect(result.templates == 50)
    #expect(result.mrd == 5e-5)
    let interval = try #require(result.interval)
    #expect(interval.lower < 5e-5 && 5e-5 < interval.upper)
    // The LOD95 of 3.1e-6 does not reach 1e-6.
    #expect(sample.codes == ["note QT-SENS"])
    #expect(sample.words == ["DETECTED", "NEG_DETECTED", "POS", "POS"])
  }

  @Test(
    "Scenario 10: a level of exactly 1e-5 is positive at 1e-5",
    arguments: [(200, "POS"), (199, "NEG_DETECTED")]
  )
  func strict(reads: Int, status: String) {
    let third = reads / 3
    let sample = ScenarioSample(
      cloneReads: [[third], [third], [reads - 2 * third]],
      nanograms: 6_500.0 / 3
    )
    #expect(sample.words.dropFirst() == ["NEG_DETECTED", status, "POS"])
  }

  @Test("Scenario 12: a common IGK rearrangement alone is indeterminate")
  func supportingOnly() {
    var sample = ScenarioSample(cloneReads: [[0, 400], [0, 400], [0, 400]])
    sample.clones = [
      .scenario("IGH"), .scenario("IGK", role: .supporting, background: 5),
    ]
    #expect(sample.quantification.isDetectedBySupportingOnly)
    #expect(sample.words == ["INDETERMINATE", "INDET", "INDET", "INDET"])
    // Alone, without an IGH clone to look for, it is no other.
    sample.cloneReads = [[400], [400], [400]]
    sample.clones.removeFirst()
    #expect(sample.words == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("Scenario 18: a deeper negative is a negative at every higher cutoff", arguments: 1...20)
  func monotone(seed: UInt64) {
    var state = seed
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let isNegative = ["NEG", "NEG_DETECTED"]
    for _ in 0..<100 {
      let depth = [3, 12, 20, 50, 200][draw(5)]
      let most = [1, 4, 20, 100, 2_000][draw(5)]
      let sample = ScenarioSample(
        cloneReads: (0..<3).map { _ in [draw(UInt64(most))] },
        spikeReads: (0..<3).map { _ in draw(20) == 0 ? 0 : 100 * depth + draw(50) },
        nanograms: [10.0, 100, 700, 3_000, 30_000][draw(5)]
      )
      let statuses = sample.words.dropFirst()
      // From 1e-4 to 1e-6: after a status that is no negative none follows.
      let later = statuses.drop { isNegative.contains($0) }
      #expect(!later.contains { isNegative.contains($0) }, "\(sample): \(statuses)")
    }
  }
}
