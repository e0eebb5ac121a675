import Clonotyping
import Quantification
import Testing

/// Molecular identifiers: molecules are counted, reads tell only what the controls are worth.
@Suite("Molecules")
struct MoleculeTests {
  private static func quantify(
    clone: Int,
    spike: Int?,
    locus: Int,
    background: [BackgroundReads] = [],
    expected: Double? = nil
  ) -> SampleQuantification {
    let spikes = spike.map { [$0] } ?? []
    let controls =
      (spike == nil ? [] : [ControlDefinition.spike])
      + [ControlDefinition(name: "GC1", kind: .genomic(copiesPerCell: 2, competitor: nil))]
    return SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 650,
          cloneReads: [clone * 30],
          controlReads: spikes.map { $0 * 30 } + [locus * 30],
          competitorReads: controls.map { _ in 0 },
          molecules: TargetCounts(
            clones: [clone],
            controls: spikes + [locus],
            competitors: controls.map { _ in 0 }
          )
        )
      ],
      clones: [.igh("C1", background: expected)],
      controls: controls,
      otherBackground: background
    )
  }

  @Test("spikes tell the share of templates that became molecules")
  func spikes() throws {
    // 40 of 100 spikes: ε = 0.4. 6 molecules are 15 templates; 64,000 of the locus 80,000 cells.
    let result = Self.quantify(clone: 6, spike: 40, locus: 64_000)
    #expect(result.unit == .molecules)
    #expect(result.captureEfficiency == 0.4)
    #expect(result.readsPerTemplate == 12)
    #expect(result.templates == 15)
    #expect(result.dispersion == 2.5)
    #expect(result.cells.genomic == 80_000)
    #expect(result.cells.amplifiability == 0.8)
    #expect(result.mrd == 15.0 / 80_000)
    #expect(result.clones[0].reads == 180)
    #expect(result.clones[0].molecules == 6)
    // scipy: the conditional binomial interval of T = 15, E = 100, D = 1 / 0.4.
    let interval = try #require(result.clones[0].templateInterval)
    #expect(abs(interval.lower / 5.19753086620516 - 1) < 1e-9)
    #expect(abs(interval.upper / 35.605174957963726 - 1) < 1e-9)
    // One molecule is a detection, and a template becomes one with ε: 2.996 / 0.4.
    #expect(result.clones[0].minimumCount == 1)
    #expect(result.sensitivity.singleTemplateDetection == 0.4)
    let limit = try #require(result.sensitivity.lod95)
    #expect(abs(limit * 80_000 / 7.489330683884977 - 1) < 1e-7)
  }

  @Test("without spikes the level is U over half the locus's molecules")
  func genomicOnly() throws {
    let result = Self.quantify(clone: 6, spike: nil, locus: 40_000)
    #expect(result.templates == 6)
    #expect(result.dispersion == 1)
    #expect(result.cells.equivalents == 20_000)
    #expect(result.cells.source == .genomicControl)
    #expect(result.mrd == 6.0 / 20_000)
    #expect(result.captureEfficiency == 0.2)
    // What was captured says nothing about what could have been amplified.
    #expect(result.cells.amplifiability == nil)
    let limit = try #require(result.sensitivity.lod95)
    #expect(abs(limit * 20_000 / 2.9957322735539895 - 1) < 1e-9)
  }

  @Test("background reads are half as many molecules, unrelated templates ε of themselves")
  func background() {
    let result = Self.quantify(
      clone: 0,
      spike: 40,
      locus: 64_000,
      background: [BackgroundReads(blank: 1, hop: 2, error: 0.5, unrelated: 1)],
      expected: 0.5
    )
    let background = result.clones[0].background
    #expect(background == BackgroundReads(blank: 0.5, hop: 1, error: 0.25, unrelated: 0.7))
    // scipy: poisson.sf(8, 2.45) = 9.93e-4.
    #expect(result.clones[0].minimumCount == 9)
  }

  @Test("reads are counted if one replicate has no identifiers")
  func mixed() {
    var replicates = [1, 2].map { index in
      ReplicateObservation(
        index: index,
        dnaNanograms: 650,
        cloneReads: [100],
        controlReads: [2_000],
        competitorReads: [0],
        molecules: TargetCounts(clones: [4], controls: [50], competitors: [0])
      )
    }
    replicates[1].molecules = nil
    let result = SampleQuantification(of: replicates, clones: [.igh("C1")], controls: [.spike])
    #expect(result.unit == .reads)
    #expect(result.templates == 10)
    #expect(result.clones[0].molecules == nil)
  }

  @Test("a lost spike fails the sample with identifiers too")
  func dropout() {
    let result = Self.quantify(clone: 5, spike: 0, locus: 64_000)
    #expect(result.usedReplicates.isEmpty)
    #expect(result.templates == nil)
  }
}
