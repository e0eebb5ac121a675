import Diagnostics
import Monitoring
import Testing

@Suite("Codes of the rules")
struct RuleRegistryTests {
  /// The codes of the articles "Failures and findings" and "Clonal drift".
  private static let specified =
    """
    PRE-MISS PRE-VOL PRE-STAB PRE-FROZ PRE-PULL PRE-TYPE DNA-QTY DNA-PUR DNA-DIN DNA-AMP DNA-INH \
    IC-DROP IC-LOW IC-RNG IC-CV IC-LIN IC-LOT RUN-PF RUN-RDS RUN-MERGE RUN-OT RUN-NTC RUN-POSC \
    RUN-NEGC CON-HOP CON-SUB CON-NBR CON-SAMELANE BL-NOIDX BL-ANNOT BL-LOWCLN BL-RDS BL-OLIGO \
    BL-NOPROD BL-SHM BL-UNIQ BL-NOSCALE BL-NOSAMP LIB-CPX LIB-BG QT-DISC QT-HET QT-DEPTH QT-SENS QT-AMBIG \
    HD-SUSP DR-SHM DR-VREPL DR-DJ2VDJ DR-LC DR-LOSS DR-NEW DR-NEW? DR-BICL ID-SWAP ID-META \
    MTH-CHG SW-FAIL
    """.split(separator: " ").map(String.init)

  @Test("every specified code is registered as a finding, once", arguments: specified)
  func registered(code: String) {
    let entries = CodeRegistry.entries.filter { $0.code == code }
    #expect(entries.count == 1)
    guard case .finding = entries.first?.kind else {
      Issue.record("\(code) is no finding")
      return
    }
    #expect(entries.first?.limit?.isEmpty == false)
  }

  @Test("no two codes are equal")
  func unique() {
    let codes = CodeRegistry.entries.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test("every rule has a registered code of its own")
  func rules() {
    let lists = [SampleRules.followup.map { $0.code }, SampleRules.baseline.map { $0.code }]
    for codes in lists {
      #expect(Set(codes).count == codes.count)
      for code in codes { #expect(CodeRegistry.entry(for: code) != nil, "\(code)") }
    }
  }

  @Test("a sample without controls or reads fails and is never negative")
  func emptySample() {
    let findings = SampleRules.findings(
      for: {
        var sample = FollowupFixture()
        sample.cloneReads = [[0, 0], [0, 0], [0, 0]]
        sample.controlReads = [0, 0, 0]
        (sample.locusReads, sample.competitorReads) = (0, 0)
        (sample.totalReads, sample.matchedReads, sample.ambiguousReads) = (0, 0, 0)
        sample.replicateReads = [:]
        (sample.onTargetReads, sample.mergedFraction) = (0, nil)
        (sample.backgroundClonotypes, sample.effectiveClonotypes) = (nil, nil)
        return sample.evidence
      }()
    )
    #expect(findings.map(\.code) == ["RUN-RDS", "IC-DROP"])
    #expect(findings.allSatisfy { $0.severity == .failure })
  }
}
