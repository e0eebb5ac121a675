import Crypto
import Diagnostics
import Files
import FoundationEssentials
import Records
import ResultStore
import TestSupport
import Testing

/// The result folder of a run, and what happens to the results of the run before.
@Suite("Folder of a run")
struct BatchFolderTests {
  private let scratch: ScratchFolder
  private var path: String { scratch.path("run") }

  init() throws { scratch = try ScratchFolder() }

  private func text(_ name: String) -> String? { scratch.text("run/" + name) }

  private func names(_ name: String = "") -> [String] { scratch.names(in: "run/" + name) }

  private func trail() throws -> AuditTrail { try AuditTrail(folder: path) }

  private func sha256(_ name: String) throws -> String {
    SHA256.hash(data: try InputFile.bytes(of: path + "/" + name)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static let everything = [
    "S1/followup.json", "S1/run.json", "S2/followup.json", "S2/run.json", "batch.json",
    "batch.tsv", "run.json",
  ]

  @Test("results appear together, and the trail names each with size and sha256")
  func firstRun() throws {
    try BatchRun().run(in: path)
    #expect(
      names() == [".work", "S1", "S2", "audit.jsonl", "batch.json", "batch.tsv", "run.json"]
    )
    #expect(names(".work") == ["lock"])
    #expect(text("S1/followup.json") == "one")
    let trail = try trail()
    #expect(trail.faults == [])
    let entry = try #require(trail.entries.first)
    #expect(trail.entries.count == 1)
    #expect(entry.sequence == 1)
    #expect(entry.reason == nil)
    #expect(entry.superseded == [])
    #expect(entry.command == ["clonetrack", "batch"])
    #expect(!entry.actor.isEmpty)
    #expect(!entry.host.isEmpty)
    #expect(entry.time.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) != nil)
    #expect(
      entry.inputs == [RunRecord.FileRecord(path: "samplesheet.csv", size: 7, sha256: nil)]
    )
    #expect(entry.results.map(\.path) == Self.everything)
    for result in entry.results {
      #expect(result.sha256 == (try sha256(result.path)), "\(result.path)")
      #expect(result.size == FileSystemEntry(path: path + "/" + result.path).size)
    }
  }

  @Test("the run's own record names the files of the run, not those of its samples")
  func ownRecord() throws {
    try BatchRun().run(in: path)
    let bytes = try InputFile.bytes(of: path + "/run.json")
    let record = try RunRecord.read(from: bytes, path: "run.json")
    #expect(record.results.map(\.path) == ["batch.json", "batch.tsv"])
    #expect(record.results.map(\.sha256) == [try sha256("batch.json"), try sha256("batch.tsv")])
    #expect(record.counts == [])
  }

  @Test("before the end of a run nothing is seen of its results")
  func unfinished() throws {
    let folder = try BatchFolder(BatchRun().request(path))
    try BatchRun().stage(folder)
    #expect(names() == [".work"])
    #expect(names(".work") == ["lock", "new"])
    #expect(names(".work/new") == ["S1", "S2"])
  }

  @Test("what a killed run left behind is gone when the next one begins")
  func stagedFolder() throws {
    do { try BatchRun().stage(BatchFolder(BatchRun().request(path))) }
    #expect(names(".work/new") == ["S1", "S2"])
    let folder = try BatchFolder(BatchRun(contents: ["S2": "new"]).request(path))
    #expect(names(".work/new") == [])
    try BatchRun(contents: ["S2": "new"]).stage(folder)
    try BatchRun(contents: ["S2": "new"]).commit(folder)
    #expect(names() == [".work", "S2", "audit.jsonl", "batch.json", "batch.tsv", "run.json"])
    #expect(text("S2/followup.json") == "new")
  }

  @Test("results that are there already are refused and named", arguments: ["S2", "batch.json"])
  func existing(_ name: String) throws {
    try FileSystemEntry(path: path).makeFolders()
    if name == "S2" {
      try FileSystemEntry(path: path + "/S2").makeFolders()
    } else {
      try scratch.write("{}", to: "run/batch.json")
    }
    let error = try #require(throws: Diagnostic.self) {
      _ = try BatchFolder(BatchRun().request(path))
    }
    #expect(
      error.description == """
        error[FILE-EXISTS]: results are there already
          --> \(path)/\(name)
          help: Choose another folder, or add --resume to go on with them or --supersede with a \
        reason to replace them.
        """
    )
    #expect(names() == [name])
  }

  @Test("a run that goes on keeps what says the same, to the byte")
  func resume() throws {
    try BatchRun().run(in: path)
    let before = try Self.everything.map { try sha256($0) }
    #expect(try BatchRun(resumes: true).run(in: path) == ["S1", "S2"])
    #expect(try Self.everything.map { try sha256($0) } == before)
    #expect(!names().contains("superseded"))
    let trail = try trail()
    #expect(trail.faults == [])
    #expect(trail.entries.map(\.results.count) == [7, 0])
    #expect(trail.results.count == 7)
  }

  @Test("a sample judged anew with an equal result stays as it was")
  func equalResult() throws {
    try BatchRun().run(in: path)
    let before = try Self.everything.map { try sha256($0) }
    #expect(try BatchRun(judgement: "j2", resumes: true).run(in: path) == [])
    #expect(try Self.everything.map { try sha256($0) } == before)
  }

  @Test("a result that was changed since is not taken for finished")
  func changedSince() throws {
    try BatchRun().run(in: path)
    try scratch.write("uno", to: "run/S1/followup.json")
    let folder = try BatchFolder(BatchRun(resumes: true).request(path))
    #expect(!folder.place(of: "S1", judgement: "j1").isFinished)
    #expect(folder.place(of: "S2", judgement: "j1").isFinished)
    #expect(folder.place(of: "S2", judgement: "j1").path == path + "/S2")
    #expect(!folder.place(of: "S2", judgement: "j2").isFinished)
    #expect(!folder.place(of: "S3", judgement: "j1").isFinished)
  }

  @Test("recorded results do not change without a reason, and nothing else does")
  func noReason() throws {
    try BatchRun().run(in: path)
    let before = try Self.everything.map { try sha256($0) }
    var second = BatchRun(judgement: "j2", resumes: true)
    second.contents["S1"] = "uno"
    let error = try #require(throws: Diagnostic.self) { try second.run(in: path) }
    #expect(
      error.description == """
        error[AUDIT-SUPERSEDE]: 3 recorded results would change
          --> \(path)/S1/followup.json
          help: Add --supersede with the reason; the old results are kept.
        """
    )
    #expect(try Self.everything.map { try sha256($0) } == before)
    #expect(try trail().entries.count == 1)
  }

  @Test("with a reason the old results are kept, and the trail says where")
  func supersede() throws {
    try BatchRun().run(in: path)
    let old = try ["S1/followup.json", "S1/run.json", "run.json"].map { try sha256($0) }
    var second = BatchRun(judgement: "j2", reason: "pipetting error")
    second.contents["S1"] = "uno"
    try second.run(in: path)
    #expect(text("S1/followup.json") == "uno")
    #expect(text("S2/followup.json") == "two")
    #expect(names("superseded") == ["0002"])
    #expect(names("superseded/0002") == ["S1", "run.json"])
    #expect(text("superseded/0002/S1/followup.json") == "one")
    let trail = try trail()
    #expect(trail.faults == [])
    let entry = try #require(trail.entries.last)
    #expect(entry.reason == "pipetting error")
    #expect(
      entry.superseded
        == zip(["S1/followup.json", "S1/run.json", "run.json"], old).map {
          AuditEntry.Superseded(path: $0, movedTo: "superseded/0002/\($0)", sha256: $1)
        }
    )
    for moved in entry.superseded { #expect(try sha256(moved.movedTo) == moved.sha256) }
    #expect(entry.results.map(\.path) == ["S1/followup.json", "S1/run.json", "run.json"])
    for result in trail.results.values { #expect(result.sha256 == (try sha256(result.path))) }
  }

  @Test("each superseding run has a folder of its own")
  func twice() throws {
    try BatchRun().run(in: path)
    for (number, content) in [(2, "uno"), (3, "eins")] {
      var run = BatchRun(judgement: "j\(number)", reason: "repeat \(number)")
      run.contents["S1"] = content
      try run.run(in: path)
    }
    #expect(names("superseded") == ["0002", "0003"])
    #expect(text("superseded/0002/S1/followup.json") == "one")
    #expect(text("superseded/0003/S1/followup.json") == "uno")
    #expect(text("S1/followup.json") == "eins")
    #expect(try trail().entries.map(\.reason) == [nil, "repeat 2", "repeat 3"])
    #expect(try trail().faults == [])
  }

  @Test("a changed table of the run is a recorded result too")
  func table() throws {
    try BatchRun().run(in: path)
    let error = try #require(throws: Diagnostic.self) {
      try BatchRun(resumes: true, table: "other").run(in: path)
    }
    #expect(error.message == "2 recorded results would change")
    #expect(error.location?.path == path + "/batch.tsv")
  }

  @Test("the results of a sample that cannot be read any more go as well")
  func unreadable() throws {
    try BatchRun().run(in: path)
    let second = BatchRun(contents: ["S1": "one"], unreadable: ["S2"], reason: "file lost")
    try second.run(in: path)
    #expect(!names().contains("S2"))
    #expect(text("superseded/0002/S2/followup.json") == "two")
    #expect(try trail().results["S2/followup.json"] == nil)
  }

  @Test("results that no trail knows may be replaced by force; they are not kept")
  func force() throws {
    try FileSystemEntry(path: path + "/S1").makeFolders()
    try scratch.write("unknown", to: "run/S1/followup.json")
    try scratch.write("mine", to: "run/notes.txt")
    try BatchRun(force: true).run(in: path)
    #expect(text("S1/followup.json") == "one")
    #expect(text("notes.txt") == "mine")
    #expect(!names().contains("superseded"))
  }

  @Test("force does not replace what the trail knows")
  func forceAgainstTrail() throws {
    try BatchRun().run(in: path)
    var second = BatchRun(force: true)
    second.contents["S1"] = "uno"
    let error = try #require(throws: Diagnostic.self) { try second.run(in: path) }
    #expect(error.code == "AUDIT-SUPERSEDE")
    #expect(text("S1/followup.json") == "one")
  }

  @Test("no run begins in a folder whose trail was changed")
  func brokenTrail() throws {
    try BatchRun().run(in: path)
    let lines = try #require(text("audit.jsonl"))
    try scratch.write(lines.replacing("batch", with: "botch"), to: "run/audit.jsonl")
    let error = try #require(throws: Diagnostic.self) {
      _ = try BatchFolder(BatchRun(resumes: true).request(path))
    }
    #expect(
      error.description == """
        error[AUDIT-CHAIN]: entry_sha256 is not that of the line, which was changed
          --> \(path)/audit.jsonl:1
          help: Restore the trail from a copy and find out who changed it.
        """
    )
  }

  @Test("two runs do not work in one folder; when the first ends the next may")
  func locked() throws {
    do {
      let first = try BatchFolder(BatchRun().request(path))
      let error = try #require(throws: Diagnostic.self) {
        _ = try BatchFolder(BatchRun().request(path))
      }
      #expect(error.code == "FILE-LOCKED")
      let number = ProcessInfo.processInfo.processIdentifier
      #expect(error.message.hasPrefix("process \(number) on host "))
      #expect(error.message.hasSuffix(" is at work in this folder"))
      #expect(error.location?.path == path + "/.work/lock")
      #expect(first.workPath == path + "/.work")
    }
    try BatchRun().run(in: path)
    #expect(text(".work/lock") == "")
  }
}
