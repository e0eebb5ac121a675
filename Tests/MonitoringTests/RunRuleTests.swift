import Diagnostics
import Monitoring
import Testing
import Tracking

@Suite("Rules of reads and libraries")
struct RunRuleTests {
  @Test("a good sample has no finding but the sensitivity below 1e-6")
  func goodSample() {
    #expect(SampleRules.findings(for: FollowupFixture().evidence).map(\.code) == ["QT-SENS"])
  }

  @Test("RUN-RDS raised: no reads at all")
  func reads() {
    #expect(
      FollowupFixture.findings("RUN-RDS") { $0.totalReads = 0 }
        == ["failure: 0 reads, at least 1 is needed"]
    )
  }

  @Test("RUN-RDS inside: a read")
  func readsInside() {
    #expect(FollowupFixture.findings("RUN-RDS") { $0.totalReads = 1 }.isEmpty)
  }

  @Test("RUN-MERGE raised: fewer than 0.6 of the pairs merge")
  func merge() {
    #expect(
      FollowupFixture.findings("RUN-MERGE") { $0.mergedFraction = 0.599 }
        == ["warning: 0.599 of the read pairs merge, at least 0.6 should"]
    )
  }

  @Test("RUN-MERGE inside: 0.6 of the pairs, or unpaired reads")
  func mergeInside() {
    #expect(FollowupFixture.findings("RUN-MERGE") { $0.mergedFraction = 0.6 }.isEmpty)
    #expect(FollowupFixture.findings("RUN-MERGE") { $0.mergedFraction = nil }.isEmpty)
  }

  @Test("RUN-OT raised: fewer than 0.6, or 0.3, of the reads on target")
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
  }

  @Test("RUN-OT inside: 0.6 of the reads")
  func onTargetInside() {
    #expect(FollowupFixture.findings("RUN-OT") { $0.onTargetReads = 18_000 }.isEmpty)
    #expect(FollowupFixture.findings("RUN-OT") { $0.onTargetReads = nil }.isEmpty)
  }

  @Test("LIB-BG raised: fewer than 100 clonotypes, or 50 effective ones")
  func background() {
    #expect(
      FollowupFixture.findings("LIB-BG") { $0.backgroundClonotypes = 99 }
        == ["warning: 99 clonotypes besides the index, at least 100 are expected"]
    )
    #expect(
      FollowupFixture.findings("LIB-BG") { $0.effectiveClonotypes = 49.9 }
        == ["warning: 49.9 effective clonotypes besides the index, at least 50 are expected"]
    )
  }

  @Test("LIB-BG inside: 100 clonotypes and 50 effective ones")
  func backgroundInside() {
    #expect(
      FollowupFixture.findings("LIB-BG") {
        $0.backgroundClonotypes = 100
        $0.effectiveClonotypes = 50
      }.isEmpty
    )
  }

  @Test("LIB-CPX raised: above 1,000 reads per template, less than 0.2 of the templates expected")
  func complexity() {
    // 1,001 reads per template; (2,100,000 - 99,000) / 1,001 is 1,999 templates, 0.2 of them 400.
    #expect(
      FollowupFixture.findings("LIB-CPX") { $0 = Self.deep($0, clonotypes: 399) }
        == [
          "warning: 1000 reads per template and 399 clonotypes besides the index where 2000 "
            + "templates were read, at least 400 are expected"
        ]
    )
  }

  @Test("LIB-CPX inside: 0.2 of the templates expected, or 1,000 reads per template")
  func complexityInside() {
    #expect(FollowupFixture.findings("LIB-CPX") { $0 = Self.deep($0, clonotypes: 400) }.isEmpty)
    #expect(
      FollowupFixture.findings("LIB-CPX") {
        $0 = Self.deep($0, clonotypes: 399)
        $0.controlReads = [100_000, 100_000, 100_000]
      }.isEmpty
    )
  }

  private static func deep(_ sample: FollowupFixture, clonotypes: Int) -> FollowupFixture {
    var sample = sample
    sample.controlReads = [100_100, 100_100, 100_100]
    (sample.onTargetReads, sample.matchedReads) = (2_100_000, 99_000)
    sample.backgroundClonotypes = clonotypes
    return sample
  }

  @Test("MTH-CHG raised: another germline set, profile, assay or version at baseline")
  func method() {
    let old = AnalysisMethod(germline: "a", profile: "b", assay: "c", program: "1.0")
    let new = AnalysisMethod(germline: "A", profile: "B", assay: "C", program: "1.1")
    var mixed = old
    mixed.profile = "B"
    #expect(
      MethodChangeRule.finding(
        for: MethodEvidence(comparedWith: "baseline DX", madeBy: old, present: mixed)
      )?.words == "warning: baseline DX was made with another threshold profile"
    )
    #expect(
      MethodChangeRule.finding(
        for: MethodEvidence(comparedWith: "baseline DX", madeBy: old, present: new)
      )?.words == "warning: baseline DX was made with another germline set, threshold profile, "
        + "assay, program version"
    )
  }

  @Test("MTH-CHG: names the thresholds that differ, with both values")
  func thresholds() {
    func words(_ then: [String: String], _ now: [String: String]) -> String? {
      let old = AnalysisMethod(
        germline: "a",
        profile: "b",
        assay: "c",
        program: "1.0",
        thresholds: then
      )
      var new = old
      (new.profile, new.thresholds) = ("B", now)
      return MethodChangeRule.finding(
        for: MethodEvidence(comparedWith: "visit M3", madeBy: old, present: new)
      )?.words
    }
    #expect(
      words([:], ["quantification.cutoffs.neg_rule": "upper95"])
        == "warning: visit M3 was made with another threshold profile "
        + "(quantification.cutoffs.neg_rule default, now upper95)"
    )
    #expect(
      words(["b": "1", "a": "2", "c": "3"], ["b": "4", "c": "3"])
        == "warning: visit M3 was made with another threshold profile (a 2, now default; b 1, now 4)"
    )
  }

  @Test("MTH-CHG inside: the same method")
  func methodInside() {
    let same = AnalysisMethod(germline: "a", profile: "b", assay: "c", program: "1.0")
    let evidence = MethodEvidence(comparedWith: "baseline DX", madeBy: same, present: same)
    #expect(MethodChangeRule.finding(for: evidence) == nil)
  }

  @Test("SW-FAIL raised: a reader's error keeps its words, place and remedy")
  func software() throws {
    let fault = Diagnostic(
      code: "READ-TRUNCATED",
      message: "the gzip member ends after 812 bytes",
      location: .init(path: "R1.fastq.gz", record: 7)
    )
    let finding = try #require(SoftwareFaultRule.finding(for: fault))
    #expect(
      finding.description == """
        failure[SW-FAIL]: READ-TRUNCATED: the gzip member ends after 812 bytes (R1.fastq.gz, record 7)
          --> R1.fastq.gz (record 7)
          help: Copy the file again and compare checksums with the original.
        """
    )
  }

  @Test("SW-FAIL inside: a run that its user stopped, or a finding")
  func softwareInside() {
    let stopped = Diagnostic(code: "RUN-INTERRUPTED", message: "stopped after 5 reads")
    #expect(SoftwareFaultRule.finding(for: stopped) == nil)
    let finding = Diagnostic(code: "RUN-MERGE", severity: .warning, message: "few merge")
    #expect(SoftwareFaultRule.finding(for: finding) == nil)
  }
}
