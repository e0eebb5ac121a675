import Clonotyping
import Nucleotides
import Rearrangements
import Testing
import Tracking

/// Clonotypes of a sample with its scale.
@Suite("Clonotypes as the drift rules see them")
struct DriftClonotypesTests {
  private static func clonotypes(
    _ sample: ClonotypeSample,
    replicates: [Int] = [0, 1, 2],
    readsPerTemplate: Double? = 10,
    cells: Double? = 1_000,
    criteria: SelectionCriteria = .clonetrackMMv1
  ) -> DriftClonotypes {
    DriftClonotypes(
      sample.list,
      scale: SampleScale(
        usedReplicates: replicates,
        readsPerTemplate: readsPerTemplate,
        cells: cells
      ),
      annotator: sample.annotator,
      criteria: criteria
    )
  }

  private static func sample() throws -> ClonotypeSample {
    try ClonotypeSample([
      (.ighVDJ, [[300, 200, 100], [0, 0, 150], [60, 30, 10]]),
      (.igkVJ, [[40, 40, 40]]),
    ])
  }

  /// Shares of the 850 reads of a class.
  private static func shares(_ reads: [Double]) -> [Double] { reads.map { $0 / 850 } }

  @Test("templates are reads of the replicates that count over the reads of one")
  func scale() throws {
    let all = Self.clonotypes(try Self.sample()).all(atLeast: 0) { _ in nil }
    #expect(all.map(\.reads) == [600, 150, 120, 100])
    #expect(all.map(\.templates) == [60, 15, 12, 10])
    #expect(all.map(\.cellFraction) == [0.06, 0.015, 0.012, 0.01])
    #expect(all.map(\.likeFraction) == Self.shares([600, 150, 850, 100]))
    #expect(all.map(\.id) == [.row(1), .row(2), .row(3), .row(4)])
    #expect(all.map(\.locusClass) == [.ighVDJ, .ighVDJ, .igkVJ, .ighVDJ])
  }

  @Test("a replicate that does not count gives no templates; the share is of all reads")
  func excludedReplicate() throws {
    let sample = try Self.sample()
    let clonotypes = Self.clonotypes(sample, replicates: [0, 1])
    #expect(sample.list.leading.map { clonotypes.reads(of: $0) } == [500, 0, 80, 90])
    let all = clonotypes.all(atLeast: 1) { _ in nil }
    #expect(all.map(\.reads) == [500, 80, 90])
    #expect(all.map(\.templates) == [50, 8, 9])
    #expect(all.map(\.id) == [.row(1), .row(3), .row(4)], "the row is that of the whole table")
    #expect(all.map(\.likeFraction) == Self.shares([600, 850, 100]))
  }

  @Test("only clonotypes with so many templates are there", arguments: [9, 9.1, 12, 12.1, 60, 61])
  func least(_ templates: Double) throws {
    let all = Self.clonotypes(try Self.sample()).all(atLeast: templates) { _ in nil }
    #expect(all.compactMap(\.templates) == [60, 15, 12, 10].filter { $0 >= templates })
  }

  @Test("without a scale there is none; without cells there is no share of them")
  func unscaled() throws {
    let sample = try Self.sample()
    #expect(
      Self.clonotypes(sample, readsPerTemplate: nil).all(atLeast: 0) { _ in nil }.isEmpty
    )
    let all = Self.clonotypes(sample, cells: nil).all(atLeast: 0) { _ in nil }
    #expect(all.count == 4)
    #expect(all.allSatisfy { $0.cellFraction == nil && $0.templates != nil })
  }

  @Test("a clonotype that is a tracked clone bears its name beside its row")
  func tracked() throws {
    let all = Self.clonotypes(try Self.sample()).all(atLeast: 0) {
      $0.duplicateCount == 150 ? "P1.IGH_VDJ.1" : nil
    }
    #expect(all.map(\.trackedID) == [nil, "P1.IGH_VDJ.1", nil, nil])
    #expect(all[1].id == .row(2))
  }

  @Test("bases, window and calls are those of the best read")
  func layout() throws {
    let sample = try Self.sample()
    for clonotype in Self.clonotypes(sample).all(atLeast: 0, trackedID: { _ in nil }) {
      let row = try #require(clonotype.id.row)
      let source = sample.list.leading[row - 1]
      #expect(
        String(decoding: clonotype.layout.windowBases, as: UTF8.self) == source.window.description
      )
      #expect(
        String(decoding: clonotype.layout.bases, as: UTF8.self)
          == source.representative[source.primerFree].description
      )
      #expect(clonotype.vCall?.hasPrefix(source.type == .igkVJ ? "IGKV" : "IGHV") == true)
      #expect(!clonotype.vGenes.isEmpty)
      #expect(clonotype.vGenes.allSatisfy { !$0.contains("*") })
    }
  }

  @Test(
    "a clonotype is dominant if it would be an index of tier A",
    arguments: [(1_000, true), (999, false)]
  )
  func dominant(_ reads: Int, _ isDominant: Bool) throws {
    // 0.05 of 20,000 reads of its class.
    let sample = try ClonotypeSample([(.ighVDJ, [[reads]])], filler: 20_000 - reads)
    var criteria = SelectionCriteria()
    criteria.minReadsClass = 10_000
    let all = Self.clonotypes(sample, replicates: [0], cells: 10_000, criteria: criteria)
      .all(atLeast: 50) { _ in nil }
    #expect(all.map(\.reads) == [reads])
    #expect(all.map(\.isDominant) == [isDominant])
  }
}
