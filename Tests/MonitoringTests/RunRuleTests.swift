import Diagnostics
import Monitoring
import Testing

@Suite("Rules of reads and libraries")
struct RunRuleTests {
  @Test("a good sample has no finding but the sensitivity below 1e-6")
  func goodSample() {
    #expect(SampleRules.findings(for: FollowupFixture().evidence).map(\.code) == ["QT-SENS"])
  }

  @Test("RUN-RDS: no reads at all")
  func reads() {
    #expect(
      FollowupFixture.findings("RUN-RDS") { $0.totalReads = 0 }
        == ["failure: 0 reads, at least 1 is needed"]
    )
    #expect(FollowupFixture.findings("RUN-RDS") { $0.totalReads = 1 }.isEmpty)
  }

  @Test("RUN-MERGE: fewer than 0.6 of the pairs merge")
  func merge() {
    #expect(
      FollowupFixture.findings("RUN-MERGE") { $0.mergedFraction = 0.599 }
        == ["warning: 0.599 of the read pairs merge, at least 0.6 should"]
    )
    #expect(FollowupFixture.findings("RUN-MERGE") { $0.mergedFraction = 0.6 }.isEmpty)
    #expect(FollowupFixture.findings("RUN-MERGE") { $0.mergedFraction = nil }.isEmpty)
  }

  @Test("RUN-OT: fewer than 0.6, or 0.3, of the reads on target")
  func onTarget() {
    #expect(
      FollowupFixture.findings("RUN-OT") { $0.onTargetReads = 8_990 }
        == [
          "failure: 0.3 of the reads are rearrangements or controls, at least 0.3 must be"
        ]
    )
    #expect(
      FollowupFixture.findings("RUN-OT") { $0.onTargetReads = 9_000 }
        == [
          "warning: 0.3 of the reads are rearrangements or controls, at least 0.6 should be"
        ]
    )
    #expect(FollowupFixture.findings("RUN-OT") { $0.onTargetReads = 18_000 }.isEmpty)
    #expect(FollowupFixture.findings("RUN-OT") { $0.onTargetReads = nil }.isEmpty)
  }

  @Test("LIB-BG: fewer than 100 clonotypes, or 50 effective ones")
  func background() {
    #expect(
      FollowupFixture.findings("LIB-BG") { $0.backgroundClonotypes = 99 }
        == ["warning: 99 clonotypes besides the index, at least 100 are expected"]
    )
    #expect(
      FollowupFixture.findings("LIB-BG") { $0.effectiveClonotypes = 49.9 }
        == ["warning: 49.9 effective clonotypes besides the index, at least 50 are expected"]
    )
    #expect(
      FollowupFixture.findings("LIB-BG") {
        $0.backgroundClonotypes = 100
        $0.effectiveClonotypes = 50
      }.isEmpty
    )
  }
}
