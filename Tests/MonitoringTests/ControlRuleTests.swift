import Monitoring
import Testing

@Suite("Rules of controls and DNA")
struct ControlRuleTests {
  @Test("IC-DROP: a replicate without control reads is a warning, all are a failure")
  func dropout() {
    #expect(
      FollowupFixture.findings("IC-DROP") { $0.controlReads = [2_000, 49, 2_000] }
        == [
          "warning: replicate 2 of 3 left out with fewer than 50 control reads "
            + "(reads: 2000, 49, 2000)"
        ]
    )
    #expect(
      FollowupFixture.findings("IC-DROP") { $0.controlReads = [0, 49, 0] }
        == ["failure: no replicate of 3 has 50 control reads (reads: 0, 49, 0)"]
    )
    #expect(FollowupFixture.findings("IC-DROP") { $0.controlReads = [2_000, 50, 2_000] }.isEmpty)
  }

  @Test("IC-DROP: an unread competitor is a failure")
  func competitorDropout() {
    #expect(
      FollowupFixture.findings("IC-DROP") { $0.competitorReads = 49 }
        == [
          "failure: no replicate has 50 reads of a genomic control's competitor (reads: GC1 147)"
        ]
    )
    #expect(FollowupFixture.findings("IC-DROP") { $0.competitorReads = 50 }.isEmpty)
  }

  @Test("IC-LOW: fewer than 2 reads a copy, or 30 copies")
  func precision() {
    #expect(
      FollowupFixture.findings("IC-LOW") { $0.controlReads = [199, 199, 199] }
        == ["failure: 1.99 reads per control copy, at least 2 are needed"]
    )
    #expect(FollowupFixture.findings("IC-LOW") { $0.controlReads = [200, 200, 200] }.isEmpty)
    #expect(
      FollowupFixture.findings("IC-LOW") { $0.spikeCopies = 9.9 }
        == [
          "failure: 29.7 control copies in the replicates that count, at least 30 are needed"
        ]
    )
    #expect(FollowupFixture.findings("IC-LOW") { $0.spikeCopies = 10 }.isEmpty)
  }

  @Test("IC-RNG: controls outside 1e-5 to 0.5 of the reads")
  func fraction() {
    #expect(
      FollowupFixture.findings("IC-RNG") { $0.totalReads = 11_999 }
        == ["warning: 0.5 of the reads are of controls, expected 1e-5 to 0.5"]
    )
    #expect(FollowupFixture.findings("IC-RNG") { $0.totalReads = 12_000 }.isEmpty)
    #expect(
      FollowupFixture.findings("IC-RNG") { $0.totalReads = 1_000_000_000 }
        == ["warning: 6e-6 of the reads are of controls, expected 1e-5 to 0.5"]
    )
    #expect(FollowupFixture.findings("IC-RNG") { $0.totalReads = 600_000_000 }.isEmpty)
  }

  @Test("IC-CV: a coefficient of variation above 0.5")
  func variation() {
    // Shares 0.1, 0.1, 0.25 have a mean of 0.15 and a standard deviation of 0.0866.
    #expect(
      FollowupFixture.findings("IC-CV") { $0.controlReads = [1_000, 1_000, 2_500] }
        == [
          "warning: coefficient of variation 0.577 of the control's share over 3 replicates, "
            + "at most 0.5 is expected"
        ]
    )
    #expect(FollowupFixture.findings("IC-CV") { $0.controlReads = [1_000, 1_000, 2_150] }.isEmpty)
    // Twice the reads with twice the depth is no variation.
    #expect(
      FollowupFixture.findings("IC-CV") {
        $0.controlReads = [1_000, 1_000, 2_500]
        $0.replicateReads = [1: 10_000, 2: 10_000, 3: 25_000]
      }.isEmpty
    )
    // Two replicates say nothing.
    #expect(
      FollowupFixture.findings("IC-CV") { $0.controlReads = [1_000, 0, 9_000] }.isEmpty
    )
  }

  @Test("DNA-AMP: less than 0.5, or 0.2, of the cells can be amplified")
  func amplifiability() {
    #expect(
      FollowupFixture.findings("DNA-AMP") { $0.locusReads = 398 }
        == ["failure: 0.199 of the cells can be amplified, at least 0.2 must be"]
    )
    #expect(
      FollowupFixture.findings("DNA-AMP") { $0.locusReads = 998 }
        == ["warning: 0.499 of the cells can be amplified, at least 0.5 should be"]
    )
    #expect(
      FollowupFixture.findings("DNA-AMP") { $0.locusReads = 400 }
        == ["warning: 0.2 of the cells can be amplified, at least 0.5 should be"]
    )
    #expect(FollowupFixture.findings("DNA-AMP") { $0.locusReads = 1_000 }.isEmpty)
  }

  @Test("DNA-QTY: too few cells for 1e-5 at any depth")
  func quantity() {
    // 2.9957 / 1e-5 is 299,574 cells.
    #expect(
      FollowupFixture.findings("DNA-QTY") { $0.locusReads = 199 }
        == [
          "warning: 298500 cells allow a LOD95 of 1e-5 at best, the primary cutoff is 1e-5"
        ]
    )
    #expect(FollowupFixture.findings("DNA-QTY") { $0.locusReads = 200 }.isEmpty)
    #expect(
      FollowupFixture.findings("DNA-QTY") { $0.locusReads = 0 }
        == ["warning: 0 cells can be amplified, no level can be told"]
    )
  }
}
