import Clonotyping
import Quantification
import Testing

/// Several clonotypes, replicates and causes of background at once; values computed with scipy.
@Suite("Clonotypes and replicates together")
struct CombinationTests {
  private static func pair(_ first: Int, _ second: Int) -> SampleFixture {
    var sample = SampleFixture(
      cloneReads: [[first, second]],
      controlReads: [2_000],
      dnaNanograms: [650]
    )
    sample.clones = [.igh("H"), .igk("K")]
    sample.parameters.cells.cellCountVariation = 0
    return sample
  }

  private func expectInterval(
    _ sample: SampleQuantification,
    _ level: Double,
    _ bounds: (Double, Double)
  ) throws {
    let (mrd, interval) = (try #require(sample.mrd), try #require(sample.interval))
    #expect(abs(mrd * 100_000 / level - 1) < 1e-12)
    #expect(abs(interval.lower * 100_000 / bounds.0 - 1) < 1e-9)
    #expect(abs(interval.upper * 100_000 / bounds.1 - 1) < 1e-9)
  }

  @Test("the highest level, the mean and the joint likelihood have their own intervals")
  func intervals() throws {
    // T = 10 and 6, E = 100, D = 1.55.
    var sample = Self.pair(200, 120)
    try expectInterval(sample.quantification, 10, (3.6948322317971733, 22.406686830567672))
    sample.parameters.levels.combination = .mean
    try expectInterval(sample.quantification, 8, (2.56895771065088, 19.4157654647546))
    sample.parameters.levels.combination = .sumLikelihood
    try expectInterval(sample.quantification, 8, (3.71128029826874, 15.54303636805449))
  }

  @Test("the joint likelihood counts two alleles in a cell twice")
  func jointAlleles() {
    var sample = Self.pair(200, 100)
    sample.clones[0].allelesPerCell = 2
    sample.parameters.levels.combination = .sumLikelihood
    // 300 reads; a clonal cell gives 2 · 20 of H and 20 of K.
    #expect(sample.quantification.templates == 5)
  }

  @Test("a gained locus halves the level and the limit of its clone")
  func zygosity() throws {
    var sample = SampleFixture(cloneReads: [[200], [100], [100]])
    let single = sample.quantification
    sample.clones[0].allelesPerCell = 2
    let double = sample.quantification
    #expect(single.templates == 20)
    #expect(double.templates == 10)
    #expect(double.clones[0].replicates.map(\.templates) == [5, 2.5, 2.5])
    let intervals = (try #require(single.interval), try #require(double.interval))
    #expect(abs(intervals.1.lower / intervals.0.lower - 0.5) < 1e-12)
    #expect(abs(intervals.1.upper / intervals.0.upper - 0.5) < 1e-12)
    let limits = (try #require(single.sensitivity.lod95), try #require(double.sensitivity.lod95))
    #expect(limits.1 == limits.0 / 2)
  }

  @Test(
    "Holm: six reads over a background of one are enough beside a clone that is surely there",
    arguments: [(20, true), (0, false)]
  )
  func holm(other: Int, isDetected: Bool) {
    // poisson.sf(5, 1) = 5.94e-4, between 1e-3 / 2 and 1e-3.
    let sample = Self.pair(other, 6)
    let result = SampleQuantification(
      of: sample.replicates,
      clones: sample.clones,
      controls: [.spike],
      otherBackground: [BackgroundReads(hop: 1), BackgroundReads(blank: 0.5, error: 0.5)]
    )
    #expect(result.clones[1].isDetected == isDetected)
    #expect(result.clones[1].minimumCount == (isDetected ? 6 : 7))
    #expect(result.clones[0].isDetected == (other > 0))
    #expect(abs(result.clones[1].backgroundP / 0.000594184817581693 - 1) < 1e-9)
    // Sensitivity is that before anything was seen.
    #expect(result.sensitivity.countsNeeded == 7)
  }

  @Test("the parts of the background add up and are kept")
  func background() {
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [700])
    var clones = sample.clones
    clones[0].expectedBackground = 0.05
    let result = SampleQuantification(
      of: sample.replicates,
      clones: clones,
      controls: [.spike],
      otherBackground: [BackgroundReads(blank: 0.25, hop: 0.5, error: 0.25)]
    )
    let found = result.clones[0].background
    #expect(found == BackgroundReads(blank: 0.25, hop: 0.5, error: 0.25, unrelated: 1))
    #expect(found.total == 2)
    #expect(result.clones[0].minimumCount == 9)
  }

  @Test("four replicates that spread too much widen the interval")
  func spread() throws {
    let wide = SampleFixture(
      cloneReads: [[0], [0], [0], [240]],
      controlReads: [2_000, 2_000, 2_000, 2_000],
      dnaNanograms: [700, 700, 700, 700]
    ).quantification.clones[0]
    let found = try #require(wide.replicateSpread)
    // X² = 108 / (1.55 · 3 · 1.03) with 3 degrees of freedom.
    #expect(abs(found.index / 7.516442217350453 - 1) < 1e-9)
    #expect(abs(found.pValue / 5.0130191704714775e-05 - 1) < 1e-7)
    let interval = try #require(wide.templateInterval)
    #expect(abs(interval.lower / 0.3236240445543205 - 1) < 1e-7)
    #expect(abs(interval.upper / 70.07262179241674 - 1) < 1e-9)
    // The doubt about one replicate is not hidden by the wider interval.
    let chance = try #require(wide.singleReplicateProbability)
    #expect(chance == 1.0 / 16_384)
  }

  // scipy: chi2.sf(X², 3) is 0.009227 and 0.010092.
  @Test(
    "a spread of which chance gives less than 1 in 100 widens the interval",
    arguments: [([0, 80, 160, 310], true), ([0, 60, 130, 280], false)]
  )
  func spreadLimit(_ reads: [Int], _ widens: Bool) throws {
    let clone = SampleFixture(
      cloneReads: reads.map { [$0] },
      controlReads: [2_000, 2_000, 2_000, 2_000],
      dnaNanograms: [700, 700, 700, 700]
    ).quantification.clones[0]
    let spread = try #require(clone.replicateSpread)
    #expect(abs(spread.pValue - (widens ? 0.009227 : 0.010092)) < 1e-6)
    #expect(clone.dispersion == (widens ? 1.55 * spread.index : 1.55))
  }

  @Test("replicates that agree, and three of any kind, leave the dispersion alone")
  func noSpread() {
    let even = SampleFixture(
      cloneReads: [[40], [60], [80], [60]],
      controlReads: [2_000, 2_000, 2_000, 2_000],
      dnaNanograms: [700, 700, 700, 700]
    ).quantification.clones[0]
    #expect(even.replicateSpread != nil)
    #expect(even.dispersion == 1.55)
    let three = SampleFixture(cloneReads: [[0], [0], [240]]).quantification.clones[0]
    #expect(three.replicateSpread == nil)
    #expect(three.dispersion == 1.55)
  }
}
