import Clonotyping
import Monitoring
import Rearrangements
import TestSupport
import Testing
import Tracking

/// Proxies out of the reads of polyclonal clonotypes.
@Suite("Proxies of haemodilution")
struct HaemodilutionProxyTests {
  /// The proxies of a sample with clonotypes of so many reads, 10 reads a template, 1,000 cells.
  private func proxies(
    _ wanted: [(type: RearrangementType, counts: [Int])],
    replicates: [Int] = [0, 1],
    readsPerTemplate: Double? = 10,
    cells: Double? = 1_000,
    isClone: (Clonotype) -> Bool = { _ in false }
  ) throws -> HaemodilutionProxies {
    var bench = try ClonotypeBench(seed: 95)
    var clonotypes: [Clonotype] = []
    for (type, counts) in wanted {
      var made: Clonotype?
      while made == nil { made = bench.clonotype(type, counts: counts) }
      clonotypes += [made].compactMap { $0 }
    }
    let list = ClonotypeList(clonotypes.sorted(by: Clonotype.precedes))
    return PolyclonalSurvey(
      DriftClonotypes(
        list,
        scale: SampleScale(
          usedReplicates: replicates,
          readsPerTemplate: readsPerTemplate,
          cells: cells
        ),
        annotator: bench.annotator,
        criteria: .clonetrackMMv1
      ),
      annotator: bench.annotator,
      limits: .clonetrackMMv1,
      isClone: isClone
    ).proxies
  }

  private static let marrow: [(type: RearrangementType, counts: [Int])] = [
    (.ighVDJ, [300, 100]), (.ighVDJ, [50, 50]), (.ighDJ, [100, 0]), (.igkVJ, [200, 200]),
    (.igkVJ, [0, 600]), (.igkVKde, [150, 100]), (.iglVJ, [30, 20]),
  ]

  @Test("are ratios of templates, and clonotypes per 100,000 cells")
  func ratios() throws {
    let found = try proxies(Self.marrow)
    // 1,900 reads are 190 templates in 1,000 cells.
    #expect(found.polyclonalFraction == 0.19)
    #expect(found.djToVDJ == 0.2)
    #expect(found.ighToIGK == 0.5)
    #expect(found.clonotypesPerCells == 700)
    #expect(found.unmutatedFraction == 1, "simulated cells are naïve")
  }

  @Test("reads of a replicate that does not count are left out")
  func excludedReplicate() throws {
    let found = try proxies(Self.marrow, replicates: [0])
    #expect(found.polyclonalFraction == 0.083)
    #expect(found.djToVDJ == 10.0 / 35)
    #expect(found.ighToIGK == 35.0 / 20)
  }

  @Test("without a scale only what needs none is known")
  func unscaled() throws {
    let found = try proxies(Self.marrow, readsPerTemplate: nil)
    #expect(found.polyclonalFraction == nil)
    #expect(found.djToVDJ == nil)
    #expect(found.ighToIGK == nil)
    #expect(found.unmutatedFraction == 1)
    #expect(found.clonotypesPerCells == 700)
  }

  @Test("without cells nothing is per cell", arguments: [nil, 0] as [Double?])
  func withoutCells(_ cells: Double?) throws {
    let found = try proxies(Self.marrow, cells: cells)
    #expect(found.polyclonalFraction == nil)
    #expect(found.clonotypesPerCells == nil)
    #expect(found.djToVDJ == 0.2)
  }

  @Test("a ratio to nothing is not known; nothing to something is zero")
  func zeros() throws {
    let light = try proxies([(.igkVJ, [50, 50])])
    #expect(light.djToVDJ == nil)
    #expect(light.ighToIGK == 0)
    #expect(light.unmutatedFraction == nil)
    let heavy = try proxies([(.ighVDJ, [50, 50])])
    #expect(heavy.djToVDJ == 0)
    #expect(heavy.ighToIGK == nil)
    let none = try proxies([])
    #expect(none == HaemodilutionProxies(polyclonalFraction: 0, clonotypesPerCells: 0))
  }

  @Test("the clone and clonotypes of a single read say nothing")
  func leftOut() throws {
    let found = try proxies(
      Self.marrow + [(.ighVDJ, [1, 0]), (.ighVDJ, [5_000, 5_000])],
      isClone: { $0.duplicateCount == 10_000 }
    )
    #expect(found == (try proxies(Self.marrow)))
    let two = try proxies(Self.marrow + [(.ighVDJ, [1, 1])])
    #expect(two.clonotypesPerCells == 800)
  }
}
