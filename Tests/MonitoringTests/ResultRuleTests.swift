import Monitoring
import Quantification
import Testing

@Suite("Rules of levels")
struct ResultRuleTests {
  @Test("QT-DEPTH raised: fewer than 10 reads a template fail, fewer than 20 warn")
  func depth() {
    #expect(
      FollowupFixture.findings("QT-DEPTH") { $0.controlReads = [999, 999, 999] }
        == ["failure: 9.99 reads per template, at least 10 are needed"]
    )
    #expect(
      FollowupFixture.findings("QT-DEPTH") { $0.controlReads = [1_000, 1_000, 1_000] }
        == ["warning: 10 reads per template, at least 20 show every template"]
    )
  }

  @Test("QT-DEPTH inside: 20 reads a template")
  func depthInside() {
    #expect(
      FollowupFixture.findings("QT-DEPTH") { $0.controlReads = [2_000, 2_000, 2_000] }.isEmpty
    )
  }

  @Test("QT-SENS raised: names the cutoffs missed, and warns if the primary is among them")
  func sensitivity() {
    // 2.9957 / (0.95622 · 3,000,000).
    #expect(
      FollowupFixture().findings("QT-SENS")
        == ["note: LOD95 of 1.04e-6 does not reach the cutoff 1e-6"]
    )
    #expect(
      FollowupFixture.findings("QT-SENS") { $0.locusReads = 200 }
        == ["warning: LOD95 of 1.04e-5 does not reach the cutoffs 1e-5, 1e-6"]
    )
    #expect(
      FollowupFixture.findings("QT-SENS") {
        $0.locusReads = 2_100
        $0.parameters.cutoffs.sensitivityMargin = 10
      } == [
        "note: LOD95 of 9.95e-7 does not reach the cutoff 1e-6, which should be 10 times its value"
      ]
    )
    #expect(
      FollowupFixture.findings("QT-SENS") { $0.locusReads = 0 }
        == ["warning: LOD95 is unknown, no cutoff can be judged negative"]
    )
  }

  @Test("QT-SENS inside: a LOD95 below every cutoff")
  func sensitivityInside() {
    #expect(FollowupFixture.findings("QT-SENS") { $0.locusReads = 2_100 }.isEmpty)
  }

  @Test("QT-HET raised: primary clonotypes differ with p below 0.01")
  func heterogeneity() {
    // T 60 and 29: X² = 480.5 / (1.55 · 44.5) = 6.966; scipy's chi2.sf(6.9663, 1) = 0.00831.
    #expect(
      FollowupFixture.findings("QT-HET") {
        $0.cloneReads = [[400, 200], [400, 200], [400, 180]]
      }
        == [
          "warning: the primary clonotypes differ by more than chance "
            + "(templates: H 60, K 29; p 0.00831, at least 0.01 is expected)"
        ]
    )
  }

  @Test("QT-HET inside: p of 0.0111")
  func heterogeneityInside() {
    // T 60 and 30 at D 1.55: X² = 450 / (1.55 · 45) = 6.45; scipy's chi2.sf(6.4516, 1) = 0.0111.
    #expect(
      FollowupFixture.findings("QT-HET") {
        $0.cloneReads = [[400, 200], [400, 200], [400, 200]]
      }
      .isEmpty
    )
  }

  @Test("QT-DISC raised: all templates in one replicate with p below 0.01")
  func discordance() {
    #expect(
      FollowupFixture.findings("QT-DISC") { $0.cloneReads = [[186, 186], [0, 1], [0, 0]] }
        == [
          "indeterminate: 9.3 templates of H in one replicate of 3 "
            + "(p 0.00412, at least 0.01 is expected)"
        ]
    )
  }

  @Test("QT-DISC inside: p of 0.0123")
  func discordanceInside() {
    #expect(
      FollowupFixture.findings("QT-DISC") { $0.cloneReads = [[155, 155], [0, 0], [0, 0]] }.isEmpty
    )
  }

  @Test("QT-AMBIG raised: more than 0.1 of the matched reads are ambiguous")
  func ambiguity() {
    #expect(
      FollowupFixture.findings("QT-AMBIG") { $0.ambiguousReads = 1_100 }
        == [
          "warning: 0.109 of the matched reads fit more than one clone or control, "
            + "at most 0.1 should"
        ]
    )
  }

  @Test("QT-AMBIG inside: 0.1 of the matched reads")
  func ambiguityInside() {
    #expect(FollowupFixture.findings("QT-AMBIG") { $0.ambiguousReads = 1_000 }.isEmpty)
  }

  @Test("CON-SUB raised: fewer reads than one template gives in every replicate")
  func subTemplate() {
    let deep = [20_000, 20_000, 20_000]
    #expect(
      FollowupFixture.findings("CON-SUB") {
        $0.controlReads = deep
        $0.cloneReads = [[13, 0], [0, 0], [3, 0]]
      } == [
        "indeterminate: 16 reads of H at 200 reads per template are below the 0.01 quantile of "
          + "one template in every replicate"
      ]
    )
    #expect(
      FollowupFixture.findings("CON-SUB") {
        $0.controlReads = deep
        $0.cloneReads = [[13, 0], [0, 14], [3, 0]]
      }.isEmpty,
      "another clone shows a template"
    )
  }

  @Test("CON-SUB inside: the 0.01 quantile of one template in one replicate")
  func subTemplateInside() {
    let deep = [20_000, 20_000, 20_000]
    #expect(
      FollowupFixture.findings("CON-SUB") {
        $0.controlReads = deep
        $0.cloneReads = [[14, 0], [0, 0], [3, 0]]
      }.isEmpty
    )
  }
}
