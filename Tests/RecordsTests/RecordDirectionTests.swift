import Clonotyping
import Diagnostics
import Files
import Germline
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Records
import TestSupport
import Testing
import Tracking

/// Values, written into records and read out of them again.
@Suite("Records in both directions")
struct RecordDirectionTests {
  /// The baseline that a record's own file gives.
  private func reread(_ record: BaselineRecord) throws -> Baseline {
    try BaselineRecord.read(from: record.json(), path: "b").baseline(path: "b")
  }

  private static func clonotype(
    _ id: ClonotypeID,
    type: RearrangementType = .ighVDJ,
    v: String? = "IGHV3-23*01,IGHV3-23D*01",
    j: String? = "IGHJ4*02",
    d: Range<Int>? = 22..<27,
    mutations: [Int] = [0, 3, 11],
    reads: Int
  ) throws -> DriftClonotype {
    DriftClonotype(
      id: id,
      type: type,
      vCall: v,
      jCall: j,
      layout: try #require(
        RearrangementLayout(
          bases: Array("GAGGACACGGCCTGTGCGAAAGATCGGTATGGTTCGGGGAAT".utf8),
          window: 12..<38,
          ndn: 20..<30,
          d: d,
          mutations: mutations
        )
      ),
      reads: reads,
      templates: Double(reads) / 8,
      likeFraction: 0.1 + Double(reads) / 10_000,
      cellFraction: Double(reads) / 8 / 2_000
    )
  }

  @Test("a reference comes back with every clonotype, count and allele")
  func reference() throws {
    let reference = BaselineReference(
      cellEquivalents: 2_000,
      readsPerTemplate: 8,
      clonotypes: try [
        Self.clonotype("S01.IGH_VDJ.1", reads: 801),
        Self.clonotype("S01.rejected.IGH_DJ.1", type: .ighDJ, v: nil, d: nil, reads: 77),
        Self.clonotype(.row(12), type: .igkVKde, j: nil, d: nil, mutations: [], reads: 3),
        Self.clonotype(.subclone(ofRow: 2), type: .iglVJ, d: nil, reads: 0),
      ],
      unlistedReads: [.ighVDJ: 44, .ighDJ: 0, .igl: 1],
      census: AlleleCensus([
        "IGHV3-23": ["IGHV3-23*01": 12, "IGHV3-23*01,IGHV3-23*04": 2], "IGKV1-5": [:],
      ])
    )
    var record = SampleBaseline.found
    record.reference = BaselineRecord.Reference(reference)
    #expect(try reread(record).reference == reference)
    #expect(BaselineRecord.Reference(try reread(record).reference) == record.reference)
  }

  @Test("what is not known of a reference stays unknown")
  func unknownReference() throws {
    var clonotype = try Self.clonotype(.row(1), reads: 16)
    (clonotype.templates, clonotype.cellFraction) = (nil, nil)
    var record = SampleBaseline.found
    let unscaled = BaselineReference(
      cellEquivalents: 2_000,
      readsPerTemplate: nil,
      clonotypes: [clonotype],
      unlistedReads: [:],
      census: AlleleCensus()
    )
    record.reference = BaselineRecord.Reference(unscaled)
    #expect(try reread(record).reference == unscaled)
    clonotype.templates = 2
    let withoutCells = BaselineReference(
      cellEquivalents: nil,
      readsPerTemplate: 8,
      clonotypes: [clonotype],
      unlistedReads: [:],
      census: AlleleCensus()
    )
    record.reference = BaselineRecord.Reference(withoutCells)
    #expect(try reread(record).reference == withoutCells)
  }

  @Test("an index clone is what its record says, field by field")
  func indexClone() throws {
    var written = SampleBaseline.heavy
    written.expectedBackgroundSource = .generationModel
    var record = SampleBaseline.found
    record.clonotypes = [written]
    let clone = try #require(try reread(record).clones.first)
    #expect(
      clone
        == IndexClone(
          id: "S01-IGH_VDJ-1",
          type: .ighVDJ,
          vCall: "IGHV3-23*01,IGHV3-23D*01",
          dCall: "IGHD3-10*01",
          jCall: "IGHJ4*02",
          junction: "TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG",
          alignment: JunctionAlignment(
            sequence: "TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG",
            germline: "TGTGCGAGANNNNNGTATGGTTCGGGGAGTTACTTTGACTATTGG",
            fivePrime: 0..<9,
            d: 14..<30,
            threePrime: 30..<45
          ),
          signature: Signature(
            bases: try #require(
              NucleotideSequence("GTGTATTACTGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGGGGC")
            ),
            ndn: 18..<39
          ),
          likeFraction: 0.4821,
          cellFraction: 0.0964,
          tier: .a,
          role: .primary,
          expectedBackground: 0.004
        )
    )
  }

  @Test("a clone without genes, junction and numbers is one; without a role it is supporting")
  func bareClone() throws {
    var record = SampleBaseline.found
    record.clonotypes = [SampleBaseline.deleting]
    let clone = try #require(try reread(record).clones.first)
    #expect(
      clone
        == IndexClone(
          id: "S01-IGK_INTRKDE-1",
          type: .igkIntronKde,
          signature: Signature(
            bases: try #require(NucleotideSequence("AGCTTTCTCAAGAACTTGGGCCTGGAGCCCTAGTGGCAGCCC")),
            ndn: 20..<23
          ),
          likeFraction: 0.021,
          role: .supporting,
          expectedBackground: 0.31
        )
    )
  }

  @Test(
    "a chosen clonotype comes back as the clone that was chosen",
    arguments: [RearrangementType.ighVDJ, .ighDJ, .igkVJ, .igkVKde, .iglVJ]
  )
  func candidate(_ type: RearrangementType) throws {
    var bench = try ClonotypeBench(seed: 7)
    var clonotypes: [Clonotype] = []
    for _ in 0..<200 where clonotypes.count < 3 {
      if let made = bench.clonotype(type, counts: [20_000 >> clonotypes.count, 50]) {
        clonotypes.append(made)
      }
    }
    let selected = IndexSelection(.clonetrackMMv1, bench.annotator).select(
      ClonotypeList(clonotypes),
      SelectionContext(templatesPerRead: 0.5, cells: 100_000, prefix: "S01")
    )
    let candidates = (selected.accepted + selected.rejected).filter { $0.signature != nil }
    try #require(!candidates.isEmpty)
    var record = SampleBaseline.found
    record.clonotypes = candidates.map { BaselineRecord.Clonotype($0) }
    let clones = try reread(record).clones
    #expect(clones.count == candidates.count)
    for (clone, candidate) in zip(clones, candidates) {
      #expect(clone.id == candidate.cloneID)
      #expect(clone.target == candidate.target)
      #expect(clone.alignment == JunctionAlignment(candidate.rearrangement))
      #expect(clone.junction == candidate.rearrangement.junction?.description)
      #expect(clone.vCall == candidate.rearrangement.v?.alleles.joined(separator: ","))
      #expect(clone.dCall == candidate.rearrangement.d?.alleles.joined(separator: ","))
      #expect(clone.jCall == candidate.rearrangement.j?.alleles.joined(separator: ","))
      #expect(clone.likeFraction == candidate.likeFraction)
      #expect(clone.cellFraction == candidate.cellFraction)
      #expect(clone.tier == candidate.tier)
      #expect(clone.role == candidate.role ?? .supporting)
      #expect(clone.expectedBackground == candidate.expectedBackground?.templates)
    }
    let gates = try #require(record.clonotypes.first).gates
    #expect(Set(gates.keys) == Set(candidates[0].gates.map(\.kind.rawValue)))
    for gate in candidates[0].gates {
      #expect(gates[gate.kind.rawValue]?.limit == gate.limit)
      #expect(gates[gate.kind.rawValue]?.passed == gate.passed)
      #expect(gates[gate.kind.rawValue]?.required == gate.isRequired)
    }
  }

  @Test("the whole baseline: sample, subject, method, clones")
  func baseline() throws {
    var record = SampleBaseline.found
    record.profile.changed = ["baseline.tier_a": "0.1"]
    let baseline = try reread(record)
    #expect(baseline.sample == "S01-DX")
    #expect(baseline.subject == "S01")
    #expect(
      baseline.method
        == AnalysisMethod(
          germline: SampleBaseline.digest,
          profile: SampleBaseline.digest,
          assay: SampleBaseline.digest,
          program: "0.1.0",
          thresholds: ["baseline.tier_a": "0.1"]
        )
    )
    #expect(baseline.clones.map(\.id) == ["S01-IGH_VDJ-1"])
    #expect(try reread(SampleBaseline.failed).clones == [])
  }

  @Test("each part of a method goes to its own field")
  func method() {
    var record = SampleFollowup.detected
    record.germline.sha256 = "g"
    record.profile.sha256 = "p"
    record.assay.sha256 = "a"
    record.programVersion = "v"
    #expect(
      AnalysisMethod(record)
        == AnalysisMethod(germline: "g", profile: "p", assay: "a", program: "v")
    )
  }

  @Test(
    "an alignment comes back, with and without a D",
    arguments: [4..<7, nil] as [Range<Int>?]
  )
  func alignment(_ d: Range<Int>?) {
    let alignment = JunctionAlignment(
      sequence: "TGTACGTACGGG",
      germline: "TGTNNGTA-GGG",
      fivePrime: 0..<3,
      d: d,
      threePrime: 9..<12
    )
    let record = RecombinationRecord(alignment)
    #expect(record.threePrime == OffsetRange(start: 9, end: 12))
    #expect(record.alignment == alignment)
  }

  @Test(
    "a range is one whose ends are in order and not before the first base",
    arguments: [
      (0, 0, 0..<0), (3, 3, 3..<3), (0, 9, 0..<9), (4, 3, nil), (-1, 3, nil), (-2, -1, nil),
    ] as [(Int, Int, Range<Int>?)]
  )
  func offsets(_ start: Int, _ end: Int, _ range: Range<Int>?) {
    #expect(OffsetRange(start: start, end: end).range == range)
    if let range { #expect(OffsetRange(range) == OffsetRange(start: start, end: end)) }
  }

  @Test("files keep path, size and digest, also where they are not known")
  func files() throws {
    for file in [
      FileIdentity(path: "a b/ä.fastq.gz", size: 0, sha256: SampleBaseline.digest),
      FileIdentity(path: "-", size: nil, sha256: nil),
    ] {
      var run = SampleRun.finished
      run.inputs = [RunRecord.FileRecord(file)]
      let read = try RunRecord.read(from: run.json(), path: "run.json")
      let found = try #require(read.inputs.first)
      #expect((found.path, found.size, found.sha256) == (file.path, file.size, file.sha256))
    }
  }

  @Test("the counts of a stage keep their name and reasons", arguments: ReadStage.allCases)
  func stages(_ stage: ReadStage) throws {
    var counts = StageCounts(stage)
    counts.pass(7)
    counts.reject("too_short", 2)
    counts.reject("low_quality", 1)
    var record = SampleBaseline.failed
    record.counts = [StageCountRecord(counts)]
    let read = try BaselineRecord.read(from: record.json(), path: "b").counts
    #expect(
      read
        == [
          StageCountRecord(
            stage: stage.rawValue,
            input: 10,
            output: 7,
            rejected: ["low_quality": 1, "too_short": 2]
          )
        ]
    )
    #expect(read.allSatisfy { $0.isBalanced })
    let tree = try JSONTree(bytes: record.json())
    #expect(tree["counts"]?[0]?["in"] == .whole(10))
    #expect(tree["counts"]?[0]?["out"] == .whole(7))
  }

  @Test("a haemodilution proxy that is not known stays unknown", arguments: 0..<5)
  func proxies(_ missing: Int) {
    var values: [Double?] = [0.012, 0, 1.4, 0.55, 870]
    values[missing] = nil
    let proxies = HaemodilutionProxies(
      polyclonalFraction: values[0],
      djToVDJ: values[1],
      ighToIGK: values[2],
      unmutatedFraction: values[3],
      clonotypesPerCells: values[4]
    )
    let record = FollowupRecord.HaemodilutionRecord(proxies)
    #expect(
      [
        record.polyclonalFraction, record.djToVDJ, record.ighToIGK, record.unmutatedFraction,
        record.clonotypesPerCells,
      ] == values
    )
    #expect(HaemodilutionProxies(record) == proxies)
  }
}
