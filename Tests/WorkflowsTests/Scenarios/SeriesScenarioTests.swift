import Monitoring
import Quantification
import Records
import Reports
import Testing
import Workflows

/// The acceptance scenarios about one follow-up or one run, through `batch` on
/// simulated reads; a sample's statuses are those at 1e-4, 1e-5 and 1e-6.
@Suite("Acceptance scenarios through batch on simulated reads")
struct SeriesScenarioTests {
  @Test("Scenario 3: controls that dropped out of one PCR of three, and of all, through batch")
  func controlDropout() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.words("S3-ONE") == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
    #expect(series.codes("S3-ONE").contains("warning IC-DROP"))
    #expect(series.followups["S3-ONE"]?.result.cellEquivalents == 215_385)
    #expect(series.words("S3-ALL") == ["FAILED", "NE", "NE", "NE"])
    #expect(series.codes("S3-ALL").contains("failure IC-DROP"))
  }

  @Test("Scenario 5: two clone reads are no detection through batch, three are one")
  func twoReads() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.followups["S5"]?.clonotypes.map(\.duplicateCount).max() == 2)
    #expect(series.words("S5") == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
    #expect(series.followups["S5-THREE"]?.clonotypes.first?.detected == true)
  }

  @Test("Scenario 6: three reads of one PCR at 200 a template are no call through batch")
  func subTemplate() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.followups["S6"]?.result.readsPerTemplate == 200)
    #expect(series.codes("S6").contains("indeterminate CON-SUB"))
    #expect(series.words("S6") == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("Scenario 8: three reads of an index in the blank fail its subject's sample through batch")
  func blank() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.codes("NTC-8").contains("failure RUN-NTC"))
    #expect(series.codes("S8").contains("failure RUN-NTC"))
    #expect(series.words("S8") == ["FAILED", "NE", "NE", "NE"])
    #expect(!series.codes("NTC-8-TWO").contains("failure RUN-NTC"))
    #expect(series.words("S8-TWO") == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
  }

  @Test("Scenario 9: fifty templates in a million cells through batch")
  func fifty() async throws {
    let series = try await ScenarioSeries.run()
    let result = try #require(series.followups["S9"]?.result)
    #expect(result.cellEquivalents == 1_000_000)
    #expect(result.templates == 50)
    #expect(result.mrd == 5e-5)
    #expect(try #require(result.mrdCI.lower) < 5e-5)
    #expect(try #require(result.mrdCI.upper) > 5e-5)
    #expect(series.words("S9") == ["DETECTED", "NEG_DETECTED", "POS", "POS"])
  }

  @Test("Scenario 10: a level of exactly 1e-5 is positive at 1e-5 through batch")
  func strict() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.followups["S10"]?.result.mrd == 1e-5)
    #expect(series.words("S10").dropFirst() == ["NEG_DETECTED", "POS", "POS"])
    #expect(series.words("S10-LESS").dropFirst() == ["NEG_DETECTED", "NEG_DETECTED", "POS"])
  }

  @Test("Scenario 11: no index at baseline is never evaluable through batch and qa")
  func noIndex() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.sample("P2-DX")?.verdict == .noIndex)
    #expect(series.codes("S11").contains("failure BL-NOIDX"))
    #expect(series.words("S11") == ["FAILED", "NE", "NE", "NE"])
    #expect(series.quality.neverEvaluable.subjects == ["P2"])
    #expect(series.quality.neverEvaluable.proportion.numerator == 1)
    #expect(series.quality.neverEvaluable.proportion.denominator == 3)
  }

  @Test("Scenario 13: a replaced V at progression through batch is DR-VREPL and DR-LOSS, no NEG")
  func replacedV() async throws {
    let series = try await ScenarioSeries.run()
    let drift = try #require(series.followups["S13"]?.drift)
    #expect(drift.map(\.event) == ["DR-VREPL", "DR-LOSS"])
    #expect(drift.map(\.severity) == ["indeterminate", "indeterminate"])
    #expect(drift.first?.cloneID == "P1.IGH_VDJ.1")
    #expect(drift.first?.vCall?.hasPrefix("IGHV1-58") == true)
    // The index itself is gone; that is no negative.
    #expect(series.followups["S13"]?.result.mrd == 0)
    #expect(series.words("S13") == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("Scenario 16: a local negative does not stand for a central sample that never arrived")
  func centralMissing() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.words("S16-LOCAL") == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
    #expect(series.sample("S16-LOCAL")?.metadata["lab_role"] == "LOCAL")
    // The central sample is there with its reason, and negative at no cutoff.
    let central = try #require(series.sample("S16-CENTRAL"))
    #expect(central.findings.map(\.code) == ["PRE-MISS"])
    #expect(central.findings.map(\.severity) == ["failure"])
    #expect(central.call == nil)
    #expect(central.status.isEmpty)
    // In quality control the central visit is one that failed, not one that the local sample answered.
    let row = try #require(
      series.failures.first { $0["sample"] == "S16-CENTRAL" }
    )
    #expect(row["code"] == "PRE-MISS")
    #expect(row["resolved_by"] == "")
    #expect(row["resolution"] == "not repeated")
    let lab = series.quality.rates.filter {
      $0.level == .subjectVisit && $0.dimension == "lab" && $0.group == "HUB"
    }
    #expect(lab.contains { $0.event == "failed" && $0.proportion.numerator == 1 })
    #expect(lab.allSatisfy { $0.proportion.denominator == 1 })
  }

  @Test("Scenario 22: another patient's index that dominates fails the sample through batch")
  func swap() async throws {
    let series = try await ScenarioSeries.run()
    let finding = try #require(
      series.sample("S22")?.findings.first { $0.code == "ID-SWAP" }
    )
    #expect(finding.severity == "failure")
    #expect(finding.message.contains("P3.IGH_VDJ.1, an index of subject P3"))
    #expect(series.words("S22") == ["FAILED", "NE", "NE", "NE"])
  }

  @Test("Scenario 23: a truncated file is SW-FAIL through batch, with no result of the sample")
  func truncated() async throws {
    let series = try await ScenarioSeries.run()
    #expect(series.faults == ["READ-TRUNCATED"])
    #expect(series.sample("S23")?.state == .error)
    #expect(series.codes("S23").contains("failure SW-FAIL"))
    #expect(series.sample("S23")?.status.isEmpty == true)
    #expect(!series.names.contains { $0.contains("S23") })
    #expect(series.names.contains("S22"))
  }

  @Test("in the run of the scenarios no sample is negative that a failure or drift speaks against")
  func neverNegative() async throws {
    let series = try await ScenarioSeries.run()
    for sample in series.record.samples {
      let isBlocked = sample.findings.contains {
        ["failure", "indeterminate"].contains($0.severity)
      }
      let isNegative = sample.status.values.contains { $0.rawValue.hasPrefix("NEG") }
      #expect(!(isBlocked && isNegative), "\(sample.sample): \(sample.findings.map(\.code))")
    }
  }
}
