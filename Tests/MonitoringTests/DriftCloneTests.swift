import Clonotyping
import Monitoring
import Rearrangements
import Testing
import Tracking

@Suite("Lost, new and minor clones")
struct DriftCloneTests {
  @Test("DR-LC: heavy lost beside 19 light templates raises nothing, beside 20 it does")
  func lightChain() {
    // Both chains had 1,000 templates at baseline: scipy's binom.sf(19, 20, 0.5) = 9.54e-7.
    #expect(
      DriftFixture.events { $0.templates = [0, 20] } == [
        "DR-LC warning: H is not detected (0 templates) beside 20 templates of K; p 9.54e-7 for "
          + "both chains of one clone, at least 1e-6 is expected"
      ]
    )
    #expect(DriftFixture.events { $0.templates = [0, 19] }.isEmpty)
    #expect(
      DriftFixture.events { $0.templates = [20, 0] } == [
        "DR-LC warning: K is not detected (0 templates) beside 20 templates of H; p 9.54e-7 for "
          + "both chains of one clone, at least 1e-6 is expected"
      ]
    )
  }

  @Test("DR-LC: the baseline's ratio decides how surprising a loss is")
  func lightChainRatio() {
    #expect(
      DriftFixture.events { sample in
        sample.templates = [0, 50]
        sample.baseline[0].clonotype.templates = 200
      }.isEmpty,
      "scipy's binom.sf(49, 50, 5/6) = 1.1e-4"
    )
  }

  @Test("DR-LC: a serum that loses its M-protein while light chains rise raises it")
  func lightChainEscape() {
    #expect(
      DriftFixture.events { $0.clinical.isLightChainEscape = true } == [
        "DR-LC warning: the intact M-protein is lost while free light chains rise"
      ]
    )
    #expect(DriftFixture.events { $0.clinical.isLightChainEscape = false }.isEmpty)
  }

  @Test("DR-LC: a heavy chain with a replaced V is not lost")
  func lightChainReplaced() {
    #expect(
      DriftFixture.events { sample in
        sample.templates = [0, 100]
        sample.clonotypes = [DriftFixture.replaced()]
      }.map { $0.prefix(8) } == ["DR-VREPL"]
    )
  }

  @Test("DR-LOSS: plasma cells of 0.05, progression or a positive flow result raise it")
  func loss() {
    func events(_ status: ClinicalStatus, _ templates: [Double] = [0, 0]) -> [String] {
      DriftFixture.events { sample in
        sample.templates = templates
        sample.clinical = status
      }
    }
    #expect(
      events(ClinicalStatus(plasmaCells: 0.05)) == [
        "DR-LOSS indeterminate: no index clonotype is detected while plasma cells are 0.05 of the "
          + "cells (below 0.05 is expected)"
      ]
    )
    #expect(events(ClinicalStatus(plasmaCells: 0.049)).isEmpty)
    #expect(
      events(ClinicalStatus(isProgressing: true, isFlowPositive: true)) == [
        "DR-LOSS indeterminate: no index clonotype is detected while the disease progresses "
          + "clinically and flow cytometry finds residual disease"
      ]
    )
    #expect(
      events(ClinicalStatus(isProgressing: false, plasmaCells: 0.01, isFlowPositive: false))
        .isEmpty
    )
    #expect(events(ClinicalStatus(plasmaCells: 0.2), [3, 3]).isEmpty)
  }

  @Test("scenario 13: a replaced V at progression is DR-VREPL and DR-LOSS, both indeterminate")
  func scenarioThirteen() {
    let events = DriftFixture.events { sample in
      sample.templates = [0, 0]
      sample.clinical.isProgressing = true
      sample.clonotypes = [DriftFixture.replaced(templates: 6_000)]
    }
    #expect(
      events.map { $0.prefix { $0 != ":" } } == ["DR-VREPL indeterminate", "DR-LOSS indeterminate"]
    )
  }

  /// An unrelated clone of 6 % of the cells that was not listed at baseline.
  private static let stranger = DriftFixture.replaced(
    n1: "CCTAGG",
    d: "",
    n2: "TTGACCTA",
    templates: 6_000,
    isDominant: true
  )

  @Test(
    "scenario 14: DR-NEW? for an unrelated clone seen once; DR-NEW after 28 d or at progression"
  )
  func newClone() {
    let words =
      "N is no relative of the clone, has 0.25 of its class, 0.06 of the cells, 1200 times as much "
      + "as at baseline (p 4.4e-249)"
    func events(_ change: (inout DriftFixture) -> Void) -> [String] {
      DriftFixture.events { sample in
        sample.clonotypes = [Self.stranger]
        change(&sample)
      }
    }
    #expect(events { _ in } == ["DR-NEW? warning: \(words); seen once, it may pass"])
    let sighting = DriftEvidence.Sighting(
      window: Array(Self.stranger.layout.windowBases),
      date: CalendarDate("2024-02-01")
    )
    #expect(
      events { sample in
        sample.sightings = [sighting]
        sample.date = CalendarDate("2024-02-28")
      } == ["DR-NEW? warning: \(words); seen once, it may pass"]
    )
    #expect(
      events { sample in
        sample.sightings = [sighting]
        sample.date = CalendarDate("2024-02-29")
      } == ["DR-NEW warning: \(words); first seen 28 d before"]
    )
    #expect(
      events { $0.clinical.isProgressing = true }
        == ["DR-NEW warning: \(words); the disease progresses clinically"]
    )
  }

  @Test("DR-NEW: tenfold and p below 1e-6 after Holm raise it, less does not")
  func newCloneLimits() {
    func events(_ templates: Double, before: Double, others: Int = 0) -> [String] {
      DriftFixture.events { sample in
        var stranger = Self.stranger
        stranger.templates = templates
        sample.cells = 10_000
        sample.unlisted[.ighVDJ] = before
        sample.clonotypes = [stranger]
        for number in 0..<others {
          var other = DriftFixture.replaced(d: "", n2: "GCTAGCAAGCCA", templates: 10)
          other.id = ClonotypeID("N\(number)")
          sample.clonotypes.append(other)
        }
      }
    }
    #expect(events(100, before: 10).count == 1)
    #expect(events(99.9, before: 10).isEmpty)
    // One templateless baseline: scipy's binom.sf(18, 19, 0.5) = 1.9e-6, binom.sf(19, 20, 0.5) = 9.5e-7.
    #expect(events(20, before: 0).count == 1)
    #expect(events(19, before: 0).isEmpty)
    #expect(events(20, before: 0, others: 1).isEmpty, "Holm doubles p")
    #expect(events(21, before: 0, others: 1).count == 1)
  }

  @Test("DR-NEW: a clone below tier A, or a relative of the clone, is no new one")
  func newCloneGuards() {
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [Self.stranger]
        sample.clonotypes[0].isDominant = false
      }.isEmpty
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [DriftFixture.replaced(isDominant: true)]
      }.map { $0.prefix(8) } == ["DR-VREPL"]
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [Self.stranger]
        sample.unlisted = [:]
      }.isEmpty,
      "what the baseline held is not known"
    )
  }

  @Test("DR-BICL: a clonotype that nobody tracks raises it only if it is dominant now")
  func untrackedMinor() {
    func codes(isDominant: Bool) -> [String] {
      DriftFixture.events { sample in
        sample.templates = [0, 0]
        var minor = Self.stranger
        (minor.id, minor.templates, minor.isDominant) = ("M", 20, isDominant)
        sample.baseline.append(.init(minor, role: nil))
        sample.clonotypes = [minor]
      }.map { String($0.prefix(7)) }.filter { $0 == "DR-BICL" }
    }
    #expect(codes(isDominant: true) == ["DR-BICL"])
    #expect(codes(isDominant: false).isEmpty, "normal cells outlast the clone")
  }

  @Test("DR-BICL: a minor clone of the baseline that leads tenfold raises it")
  func minorClone() {
    func events(_ templates: [Double], minorAtBaseline: Double) -> [String] {
      DriftFixture.events { sample in
        sample.templates = templates
        var minor = Self.stranger
        (minor.id, minor.templates) = ("M", minorAtBaseline)
        sample.baseline.append(.init(minor, role: .supporting))
      }
    }
    #expect(
      events([100, 100, 501], minorAtBaseline: 500) == [
        "DR-BICL warning: M leads H by 501 templates to 100, at baseline it had 500 to 1000 "
          + "(10 times as much, p 3.34e-141)"
      ]
    )
    // Smaller than the smallest number there is: no p-value is 0.
    #expect(
      events([100, 100, 5_001], minorAtBaseline: 500) == [
        "DR-BICL warning: M leads H by 5000 templates to 100, at baseline it had 500 to 1000 "
          + "(100 times as much, p < 1e-300)"
      ]
    )
    #expect(events([100, 100, 499], minorAtBaseline: 500).isEmpty)
    #expect(events([40, 100, 500], minorAtBaseline: 501).isEmpty)
    #expect(events([100, 100, 99], minorAtBaseline: 5).isEmpty, "it does not lead")
  }
}
