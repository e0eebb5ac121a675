import Foundation
import Clonotyping
import Quantification
import Testing
import Tracking

/// The acceptance scenarios that counts alone decide.
@Suite("Acceptance scenarios at count level")
struct ScenarioTests {
  @Test("1: 2.1 µg without a clone read is negative at 1e-5 but not at 1e-6")
  func negative() throws {
    let sample = SampleFixture(cloneReads: [[0], [0], [0]])
    #expect(sample.quantification.cells.equivalents == 323_077)
    let limit = try #require(sample.quantification.sensitivity.lod95)
    #expect(String(format: "%.1e", limit) == "9.7e-06")
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
  }

  @Test("1: 2.0 µg just misses 1e-5")
  func boundary() throws {
    let third = 2_000.0 / 3
    let sample = SampleFixture(
      cloneReads: [[0], [0], [0]],
      dnaNanograms: [third, third, third]
    )
    let limit = try #require(sample.quantification.sensitivity.lod95)
    #expect(String(format: "%.2e", limit) == "1.02e-05")
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
  }

  @Test("2: 0.7 µg is negative at 1e-4 only")
  func littleDNA() {
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [700])
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
  }

  @Test("3: a replicate without control reads is left out with its cells and its clone reads")
  func controlDropoutInOne() {
    let sample = SampleFixture(cloneReads: [[0], [9], [0]], controlReads: [2_000, 0, 2_000])
    let result = sample.quantification
    #expect(result.excludedReplicates.map(\.index) == [2])
    #expect(result.excludedReplicates.map(\.exclusion) == [.noControlReads])
    #expect(result.cells.equivalents == 215_385)
    #expect(result.controlCopies == 200)
    #expect(result.clones[0].reads == 0)
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
  }

  @Test(
    "3: the least control reads that keep a replicate are 50",
    arguments: [(49, false), (50, true)]
  )
  func controlLimit(reads: Int, isUsed: Bool) {
    let result = SampleFixture(
      cloneReads: [[0], [0], [0]],
      controlReads: [2_000, reads, 2_000]
    ).quantification
    #expect(result.replicates[1].exclusion == (isUsed ? nil : .fewControlReads))
  }

  @Test("3: without controls in all replicates the sample failed, even unflagged")
  func controlDropoutInAll() {
    let sample = SampleFixture(cloneReads: [[0], [0], [0]], controlReads: [0, 0, 0])
    #expect(sample.quantification.templates == nil)
    #expect(sample.quantification.cells.equivalents == nil)
    #expect(sample.quantification.sensitivity.lod95 == nil)
    #expect(sample.verdict.words == ["FAILED", "NE", "NE", "NE"])
  }

  @Test("5: two reads are no detection, three are", arguments: [(2, false), (3, true)])
  func floor(reads: Int, isDetected: Bool) {
    let sample = SampleFixture(cloneReads: [[reads], [0], [0]])
    #expect(sample.quantification.isDetected == isDetected)
    #expect((sample.verdict.call == .notDetected) == !isDetected)
  }

  @Test(
    "6: three reads at 200 a template are less than a template",
    arguments: [(3, true), (14, false)]
  )
  func subTemplate(reads: Int, isLess: Bool) {
    let sample = SampleFixture(
      cloneReads: [[reads], [0], [0]],
      controlReads: [20_000, 20_000, 20_000]
    )
    #expect(sample.quantification.clones[0].isDetected)
    #expect(sample.quantification.clones[0].isSubTemplate == isLess)
  }

  @Test("9: fifty templates in a million cells are positive at 1e-5 and below 1e-4")
  func positive() throws {
    let sample = SampleFixture(
      cloneReads: [[1_000]],
      controlReads: [2_000],
      dnaNanograms: [6_500]
    )
    let result = sample.quantification
    #expect(result.templates == 50)
    #expect(result.mrd == 5e-5)
    let interval = try #require(result.interval)
    #expect(interval.lower < 5e-5 && 5e-5 < interval.upper)
    #expect(sample.verdict.words == ["DETECTED", "NEG_DETECTED", "POS", "POS"])
  }

  @Test("10: a level of exactly 1e-5 is positive at 1e-5")
  func strict() {
    let sample = SampleFixture(cloneReads: [[200]], controlReads: [2_000], dnaNanograms: [6_500])
    #expect(sample.quantification.mrd == 1e-5)
    #expect(sample.verdict.words == ["DETECTED", "NEG_DETECTED", "POS", "POS"])
    let below = SampleFixture(cloneReads: [[199]], controlReads: [2_000], dnaNanograms: [6_500])
    #expect(below.verdict.words == ["DETECTED_BELOW_LOQ", "NEG_DETECTED", "NEG_DETECTED", "POS"])
  }

  @Test("12: a common IGK rearrangement alone is indeterminate")
  func supportingOnly() {
    var sample = SampleFixture(cloneReads: [[0, 400], [0, 400], [0, 400]])
    sample.clones = [.igh("C1"), .igk("C2", role: .supporting, background: 5)]
    let result = sample.quantification
    #expect(result.clones[1].background.total == 100)
    #expect(result.clones[1].isDetected)
    #expect(result.isDetectedBySupportingOnly)
    #expect(result.mrd == 0)
    #expect(sample.verdict.words == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("a failure is never a negative, an unresolved finding never a status")
  func findings() {
    for reads in [0, 500] {
      let sample = SampleFixture(cloneReads: [[reads], [reads], [reads]])
      #expect(sample.verdict(hasFailure: true).words == ["FAILED", "NE", "NE", "NE"])
      #expect(
        sample.verdict(hasFailure: true, hasIndeterminateFinding: true).call == .failed
      )
      #expect(
        sample.verdict(hasIndeterminateFinding: true).words
          == ["INDETERMINATE", "INDET", "INDET", "INDET"]
      )
    }
  }

  @Test("too few cells for every cutoff are indeterminate")
  func tooFewCells() {
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [100])
    #expect(sample.verdict.words == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("the stricter rule asks the whole interval to lie below")
  func upperRule() {
    var sample = SampleFixture(cloneReads: [[0], [0], [0]])
    #expect(sample.verdict.statuses.map(\.intervalCrosses) == [false, true, false])
    sample.parameters.cutoffs.negativeRule = .upper95
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
  }
}
