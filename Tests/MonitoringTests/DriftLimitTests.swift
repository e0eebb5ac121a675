import Clonotyping
import Monitoring
import Rearrangements
import Testing
import Tracking

/// One test on each side of the limit of every code of drift; what the events say is tested with
/// the rules.
@Suite("Limits of drift")
struct DriftLimitTests {
  private func codes(_ change: (inout DriftFixture) -> Void) -> [String] {
    DriftFixture.events(change).map { String($0.prefix { $0 != " " }) }
  }

  /// An unrelated clone of 6 % of the cells, of which the baseline had so many templates.
  private func stranger(_ templates: Double, isProgressing: Bool) -> [String] {
    codes { sample in
      var stranger = DriftFixture.replaced(
        n1: "CCTAGG",
        d: "",
        n2: "TTGACCTA",
        templates: templates,
        isDominant: true
      )
      stranger.id = "S"
      sample.cells = 10_000
      sample.unlisted[.ighVDJ] = 10
      sample.clinical.isProgressing = isProgressing
      sample.clonotypes = [stranger]
    }
  }

  @Test("DR-SHM raised: two bases outside the junction differ")
  func hypermutation() {
    #expect(
      codes { $0.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 20)] } == ["DR-SHM"]
    )
  }

  @Test("DR-SHM inside: one base differs")
  func hypermutationInside() {
    #expect(codes { $0.clonotypes = [DriftFixture.evolved(at: [1], templates: 20)] } == [])
  }

  // The stem has 4⁻¹³ / 25 of the clonotypes: 0.01 of 16,777,216.
  @Test("DR-VREPL raised: a stem that chance gives to fewer than 0.01 clonotypes")
  func replacement() {
    #expect(
      codes { sample in
        sample.clonotypeCounts[.ighVDJ] = 16_777_215
        sample.clonotypes = [DriftFixture.replaced()]
      } == ["DR-VREPL"]
    )
  }

  @Test("DR-VREPL inside: a stem that chance gives to 0.01 clonotypes")
  func replacementInside() {
    #expect(
      codes { sample in
        sample.clonotypeCounts[.ighVDJ] = 16_777_216
        sample.clonotypes = [DriftFixture.replaced()]
      } == []
    )
  }

  /// A replaced V before eight inserted bases and some of J that the baseline has, too.
  private func stem(joining: Int) -> [String] {
    codes { sample in
      var (old, new) = (DriftFixture.heavy, DriftFixture.replaced(d: ""))
      let (oldEnd, newEnd) = (old.layout.bases.count - 36, new.layout.bases.count - 36)
      old.layout.window = old.layout.window.lowerBound..<(oldEnd + joining)
      new.layout.window = new.layout.window.lowerBound..<(newEnd + joining)
      sample.baseline[0] = ReferenceClone(old, role: .primary)
      sample.clonotypeCounts[.ighVDJ] = 100
      sample.clonotypes = [new]
    }
  }

  @Test("DR-VREPL: a stem of twelve bases raises it, one of eleven does not")
  func stemLength() {
    #expect(stem(joining: 4) == ["DR-VREPL"])
    #expect(stem(joining: 3) == [])
  }

  /// A VDJ that ends as the baseline's DJ does, with some bases of its D.
  private func completed(d: String) -> [String] {
    codes { sample in
      let partial = DriftFixture.clonotype(
        "DJ",
        type: .ighDJ,
        v: "GTATTACGATTT",
        n1: "CCGGAACCTT",
        mutations: [],
        vCall: nil
      )
      sample.baseline.append(.init(partial, role: .primary))
      sample.templates = [100, 100, 100]
      sample.clonotypes = [DriftFixture.replaced(n1: "GG", d: d, n2: "CCGGAACCTT")]
    }
  }

  @Test("DR-DJ2VDJ raised: three bases of the D before N2")
  func completion() { #expect(completed(d: "CTTT") == ["DR-DJ2VDJ"]) }

  @Test("DR-DJ2VDJ inside: two bases of the D before N2")
  func completionInside() { #expect(completed(d: "CCTT") == []) }

  // scipy: binom.sf(19, 20, 0.5) = 9.5e-7, binom.sf(18, 19, 0.5) = 1.9e-6.
  @Test("DR-LC raised: one chain lost beside 20 templates of the other")
  func lightChain() { #expect(codes { $0.templates = [0, 20] } == ["DR-LC"]) }

  @Test("DR-LC inside: one chain lost beside 19 templates of the other")
  func lightChainInside() { #expect(codes { $0.templates = [0, 19] } == []) }

  @Test("DR-LOSS raised: no index beside 0.05 plasma cells")
  func loss() {
    #expect(
      codes { sample in
        sample.templates = [0, 0]
        sample.clinical.plasmaCells = 0.05
      } == ["DR-LOSS"]
    )
  }

  @Test("DR-LOSS inside: no index beside 0.049 plasma cells")
  func lossInside() {
    #expect(
      codes { sample in
        sample.templates = [0, 0]
        sample.clinical.plasmaCells = 0.049
      } == []
    )
  }

  @Test("DR-NEW raised: an unrelated clone ten times as large as before, with progression")
  func newClone() { #expect(stranger(100, isProgressing: true) == ["DR-NEW"]) }

  @Test("DR-NEW inside: less than ten times as large")
  func newCloneInside() { #expect(stranger(99.9, isProgressing: true) == []) }

  @Test("DR-NEW? raised: an unrelated clone ten times as large as before, once")
  func watchedClone() { #expect(stranger(100, isProgressing: false) == ["DR-NEW?"]) }

  @Test("DR-NEW? inside: less than ten times as large")
  func watchedCloneInside() { #expect(stranger(99.9, isProgressing: false) == []) }

  /// The primary clone beside a second one of the baseline that leads it.
  private func second(_ templates: Double) -> [String] {
    codes { sample in
      var minor = DriftFixture.replaced(n1: "CCTAGG", d: "", n2: "TTGACCTA", templates: 500)
      minor.id = "M"
      sample.templates = [100, 100, templates]
      sample.baseline.append(.init(minor, role: .supporting))
    }
  }

  @Test("DR-BICL raised: a second clone ten times as strong against the first")
  func secondClone() { #expect(second(501) == ["DR-BICL"]) }

  @Test("DR-BICL inside: a second clone less than ten times as strong")
  func secondCloneInside() { #expect(second(499) == []) }
}
