import FoundationEssentials
import Records
import Reports
import TestSupport
import Testing

/// The files for other programs.
@Suite("Exports")
struct ExportTests {
  private static let table = [
    ListedClonotype(fields: [
      .sequence: "GAGGACACGGCCTGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGGGGCCAG", .locus: "IGH",
      .vCall: "IGHV3-23*01,IGHV3-23D*01", .dCall: "IGHD3-10*01", .jCall: "IGHJ4*02",
      .junction: "TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG", .junctionAA: "CAKDRYGSGSYFDYW",
      .productive: "T", .duplicateCount: "48210", .cloneID: "S01-IGH_VDJ-1",
      .ctRearrangementClass: "IGH_VDJ", .vSequenceStart: "1", .vSequenceEnd: "21",
      .dSequenceStart: "27", .dSequenceEnd: "42", .jSequenceStart: "43", .jSequenceEnd: "63",
    ]),
    ListedClonotype(fields: [
      .sequence: "CACAGTCGGGTATAGCAACGTAGTCAGGCACAACTGG", .locus: "IGH", .dCall: "IGHD6-25*01",
      .jCall: "IGHJ5*02", .duplicateCount: "12", .ctRearrangementClass: "IGH_DJ",
      .dSequenceStart: "1", .dSequenceEnd: "20", .jSequenceStart: "30", .jSequenceEnd: "37",
    ]),
  ]

  private static let visits: [FinishedVisit] = [
    FinishedVisit(
      record: .baseline(SampleBaseline.found),
      run: SampleRun.finished,
      sha256: SampleBaseline.digest
    ),
    visit(SampleFollowup.detected), visit(SampleFollowup.notDetected), visit(SampleFollowup.failed),
  ]

  private static func visit(_ record: FollowupRecord) -> FinishedVisit {
    FinishedVisit(record: .followup(record), run: SampleRun.finished, sha256: SampleBaseline.digest)
  }

  @Test func goldenFiles() throws {
    let samples = [
      VidjilFile.Sample(visit: Self.visits[0], clonotypes: Self.table),
      VidjilFile.Sample(visit: Self.visits[1], clonotypes: [Self.table[1]]),
    ]
    let tables = Self.visits.map { (visit: $0, table: "../\($0.sample)/rearrangements.airr.tsv") }
    let files: [(String, JSONNode)] = [
      ("S01.vidjil", VidjilFile.document(samples, programVersion: "0.1.0")),
      ("repertoires.airr.json", RepertoireMetadata.document(tables)),
      ("clonetrack_general_mqc.json", MultiQCFiles.general(Self.visits)),
      ("clonetrack_levels_mqc.json", MultiQCFiles.levels(Self.visits)),
      ("clonetrack_findings_mqc.json", MultiQCFiles.findings(Self.visits)),
      (
        RunCrate.fileName,
        RunCrate.document(Self.visits[1], SampleRun.finished, folderFiles: ["run.json"]) {
          "ni:///sha-256;" + $0
        }
      ),
    ]
    for (name, file) in files {
      try RepositoryFile.expectGolden("subject/\(name)", file.bytes())
    }
    let page = HTMLReport.render(Self.visits, programVersion: "0.1.0")
    try PageAssets.expectGolden("subject/S01.html", page)
    let versions = MultiQCFiles.versions(Self.visits)
    try RepositoryFile.expectGolden("subject/clonetrack_mqc_versions.yml", Array(versions.utf8))
  }

  @Test("clonotypes of one identity are one clone with a count for each sample")
  func vidjilCounts() throws {
    let samples = [
      VidjilFile.Sample(visit: Self.visits[0], clonotypes: Self.table),
      VidjilFile.Sample(visit: Self.visits[1], clonotypes: [Self.table[1]]),
    ]
    let document = VidjilFile.document(samples, programVersion: "0.1.0")
    guard case .object(let members) = document, case .list(let clones)? = members["clones"] else {
      Issue.record("no clones")
      return
    }
    let reads = clones.map { clone -> JSONNode? in
      guard case .object(let fields) = clone else { return nil }
      return fields["reads"]
    }
    #expect(reads == [.list([.whole(48_210), .whole(0)]), .list([.whole(12), .whole(12)])])
  }

  @Test(
    "visits stand in order of time",
    arguments: [
      (["M12", "M3", "M6"], ["", "", ""], ["M3", "M6", "M12"]),
      (["B", "A"], ["2026-01-01", "2026-02-01"], ["B", "A"]),
      (["A", "B"], ["2026-02-01", "2026-01-01"], ["B", "A"]),
    ]
  )
  func order(names: [String], dates: [String], expected: [String]) {
    let visits = zip(names, dates).map { name, date in
      var record = SampleFollowup.detected
      record.visit = name
      record.metadata = date.isEmpty ? [:] : ["collection_date": date]
      return Self.visit(record)
    }
    let ordered = ([Self.visits[0]] + visits).reversed().sorted(by: FinishedVisit.precedes)
    #expect(ordered.first?.baseline != nil)
    #expect(ordered.dropFirst().map(\.title) == expected)
  }

  @Test func aPageOverTimeStatesSensitivityWhereNothingWasFound() {
    let page = HTMLReport.render(
      Array(Self.visits.dropLast()),
      programVersion: "0.1.0"
    )
    #expect(page.contains("Last visit, M12: Index sequences not detected</h2>"))
    #expect(page.contains("M12: not detected, LOD95 4.5 per 10⁶."))
    #expect(page.contains("<a class=\"lines\" href=\"S01-M06/report.html\">S01-M06</a>"))
  }
}
