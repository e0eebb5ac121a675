import Clonotyping
import Rearrangements
import Testing
import Tracking

/// The clonotypes of a diagnostic sample that changes of the clone are judged against.
@Suite("Reference of a baseline")
struct BaselineReferenceTests {
  private static func reference(
    _ sample: ClonotypeSample,
    replicates: [Int] = [0, 1],
    candidates: [IndexCandidate] = []
  ) -> BaselineReference {
    BaselineReference(
      DriftClonotypes(
        sample.list,
        scale: SampleScale(usedReplicates: replicates, readsPerTemplate: 4, cells: 500),
        annotator: sample.annotator,
        criteria: .clonetrackMMv1
      ),
      candidates: candidates,
      census: AlleleCensus(["IGHV3-23": ["IGHV3-23*01": 2]])
    )
  }

  @Test(
    "twenty of each class are listed; the reads of the next are stated",
    arguments: [(19, 0), (20, 0), (21, 141), (25, 141)]
  )
  func twenty(_ count: Int, _ unlisted: Int) throws {
    let sample = try ClonotypeSample([
      (.ighVDJ, (0..<count).map { [200 - 3 * $0, 1] }), (.igkVJ, [[90, 10], [40, 2]]),
    ])
    let reference = Self.reference(sample)
    let heavy = reference.clonotypes.filter { $0.locusClass == .ighVDJ }
    #expect(heavy.map(\.reads) == (0..<min(20, count)).map { 201 - 3 * $0 })
    #expect(reference.clonotypes.filter { $0.locusClass == .igkVJ }.map(\.reads) == [100, 42])
    #expect(
      reference.unlistedReads
        == [.ighVDJ: unlisted, .ighDJ: 0, .igkKde: 0, .igkVJ: 0, .igl: 0]
    )
    for clonotype in reference.clonotypes {
      #expect(
        clonotype.id.row == sample.row(clonotype.type, reads: clonotype.reads),
        "the row of the whole table"
      )
    }
  }

  @Test("classes come in order of preference; scale and alleles are the sample's")
  func scale() throws {
    let sample = try ClonotypeSample([
      (.iglVJ, [[500, 0]]), (.ighDJ, [[20, 0]]), (.ighVDJ, [[100, 0]]), (.igkVKde, [[60, 0]]),
    ])
    let reference = Self.reference(sample)
    #expect(reference.clonotypes.map(\.locusClass) == [.ighVDJ, .ighDJ, .igkKde, .igl])
    #expect(reference.clonotypes.map(\.templates) == [25, 5, 15, 125])
    #expect(reference.clonotypes.map(\.cellFraction) == [0.05, 0.01, 0.03, 0.25])
    #expect(reference.cellEquivalents == 500)
    #expect(reference.readsPerTemplate == 4)
    #expect(reference.census.counts == ["IGHV3-23": ["IGHV3-23*01": 2]])
  }

  @Test("reads of a replicate that does not count are left out, those of unlisted ones too")
  func excludedReplicate() throws {
    let sample = try ClonotypeSample([(.ighVDJ, (0..<21).map { [200 - 3 * $0, 50 + $0] })])
    let reference = Self.reference(sample, replicates: [1])
    #expect(reference.clonotypes.map(\.reads) == (0..<20).map { 50 + $0 })
    #expect(reference.unlistedReads[.ighVDJ] == 70)
  }

  @Test("index clonotypes and candidates come first, under their own names, and take no place")
  func candidates() throws {
    let counts = [[15_000, 0], [5_000, 0]] + (0..<22).map { [150 - $0, 0] }
    let sample = try ClonotypeSample([(.ighVDJ, counts)])
    let selected = IndexSelection(.clonetrackMMv1, sample.annotator).select(
      sample.list,
      SelectionContext(templatesPerRead: 0.25, cells: 100_000, prefix: "P1")
    )
    let candidates = selected.accepted + selected.rejected
    try #require(candidates.count == 3)
    let reference = Self.reference(sample, candidates: candidates)
    #expect(
      reference.clonotypes.prefix(3).map(\.id) == candidates.map { .clone($0.cloneID) }
    )
    #expect(
      Set(reference.clonotypes.prefix(3).map(\.reads)) == [15_000, 5_000, 150]
    )
    // The next twenty of the class; the 21st has 129 reads.
    #expect(reference.clonotypes.dropFirst(3).map(\.reads) == (1...20).map { 150 - $0 })
    #expect(reference.clonotypes.dropFirst(3).map(\.id) == (4...23).map { .row($0) })
    #expect(reference.unlistedReads[.ighVDJ] == 129)
  }
}
