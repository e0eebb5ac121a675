import Clonotyping
import Diagnostics
import Monitoring
import Rearrangements
import Testing
import Tracking

@Suite("Rules of plausibility of a baseline")
struct BaselinePlausibilityTests {
  private func findings(
    _ code: String,
    _ clones: [(RearrangementType, Double?)],
    _ lightChain: LightChain? = nil
  ) -> [Diagnostic] {
    let evidence = BaselineEvidence(
      totalReads: 100_000,
      classes: [.init(.ighVDJ, reads: 40_000), .init(.igkVJ, reads: 30_000)],
      candidates: clones.enumerated().map { number, clone in
        BaselineEvidence.Candidate(
          cloneID: CloneID("C\(number)"),
          rearrangementType: clone.0,
          likeFraction: 0.4,
          templates: 400,
          vIdentity: nil,
          isProductive: true,
          expectedBackground: 1e-4,
          isIndex: true,
          dominance: clone.1
        )
      },
      isScaled: true,
      lightChain: lightChain
    )
    return SampleRules.findings(for: evidence).filter { $0.code == code }
  }

  @Test("BL-DOM raised: less than twice the share of the third clonotype")
  func dominance() {
    let found = findings("BL-DOM", [(.ighVDJ, 1.9), (.ighDJ, 5), (.igkVJ, 1.5)])
    #expect(
      found.map(\.message) == [
        "C0, C2: 1.5 times the share of the third clonotype of the class at least, 2 is expected"
      ]
    )
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map { $0.measurement?.value } == [1.5])
    #expect(found.map { $0.measurement?.limit } == [2])
  }

  @Test("BL-DOM inside: twice the share, or no third clonotype")
  func dominanceInside() {
    #expect(findings("BL-DOM", [(.ighVDJ, 2), (.igkVJ, nil)]).isEmpty)
  }

  @Test("BL-LC raised: a kappa M-protein without an IGK VJ, its IGK deleted")
  func lightChain() {
    let found = findings("BL-LC", [(.ighVDJ, nil), (.igkVKde, nil), (.iglVJ, nil)], .kappa)
    #expect(
      found.map(\.message) == [
        "0 IGK_VJ beside 1 IGK_KDE and 1 IGL among the index clonotypes, but the M-protein is "
          + "kappa: at least 1 is expected"
      ]
    )
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map { $0.measurement?.value } == [0])
  }

  @Test("BL-LC inside: an IGK VJ, no light-chain clonotype at all, lambda or nothing stated")
  func lightChainInside() {
    #expect(findings("BL-LC", [(.igkVKde, nil), (.igkVJ, nil)], .kappa).isEmpty)
    #expect(findings("BL-LC", [(.ighVDJ, nil)], .kappa).isEmpty)
    #expect(findings("BL-LC", [(.igkVKde, nil)], .lambda).isEmpty)
    #expect(findings("BL-LC", [(.igkVKde, nil)]).isEmpty)
  }
}
