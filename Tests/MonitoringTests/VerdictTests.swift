import Diagnostics
import Monitoring
import Quantification
import Testing

/// The acceptance scenarios that findings decide.
@Suite("Verdicts with findings")
struct VerdictTests {
  private func words(_ change: (inout FollowupFixture) -> Void) -> [String] {
    var sample = FollowupFixture()
    change(&sample)
    let evidence = sample.evidence
    let verdict = SampleVerdict(
      of: evidence.quantification,
      findings: SampleRules.findings(for: evidence)
    )
    return [verdict.call.rawValue] + verdict.statuses.map(\.status.rawValue)
  }

  private static let blank = [[0, 0], [0, 0], [0, 0]]

  @Test("warnings and notes change nothing")
  func warnings() {
    // 60 templates in three million cells; the LOD95 is 1.04e-6.
    #expect(words { _ in } == ["DETECTED", "NEG_DETECTED", "POS", "POS"])
    #expect(words { $0.mergedFraction = 0.1 } == ["DETECTED", "NEG_DETECTED", "POS", "POS"])
    #expect(words { $0.cloneReads = Self.blank } == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
  }

  @Test("3: controls lost in one replicate cost cells, in all the assay")
  func controls() {
    #expect(
      words {
        $0.cloneReads = Self.blank
        $0.controlReads = [2_000, 0, 2_000]
      } == ["NOT_DETECTED", "NEG", "NEG", "INDET"]
    )
    #expect(
      words {
        $0.cloneReads = Self.blank
        $0.controlReads = [0, 0, 0]
      } == ["FAILED", "NE", "NE", "NE"]
    )
  }

  @Test("4: degraded DNA is a failure")
  func degraded() {
    #expect(
      words {
        $0.cloneReads = Self.blank
        $0.locusReads = 200
      } == ["FAILED", "NE", "NE", "NE"]
    )
  }

  @Test("6: less than a template is indeterminate")
  func subTemplate() {
    #expect(
      words {
        $0.cloneReads = [[3, 0], [0, 0], [0, 0]]
        $0.controlReads = [20_000, 20_000, 20_000]
      } == ["INDETERMINATE", "INDET", "INDET", "INDET"]
    )
  }

  @Test("a shallow or empty library is a failure")
  func shallow() {
    #expect(
      words {
        $0.cloneReads = Self.blank
        $0.controlReads = [999, 999, 999]
      } == ["FAILED", "NE", "NE", "NE"]
    )
    #expect(words { $0.totalReads = 0 } == ["FAILED", "NE", "NE", "NE"])
  }
}
