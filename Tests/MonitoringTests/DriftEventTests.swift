import Clonotyping
import Diagnostics
import Monitoring
import Rearrangements
import Testing
import Tracking

@Suite("Events of clonal drift")
struct DriftEventTests {
  @Test("a clone that is itself and polyclonal cells raise nothing")
  func unchanged() {
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [DriftFixture.heavy, DriftFixture.replaced(n2: "CCGATACG")]
      }.isEmpty
    )
    #expect(DriftFixture().assessment.familyLevel == nil)
  }

  @Test("DR-SHM: two differences outside the junction raise it, one is tolerated")
  func hypermutationDifferences() {
    // The clone's own count, 100 templates, holds the member's: its signature matches both.
    #expect(
      DriftFixture.events { $0.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 20)] }
        == [
          "DR-SHM warning: 20 templates of N, 0.2 of the family, differ from H by 2 bases of 120 "
            + "(junction: 0) and keep 5 of its 5 mutations"
        ]
    )
    #expect(
      DriftFixture.events { $0.clonotypes = [DriftFixture.evolved(at: [1], templates: 20)] }.isEmpty
    )
  }

  @Test("DR-SHM: 0.2 of the family and 10 templates raise it, less does not")
  func hypermutationShare() {
    #expect(
      DriftFixture.events { $0.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 19.9)] }
        .isEmpty
    )
    #expect(
      DriftFixture.events { sample in
        sample.templates[0] = 20
        sample.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 10)]
      }.count == 1
    )
    #expect(
      DriftFixture.events { sample in
        sample.templates[0] = 20
        sample.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 9.9)]
      }.isEmpty
    )
  }

  @Test("DR-SHM: a junction with 0.1 differing bases raises it, with more it does not")
  func hypermutationJunction() {
    // 50 bases of junction: five may differ. 25 templates beside 100 of the clone are 0.2.
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [DriftFixture.evolved(at: [50, 51, 52, 53, 54], templates: 25)]
      } == [
        "DR-SHM warning: 25 templates of N, 0.2 of the family, differ from H by 5 bases of 120 "
          + "(junction: 5) and keep 5 of its 5 mutations"
      ]
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [DriftFixture.evolved(at: [50, 51, 52, 53, 54, 55], templates: 25)]
      }.isEmpty
    )
  }

  @Test("DR-SHM: 0.7 of the mutations kept raise it, 0.6 do not")
  func hypermutationSharedMutations() {
    #expect(
      DriftFixture.events { sample in
        sample.baseline[0].clonotype.layout.mutations = [5, 10, 15, 20, 25, 30, 35, 40, 45, 48]
        sample.clonotypes = [DriftFixture.evolved(at: [5, 10, 15], templates: 20)]
      }.count == 1
    )
    #expect(
      DriftFixture.events { sample in
        sample.baseline[0].clonotype.layout.mutations = [5, 10, 15, 20, 25, 30, 35, 40, 45, 48]
        sample.clonotypes = [DriftFixture.evolved(at: [5, 10, 15, 20], templates: 20)]
      }.isEmpty
    )
  }

  @Test("DR-SHM: another V gene raises it only if the member is nearer to the clone than to it")
  func hypermutationGene() {
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 20, v: "IGHV1-18*01")]
      }.count == 1
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 20, v: "IGHV1-18*01")]
        sample.clonotypes[0].layout.mutations = [1, 2]
      }.isEmpty
    )
  }

  @Test("DR-SHM: without the clone itself the sample is indeterminate")
  func hypermutationWithoutClone() {
    #expect(
      DriftFixture.events { sample in
        sample.templates = [0, 0]
        sample.clonotypes = [DriftFixture.evolved(at: [1, 2], templates: 20)]
      } == [
        "DR-SHM indeterminate: 20 templates of N, 1 of the family, differ from H by 2 bases of "
          + "120 (junction: 0) and keep 5 of its 5 mutations"
      ]
    )
  }

  @Test("DR-VREPL: a stem expected by chance in fewer than 0.01 clonotypes raises it")
  func replacementChance() {
    // N2 of 8, the five bases' worth of the D of 10, the J's 1 in 25: 4^-13 / 25 of the clonotypes.
    #expect(
      DriftFixture.events { $0.clonotypes = [DriftFixture.replaced()] } == [
        "DR-VREPL warning: 50 templates of N carry the stem of H behind IGHV3-23*01 instead of "
          + "IGHV1-69*01 (34 nt, 0 of them different, expected by chance in 5.96e-7 clonotypes)"
      ]
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypeCounts[.ighVDJ] = 16_777_215
        sample.clonotypes = [DriftFixture.replaced()]
      }.count == 1
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypeCounts[.ighVDJ] = 16_777_216
        sample.clonotypes = [DriftFixture.replaced()]
      }.isEmpty
    )
  }

  // Measured among unrelated reads: 1.3e-5 to 2.1e-5 for eight bases of such a D, 5e-5 to 1e-4 for
  // four; 0.04 / 1,024 and 0.04 / 256 are above.
  @Test(
    "DR-VREPL: a D that meets J without an inserted base is a stem by its length",
    arguments: [("GTATTACG", 255, 1), ("GTATTACG", 256, 0), ("GTATTAC", 63, 1), ("GTATTAC", 64, 0)]
  )
  func replacementWithoutInsertion(d: String, clonotypes: Int, events: Int) {
    #expect(
      DriftFixture.events { sample in
        let index = DriftFixture.clonotype("H", v: DriftFixture.v, n1: "TCCGAT", d: d)
        sample.baseline[0] = ReferenceClone(index, role: .primary)
        sample.clonotypeCounts[.ighVDJ] = clonotypes
        sample.clonotypes = [DriftFixture.replaced(d: d, n2: "")]
      }.count == events
    )
  }

  @Test("DR-VREPL: one mismatch in the stem is allowed, two are not")
  func replacementMismatches() {
    // One of 18 bases before J may be another: 4^-12 / 25 × 55 of the clonotypes.
    #expect(
      DriftFixture.events { sample in
        sample.clonotypeCounts[.ighVDJ] = 76_261
        sample.clonotypes = [DriftFixture.replaced(n2: "AACCTTGC")]
      }.isEmpty
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypeCounts[.ighVDJ] = 500
        sample.clonotypes = [DriftFixture.replaced(n2: "AACCTTGC")]
      } == [
        "DR-VREPL warning: 50 templates of N carry the stem of H behind IGHV3-23*01 instead of "
          + "IGHV1-69*01 (34 nt, 1 of them different, expected by chance in 6.56e-5 clonotypes)"
      ]
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypeCounts[.ighVDJ] = 76_260
        sample.clonotypes = [DriftFixture.replaced(n2: "AACCTTGC")]
      }.count == 1
    )
    #expect(
      DriftFixture.events { sample in
        sample.clonotypeCounts[.ighVDJ] = 500
        sample.clonotypes = [DriftFixture.replaced(n2: "AACCTTCC")]
      }.isEmpty
    )
  }

  @Test(
    "DR-VREPL: another gene of the same family, 9 templates, or the whole junction raise nothing"
  )
  func replacementGuards() {
    #expect(
      DriftFixture.events { $0.clonotypes = [DriftFixture.replaced(v: "IGHV1-18*01")] }.isEmpty
    )
    #expect(
      DriftFixture.events { $0.clonotypes = [DriftFixture.replaced(templates: 9.9)] }.isEmpty
    )
    #expect(
      DriftFixture.events { sample in
        // A chimera: the junction is the clone's from Cys104 on.
        sample.clonotypes = [DriftFixture.replaced(n1: "TCCGAT")]
        sample.clonotypes[0].layout.bases.replaceSubrange(
          50..<60,
          with: DriftFixture.heavy.layout.bases[50..<60]
        )
      }.isEmpty
    )
  }

  @Test("DR-DJ2VDJ: the stem with three bases of the D raises it, with two it does not")
  func completion() {
    let dj = DriftFixture.clonotype(
      "DJ",
      type: .ighDJ,
      v: "GTATTACGATTT",
      n1: "CCGGAACCTT",
      mutations: [],
      vCall: nil
    )
    #expect(
      DriftFixture.events { sample in
        sample.baseline.append(.init(dj, role: .primary))
        sample.templates = [100, 100, 100]
        sample.clonotypes = [DriftFixture.replaced(n1: "GG", d: "CTTT", n2: "CCGGAACCTT")]
      }.isEmpty == false
    )
    #expect(
      DriftFixture.events { sample in
        sample.baseline.append(.init(dj, role: .primary))
        sample.templates = [100, 100, 100]
        sample.clonotypes = [DriftFixture.replaced(n1: "GG", d: "CCTT", n2: "CCGGAACCTT")]
      }.isEmpty
    )
  }
}
