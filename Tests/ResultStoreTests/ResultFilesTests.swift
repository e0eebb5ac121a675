import Crypto
import Diagnostics
import Files
import FoundationEssentials
import Records
import ResultStore
import TestSupport
import Testing

/// The files of one sample with the record of how they were made.
@Suite("Result files")
struct ResultFilesTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let run = RunDescription(
    versions: ["germline": "g 1", "swift": "6.3.1"],
    parameters: ["baseline.tier_a": "0.05"],
    commandLine: ["clonetrack", "followup", "-o", "out"],
    threads: 3
  )

  private func record() throws -> RunRecord {
    let path = scratch.path("out/run.json")
    return try RunRecord.read(from: InputFile.bytes(of: path), path: path)
  }

  @Test("the run record names every file with its size and sha256")
  func digests() throws {
    var files = try ResultFiles(
      folder: scratch.path("out"),
      names: ["followup.json", "drift.tsv"],
      force: false
    )
    try files.append(Array("ab".utf8), to: "followup.json")
    try files.append(Array("c".utf8), to: "followup.json")
    try files.append([], to: "drift.tsv")
    try files.finish(
      Self.run,
      inputs: [FileIdentity(path: "r1.fq", size: 5, sha256: nil)],
      stages: [StageCounts(.read, input: 9, output: 8, rejected: ["too_short": 1])]
    )
    #expect(scratch.names(in: "out") == ["drift.tsv", "followup.json", "run.json"])
    #expect(scratch.text("out/followup.json") == "abc")
    let record = try record()
    // The digests of "abc" and of nothing (FIPS 180-4).
    #expect(
      record.results == [
        RunRecord.FileRecord(
          path: "followup.json",
          size: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        ),
        RunRecord.FileRecord(
          path: "drift.tsv",
          size: 0,
          sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        ),
      ]
    )
    #expect(record.inputs == [RunRecord.FileRecord(path: "r1.fq", size: 5, sha256: nil)])
    #expect(
      record.counts
        == [StageCountRecord(stage: "read", input: 9, output: 8, rejected: ["too_short": 1])]
    )
    #expect(record.versions == ["germline": "g 1", "swift": "6.3.1"])
    #expect(record.parameters == ["baseline.tier_a": "0.05"])
    #expect(record.commandLine == ["clonetrack", "followup", "-o", "out"])
    #expect(record.threads == 3)
    #expect(record.peakMemoryBytes ?? 0 > 1 << 20)
  }

  @Test("times are UTC to the second, and the run ends after it started")
  func times() throws {
    let before = Date()
    let files = try ResultFiles(folder: scratch.path("out"), names: [], force: false)
    try files.finish(Self.run, inputs: [], stages: [])
    let record = try record()
    for time in [record.started, record.ended] {
      #expect(time.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) != nil, "\(time)")
      let date = try Date(time, strategy: .iso8601)
      #expect(abs(date.timeIntervalSince(before)) < 100)
    }
    #expect(record.started <= record.ended)
    #expect((0..<100).contains(record.wallSeconds))
    // Whole milliseconds.
    let milliseconds = 1_000 * record.wallSeconds
    #expect(abs(milliseconds - milliseconds.rounded()) < 1e-6)
  }

  @Test("a sample of a run says what its judgement depends on")
  func judgement() throws {
    var files = try ResultFiles(folder: scratch.path("out"), names: [], force: false)
    files.judgement = "5e5e"
    try files.finish(Self.run, inputs: [], stages: [])
    #expect(
      try record().versions == ["germline": "g 1", "swift": "6.3.1", "judgement_sha256": "5e5e"]
    )
  }

  @Test("nothing stays of results that were not finished")
  func unfinished() throws {
    do {
      var files = try ResultFiles(
        folder: scratch.path("runs/out"),
        names: ["followup.json"],
        force: false
      )
      try files.append(Array("half".utf8), to: "followup.json")
    }
    #expect(scratch.names() == [])
  }

  @Test("an earlier run record is in the way, unless it may be replaced")
  func existing() throws {
    try FileSystemEntry(path: scratch.path("out")).makeFolders()
    try scratch.write("old", to: "out/run.json")
    let error = try #require(throws: Diagnostic.self) {
      _ = try ResultFiles(folder: scratch.path("out"), names: ["a"], force: false)
    }
    #expect(
      error.description == """
        error[FILE-EXISTS]: the file is there already
          --> \(scratch.path("out/run.json"))
          help: Choose another folder or add --force to replace them.
        """
    )
    let files = try ResultFiles(folder: scratch.path("out"), names: [], force: true)
    #expect(scratch.text("out/run.json") == "old")
    try files.finish(Self.run, inputs: [], stages: [])
    #expect(try record().threads == 3)
  }

  @Test("a follow-up has the files of a baseline, its own record, and one on drift")
  func names() {
    #expect(
      ResultFiles.baselineNames("S1")
        == ["baseline.json", "rearrangements.airr.tsv", "report.html", "S1_clonetrack_mqc.json"]
    )
    #expect(
      ResultFiles.followupNames("S1") == [
        "followup.json", "rearrangements.airr.tsv", "report.html", "S1_clonetrack_mqc.json",
        "drift.tsv",
      ]
    )
  }
}
