import Foundation
import Quantification
import Testing
import Tracking

@Suite("Quantification")
struct QuantificationTests {
  @Test("replicates with unequal DNA are scaled one by one")
  func unequalReplicates() {
    var sample = SampleFixture(
      cloneReads: [[40], [40]],
      controlReads: [2_000, 1_000],
      dnaNanograms: [700, 700]
    )
    // 80 · 200 / 3,000, then 40 · 100 / 2,000 + 40 · 100 / 1,000.
    #expect(sample.quantification.templates == 16.0 / 3)
    sample.dnaNanograms = [700, 769]
    #expect(sample.quantification.templates == 16.0 / 3)
    sample.dnaNanograms = [700, 771]
    #expect(sample.quantification.templates == 6)
    sample.dnaNanograms = [700, 700]
    sample.parameters.levels.pooling = .sumOfRatios
    #expect(sample.quantification.templates == 6)
  }

  @Test("several spikes make one scale")
  func severalSpikes() {
    let replicate = ReplicateObservation(
      index: 1,
      dnaNanograms: 650,
      cloneReads: [30],
      controlReads: [900, 1_100],
      competitorReads: [0, 0]
    )
    let result = SampleQuantification(
      of: [replicate],
      clones: [.igh("C1")],
      controls: [
        ControlDefinition(name: "IC1", kind: .spike(copiesPerReplicate: 60)),
        ControlDefinition(name: "IC2", kind: .spike(copiesPerReplicate: 40)),
      ]
    )
    #expect(result.readsPerTemplate == 20)
    #expect(result.templates == 1.5)
    #expect(result.controls.map(\.reads) == [900, 1_100])
    #expect(result.controls.map(\.copies) == [60, 40])
    #expect(result.controls.map(\.readsPerCopy) == [15, 27.5])
  }

  @Test("the genomic control counts the cells that can be amplified")
  func genomic() {
    // 240 reads of the locus against 400 of 60,000 copies: 36,000 copies, 18,000 cells a replicate.
    let result = SampleQuantification(
      of: [1, 2].map { .genomic($0, locus: 240, competitor: 400) },
      clones: [.igh("C1")],
      controls: [.spike, .albumin]
    )
    #expect(result.cells.mass == 200_000)
    #expect(result.cells.genomic == 36_000)
    #expect(result.cells.amplifiability == 0.18)
    #expect(result.cells.equivalents == 36_000)
    #expect(result.cells.source == .genomicControl)
    #expect(result.controls[1].copies == 72_000)
    #expect(result.controls[1].competitorReads == 800)
    #expect(result.readsPerTemplate == 20)
    #expect(result.mrd == 6.0 / 36_000)
  }

  @Test("a replicate with an unread competitor takes the amplifiability of the others")
  func genomicInSome() {
    let result = SampleQuantification(
      of: [.genomic(1, locus: 240, competitor: 400), .genomic(2, locus: 3, competitor: 49)],
      clones: [.igh("C1")],
      controls: [.spike, .albumin]
    )
    #expect(result.cells.amplifiability == 0.18)
    #expect(result.cells.equivalents == 36_000)
  }

  @Test("a genomic control measures nothing without a competitor")
  func genomicWithoutCompetitor() {
    let lone = ControlDefinition(
      name: "GC1",
      kind: .genomic(copiesPerCell: 2, competitor: nil)
    )
    let result = SampleQuantification(
      of: [.genomic(1, locus: 240, competitor: 0)],
      clones: [.igh("C1")],
      controls: [.spike, lone]
    )
    #expect(result.cells.genomic == nil)
    #expect(result.cells.amplifiability == nil)
    #expect(result.cells.source == .massOnly)
    #expect(result.controls[1].copies == nil)
  }

  @Test("without spikes the competitor scales reads")
  func genomicOnly() {
    // T / N is the clone's reads over half the locus's reads, whatever the competitor.
    let result = SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 650,
          cloneReads: [60],
          controlReads: [400_000],
          competitorReads: [1_200_000]
        )
      ],
      clones: [.igh("C1")],
      controls: [.albumin]
    )
    #expect(result.templates == 3)
    #expect(result.cells.equivalents == 10_000)
    #expect(result.mrd == 60.0 / 200_000)
  }

  @Test("an amplifiability measured elsewhere lowers the cells")
  func measuredAmplifiability() {
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [650])
    let result = SampleQuantification(
      of: sample.replicates,
      clones: sample.clones,
      controls: [.spike],
      measuredAmplifiability: 0.5
    )
    #expect(result.cells.equivalents == 50_000)
    #expect(result.cells.source == .massAndAmplifiability)
  }

  @Test("without a control nothing is known but the reads")
  func noControls() {
    let replicate = ReplicateObservation(
      index: 1,
      dnaNanograms: 6_500,
      cloneReads: [7],
      controlReads: [],
      competitorReads: []
    )
    let result = SampleQuantification(of: [replicate], clones: [.igh("C1")], controls: [])
    #expect(!result.hasCalibrator)
    #expect(result.usedReplicates.count == 1)
    #expect(result.clones[0].reads == 7)
    #expect(result.isDetected)
    #expect(result.templates == nil)
    #expect(result.mrd == nil)
    #expect(result.sensitivity.lod95 == nil)
    #expect(result.dispersion == nil)
    let verdict = SampleVerdict(of: result, hasFailure: false, hasIndeterminateFinding: false)
    #expect(verdict.words == ["INDETERMINATE", "INDET", "INDET", "INDET"])
  }

  @Test("an unknown DNA mass leaves the level unknown, not the templates")
  func unknownMass() {
    let sample = SampleFixture(
      cloneReads: [[100], [100], [0]],
      dnaNanograms: [700, nil, 700]
    )
    let result = sample.quantification
    #expect(result.cells.equivalents == nil)
    #expect(result.templates == 10)
    #expect(result.mrd == nil)
    #expect(sample.verdict.words == ["DETECTED", "INDET", "INDET", "INDET"])
  }

  @Test("the level is the highest, a tie goes to IGH")
  func combination() {
    var sample = SampleFixture(cloneReads: [[100, 100, 20]])
    sample.controlReads = [2_000]
    sample.dnaNanograms = [6_500]
    sample.clones = [.igk("K", rank: 1), .igh("H", rank: 2), .igk("L", rank: 3)]
    #expect(sample.quantification.leadingClone == "H")
    #expect(sample.quantification.mrd == 5e-6)
    sample.cloneReads = [[120, 100, 20]]
    #expect(sample.quantification.leadingClone == "K")
    #expect(sample.quantification.mrd == 6e-6)
    #expect(sample.quantification.mrdMean == 4e-6)
    sample.parameters.levels.combination = .mean
    #expect(sample.quantification.mrd == 4e-6)
  }

  @Test("clones that disagree have a small p value; scipy's chi2.sf(47.50733, 1)")
  func heterogeneity() throws {
    var sample = SampleFixture(cloneReads: [[2_000, 200]], controlReads: [2_000])
    sample.dnaNanograms = [700]
    sample.clones = [.igh("H"), .igk("K")]
    // T = 100 and 10, mean 55: X² = 2 · 45² / (1.55 · 55) = 47.507.
    let p = try #require(sample.quantification.heterogeneityP)
    #expect(abs(p / 5.479861988730825e-12 - 1) < 1e-6)
    sample.cloneReads = [[200, 200]]
    #expect(sample.quantification.heterogeneityP == 1)
    sample.cloneReads = [[0, 0]]
    #expect(sample.quantification.heterogeneityP == nil)
  }

  @Test("background raises the reads needed", arguments: [(0.0, 3), (0.025, 5), (0.05, 7)])
  func background(templates: Double, needed: Int) {
    // Means of 0.5 and 1 read at 20 reads a template, with alpha 1e-3 shared by two clones.
    var sample = SampleFixture(cloneReads: [[0, 0]], controlReads: [2_000])
    sample.dnaNanograms = [700]
    sample.clones = [.igh("H", background: templates), .igk("K")]
    #expect(sample.quantification.clones[0].minimumReads == needed)
    #expect(sample.quantification.clones[1].minimumReads == 3)
  }

  @Test("other background reads count as they are")
  func otherBackground() {
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [700])
    let result = SampleQuantification(
      of: sample.replicates,
      clones: sample.clones,
      controls: [.spike],
      otherBackground: [BackgroundReads(hop: 5)]
    )
    #expect(result.clones[0].minimumReads == 14)
  }

  @Test(
    "templates all in one replicate have the chance of 'Replicates', section 3",
    arguments: [(3, 0.11), (4, 0.037), (5, 0.012), (6, 0.004)]
  )
  func concordance(draws: Int, chance: Double) throws {
    let sample = SampleFixture(cloneReads: [[draws * 31], [0], [0]])
    let p = try #require(sample.quantification.clones[0].singleReplicateProbability)
    #expect(abs(p - chance) < 0.05 * chance)
    let spread = SampleFixture(cloneReads: [[draws * 31], [1], [0]])
    #expect(spread.quantification.clones[0].singleReplicateProbability == nil)
  }

  @Test("at ten reads a template two templates are needed")
  func shallow() throws {
    let sample = SampleFixture(
      cloneReads: [[0], [0], [0]],
      controlReads: [1_000, 1_000, 1_000]
    )
    let sensitivity = sample.quantification.sensitivity
    #expect(sensitivity.templatesNeeded == 2)
    // scipy: nbinom.sf(2, 2, 2 / 12), and the root of Σ poisson.pmf(n, λ) nbinom.sf(2, 2 n, 2 / 12)
    // = 0.95; the gamma.ppf(0.95, 2) / q of two templates would be 5.46.
    let q = try #require(sensitivity.singleTemplateDetection)
    #expect(abs(q / 0.8680555555555556 - 1) < 1e-9)
    let limit = try #require(sensitivity.lod95)
    #expect(abs(limit / (3.402773019796739 / 323_077) - 1) < 1e-7)
  }

  // make mutation: repeats
  @Test("the parameters survive JSON with the names of the profile")
  func parameters() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(QuantificationParameters.clonetrackMMv1)
    let text = String(decoding: data, as: UTF8.self)
    for part in [
      #""cells":{"amplifiability_fail":0.2,"amplifiability_warn":0.5,"cv_cells":0.1,"#,
      #""n_source":"gc>mass*A","pg_per_genome":6.5}"#,
      #""detect":{"alpha_bg":0.001,"#, #""g_full":20,"g_min":10,"#, #""k_floor":3,"#,
      #""ic":{"copies_per_replicate":100,"#, #""combine":"max""#, #""pool":"ratio_of_sums""#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let back = try JSONDecoder().decode(QuantificationParameters.self, from: data)
    #expect(back == .clonetrackMMv1)
  }
}

extension ReplicateObservation {
  /// A replicate of 650 ng with the spike at 20 reads a copy and the genomic control as given.
  fileprivate static func genomic(_ index: Int, locus: Int, competitor: Int) -> Self {
    Self(
      index: index,
      dnaNanograms: 650,
      cloneReads: [60],
      controlReads: [2_000, locus],
      competitorReads: [0, competitor]
    )
  }
}
