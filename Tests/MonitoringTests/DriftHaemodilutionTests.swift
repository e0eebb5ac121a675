import Diagnostics
import Monitoring
import Testing

@Suite("Haemodilution proxies")
struct DriftHaemodilutionTests {
  private static let reference = HaemodilutionProxies(
    polyclonalFraction: 0.01,
    djToVDJ: 0.4,
    ighToIGK: 1.5,
    unmutatedFraction: 0.5,
    clonotypesPerCells: 1_000
  )

  private static func words(
    pull: SpecimenEvidence.Pull? = nil,
    reference: HaemodilutionProxies? = reference,
    _ change: (inout HaemodilutionProxies) -> Void
  ) -> String? {
    var proxies = Self.reference
    change(&proxies)
    var specimen = SpecimenEvidence()
    specimen.pull = pull
    return HaemodilutionRule.finding(
      for: HaemodilutionEvidence(proxies: proxies, reference: reference, specimen: specimen)
    )?.words
  }

  @Test("HD-SUSP raised: two proxies are below 0.2 of the last visit's")
  func proxies() {
    #expect(
      Self.words { proxies in
        proxies.polyclonalFraction = 0.001_99
        proxies.djToVDJ = 0.079
      }
        == "warning: polyclonal templates per cell 0.00199 after 0.01, DJ to VDJ templates 0.079 "
        + "after 0.4: at least 0.2 of the last visit's is expected"
    )
  }

  @Test("HD-SUSP inside: one proxy is below 0.2 of the last visit's, or two are a fifth")
  func proxiesInside() {
    #expect(Self.words { $0.polyclonalFraction = 0.001 } == nil)
    #expect(
      Self.words { proxies in
        proxies.polyclonalFraction = 0.002
        proxies.djToVDJ = 0.081
        proxies.clonotypesPerCells = 199
      } == nil,
      "a fifth is not below a fifth"
    )
  }

  @Test("HD-SUSP: naïve cells alone are one proxy, with too few clonotypes they are two")
  func unmutated() {
    #expect(Self.words { $0.unmutatedFraction = 0.95 } == nil)
    #expect(
      Self.words { proxies in
        proxies.unmutatedFraction = 0.95
        proxies.clonotypesPerCells = 100
      } != nil
    )
  }

  @Test("HD-SUSP: no earlier visit, or a first pull, raises nothing")
  func guards() {
    func dilute(_ proxies: inout HaemodilutionProxies) {
      proxies = HaemodilutionProxies(polyclonalFraction: 0.0001, clonotypesPerCells: 10)
    }
    #expect(Self.words(dilute) != nil)
    #expect(Self.words(pull: .number(2), dilute) != nil)
    #expect(Self.words(pull: .unknown, dilute) != nil)
    #expect(Self.words(pull: .number(1), dilute) == nil)
    #expect(Self.words(reference: nil, dilute) == nil)
  }
}
