import Diagnostics
import Monitoring
import Quantification
import Testing

@Suite("Rules of controls and DNA")
struct ControlRuleTests {
  @Test("IC-DROP raised: a replicate without control reads is a warning, all are a failure")
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
  }

  @Test("IC-DROP inside: 50 control reads in each replicate")
  func dropoutInside() {
    #expect(FollowupFixture.findings("IC-DROP") { $0.controlReads = [2_000, 50, 2_000] }.isEmpty)
  }

  @Test("IC-DROP raised: an unread competitor is a failure")
  func competitorDropout() {
    #expect(
      FollowupFixture.findings("IC-DROP") { $0.competitorReads = 49 }
        == [
          "failure: no replicate has 50 reads of a genomic control's competitor (reads: GC1 147)"
        ]
    )
  }

  @Test("IC-DROP inside: 50 competitor reads")
  func competitorDropoutInside() {
    #expect(FollowupFixture.findings("IC-DROP") { $0.competitorReads = 50 }.isEmpty)
  }

  @Test("IC-LOW raised: fewer than 2 reads a copy, or 30 copies")
  func precision() {
    #expect(
      FollowupFixture.findings("IC-LOW") { $0.controlReads = [199, 199, 199] }
        == ["failure: 1.99 reads per control copy, at least 2 are needed"]
    )
    #expect(
      FollowupFixture.findings("IC-LOW") { $0.spikeCopies = 9.9 }
        == [
          "failure: 29.7 control copies in the replicates that count, at least 30 are needed"
        ]
    )
  }

  @Test("IC-LOW inside: 2 reads a copy and 30 copies")
  func precisionInside() {
    #expect(FollowupFixture.findings("IC-LOW") { $0.controlReads = [200, 200, 200] }.isEmpty)
    #expect(FollowupFixture.findings("IC-LOW") { $0.spikeCopies = 10 }.isEmpty)
  }

  @Test("IC-RNG raised: controls outside 1e-5 to 0.5 of the reads")
  func fraction() {
    #expect(
      FollowupFixture.findings("IC-RNG") { $0.totalReads = 11_999 }
        == ["warning: 0.5 of the reads are of controls, expected 1e-5 to 0.5"]
    )
    #expect(
      FollowupFixture.findings("IC-RNG") { $0.totalReads = 1_000_000_000 }
        == ["warning: 6e-6 of the reads are of controls, expected 1e-5 to 0.5"]
    )
  }

  @Test("IC-RNG inside: half of the reads, and 1e-5 of them")
  func fractionInside() {
    #expect(FollowupFixture.findings("IC-RNG") { $0.totalReads = 12_000 }.isEmpty)
    #expect(FollowupFixture.findings("IC-RNG") { $0.totalReads = 600_000_000 }.isEmpty)
  }

  @Test("IC-CV raised: a coefficient of variation above 0.5")
  func variation() {
    // Shares 0.1, 0.1, 0.25 have a mean of 0.15 and a standard deviation of 0.0866.
    #expect(
      FollowupFixture.findings("IC-CV") { $0.controlReads = [1_000, 1_000, 2_500] }
        == [
          "warning: coefficient of variation 0.577 of the control's share over 3 replicates, "
            + "at most 0.5 is expected"
        ]
    )
  }

  @Test("IC-CV inside: a coefficient of variation of 0.497, or two replicates")
  func variationInside() {
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

  @Test("DNA-AMP raised: less than 0.5, or 0.2, of the cells can be amplified")
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
  }

  @Test("DNA-AMP inside: half of the cells can be amplified")
  func amplifiabilityInside() {
    #expect(FollowupFixture.findings("DNA-AMP") { $0.locusReads = 1_000 }.isEmpty)
  }

  @Test("DNA-QTY raised: too few cells for 1e-5 at any depth")
  func quantity() {
    // 2.9957 / 1e-5 is 299,574 cells.
    #expect(
      FollowupFixture.findings("DNA-QTY") { $0.locusReads = 199 }
        == [
          "warning: 298500 cells allow a LOD95 of 1e-5 at best, the primary cutoff is 1e-5"
        ]
    )
    #expect(
      FollowupFixture.findings("DNA-QTY") { $0.locusReads = 0 }
        == ["warning: 0 cells can be amplified, no level can be told"]
    )
  }

  @Test("DNA-QTY inside: 300,000 cells for 1e-5")
  func quantityInside() {
    #expect(FollowupFixture.findings("DNA-QTY") { $0.locusReads = 200 }.isEmpty)
  }

  // numpy: sum(y)**2 / (sum(x) * sum(y*y/x)) of copies x and reads y.
  @Test("IC-LIN raised: r² of 0.8 and less over three spikes")
  func linearity() {
    #expect(
      linearityFindings([10, 100, 1_000], reads: [10_000, 10_000, 10_000])
        == ["warning: r² of 0.073 over 3 spikes, more than 0.8 is expected"]
    )
    #expect(
      linearityFindings([40, 60, 100], reads: [0, 0, 3_000])
        == ["warning: r² of 0.5 over 3 spikes, more than 0.8 is expected"]
    )
  }

  @Test("IC-LIN inside: r² above 0.8, or two spikes")
  func linearityInside() {
    #expect(linearityFindings([20, 60, 180], reads: [410, 1_150, 3_700]).isEmpty)
    #expect(linearityFindings([10, 1_000], reads: [10_000, 10_000]).isEmpty)
    #expect(linearityFindings([10, 100, 1_000], reads: [0, 0, 0]).isEmpty)
  }

  private func linearityFindings(_ copies: [Double], reads: [Int]) -> [String] {
    var evidence = FollowupFixture().evidence
    evidence.quantification = SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 1_000,
          cloneReads: [],
          controlReads: reads,
          competitorReads: copies.map { _ in 0 }
        )
      ],
      clones: [],
      controls: copies.enumerated().map {
        ControlDefinition(name: "IC\($0 + 1)", kind: .spike(copiesPerReplicate: $1))
      }
    )
    return SampleRules.findings(for: evidence).filter { $0.code == "IC-LIN" }.map(\.words)
  }
}
