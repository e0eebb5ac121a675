import ArgumentParser
import ClonetrackCLI
import Foundation
import Testing

@Suite("batch and verify")
struct BatchCommandTests {
  private let fixture: ReadFixture

  init() throws { fixture = try ReadFixture() }

  /// Writes a sheet of some of the patient's samples with more rows at its end.
  private func sheet(_ samples: [String], adding rows: [String] = []) throws -> String {
    let text = try String(contentsOfFile: ReadFixture.patient + "/samplesheet.csv", encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let chosen = lines.dropFirst().filter { line in samples.contains { line.hasPrefix($0 + ",") } }
    let whole =
      ([lines[0]] + chosen + rows).joined(separator: "\n")
      .replacing("reads/", with: ReadFixture.patient + "/reads/") + "\n"
    return try fixture.file("sheet.csv", whole.utf8)
  }

  private func run(_ sheet: String, _ more: String...) throws -> BuiltProgram.Ended {
    try BuiltProgram.run(
      ["batch", sheet, "--assay", ReadFixture.patient + "/assay.yaml", "-o", fixture.path("out")]
        + more + ["--quiet"]
    )
  }

  private func verify(_ more: String...) throws -> BuiltProgram.Ended {
    try BuiltProgram.run(["verify", fixture.path("out")] + more)
  }

  /// Replaces words in a file below the results.
  private func change(_ name: String, _ old: String, with new: String) throws {
    let text = try String(contentsOfFile: fixture.path("out/" + name), encoding: .utf8)
    #expect(text.contains(old))
    _ = try fixture.file("out/" + name, text.replacing(old, with: new).utf8)
  }

  @Test("refuses numbers and reasons that make no sense")
  func options() {
    for (words, message) in [
      (["--jobs", "0"], "--jobs is 0; it must be 1 to 1024."),
      (["--supersede", " "], "--supersede is empty; state the reason."),
      (["--baseline", "a", "--baseline", "a"], "--baseline names the same file twice."),
      (["--earlier", "a", "--earlier", "a"], "--earlier names the same folder twice."),
    ] {
      do {
        _ = try BatchCommand.parse(["sheet.csv", "-o", "out"] + words)
        Issue.record("\(words) were taken")
      } catch {
        #expect(BatchCommand.message(for: error) == message)
      }
    }
  }

  @Test("0: a whole run, its table, and what verify says of it")
  func whole() throws {
    let ended = try run(sheet(["P1-DX", "P1-FU1"]))
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    let lines = ended.output.split(separator: "\n").map(String.init)
    #expect(
      lines[0].split(separator: " ").map(String.init)
        == ["sample", "role", "result", "level", "LOD95", "1e-4", "1e-5", "1e-6", "findings"]
    )
    #expect(lines[1].hasPrefix("P1-DX   DX    INDEX_FOUND"))
    #expect(lines[2].hasPrefix("P1-FU1  FU    DETECTED "))
    #expect(lines.count == 3)
    let checked = try verify()
    #expect(checked.status == 0)
    #expect(checked.errors.isEmpty)
    let start = "\(fixture.path("out")): 1 entries, 15 files, as written, head "
    #expect(checked.output.hasPrefix(start))
    let head = checked.output.dropFirst(start.count).trimmingCharacters(in: .newlines)
    #expect(try verify("--head", head).status == 0)
  }

  @Test("65: a tampered result and a tampered line of the trail, each with its whole message")
  func tampered() throws {
    #expect(try run(sheet(["P1-DX"])).status == 0)
    let path = fixture.path("out/P1-DX/baseline.json")
    let before = try Data(contentsOf: URL(filePath: path))
    try change("P1-DX/baseline.json", "INDEX_FOUND", with: "NO_INDEX")
    let result = try verify()
    #expect(result.status == 65)
    let words = result.errors.split(separator: "\n").map(String.init)
    #expect(words.count == 3)
    #expect(words[0].hasPrefix("error[AUDIT-RESULT]: the sha256 is "))
    #expect(
      Array(words.dropFirst()) == [
        "  --> \(path)", "  help: Restore the file from a copy or repeat the run.",
      ]
    )
    #expect(result.output.contains(": 1 entries, 9 files, 1 not as written, head "))
    try before.write(to: URL(filePath: path))
    #expect(try verify().status == 0)
    try change("audit.jsonl", "\"sequence\":1", with: "\"sequence\":7")
    let trail = fixture.path("out/audit.jsonl")
    #expect(
      try verify().errors == """
        error[AUDIT-CHAIN]: the entry has the number 7, expected 1
          --> \(trail):1
          help: Restore the trail from a copy and find out who changed it.
        error[AUDIT-CHAIN]: entry_sha256 is not that of the line, which was changed
          --> \(trail):1
          help: Restore the trail from a copy and find out who changed it.

        """
    )
    let resumed = try run(fixture.path("sheet.csv"), "--resume")
    #expect(resumed.status == 65)
    #expect(resumed.errors.hasPrefix("error[AUDIT-CHAIN]: the entry has the number 7"))
  }

  @Test("66: verify of a folder without results")
  func nothingToVerify() throws {
    let ended = try verify()
    #expect(ended.status == 66)
    #expect(
      ended.errors == """
        error[FILE-MISSING]: the file does not exist
          --> \(fixture.path("out/run.json"))
          help: Check the path and its permissions.

        """
    )
  }

  @Test("65: every fault of a sheet at once, and no result")
  func faults() throws {
    let path = try sheet(["P1-DX"], adding: ["A,a.fastq,,P9,FU,BM,M3,2024-13-01,x,150,,,,,,,,,,,"])
    let ended = try run(path)
    #expect(ended.status == 65)
    #expect(ended.output.isEmpty)
    let lines = ended.errors.split(separator: "\n").map(String.init)
    let places = lines.filter { $0.hasPrefix("  --> ") }
    #expect(places == ["  --> \(path):4", "  --> \(path):4"])
    for fault in [
      "error[SHEET-SYNTAX]: column replicate is 'x', expected ",
      "error[SHEET-SYNTAX]: column collection_date is '2024-13-01', expected ",
    ] {
      #expect(lines.contains { $0.hasPrefix(fault) }, "\(fault)")
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.path("out")))
  }

  @Test("Scenario 23: 65 for a truncated file, and the other samples all the same")
  func truncated() throws {
    let source = ReadFixture.reads("P1-FU4", 1, 1)
    let whole = try Data(contentsOf: URL(filePath: source))
    let cut = try fixture.file("cut.fastq.gz", whole.prefix(whole.count / 2))
    let ended = try run(
      sheet(["P1-DX"], adding: ["BAD,cut.fastq.gz,,P1,FU,BM,M3,2025-02-01,1,150,,,,,,,,,,,"])
    )
    #expect(ended.status == 65)
    #expect(ended.output.contains("P1-DX   DX    INDEX_FOUND"))
    #expect(ended.output.contains("BAD     FU    error "))
    let lines = ended.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(
      lines[0] == "error[READ-TRUNCATED]: found the file's end inside a gzip member, expected the "
        + "rest of it"
    )
    #expect(lines[1].hasPrefix("  --> \(cut) (record "))
    #expect(
      lines[2] == "  help: Copy the file again and compare checksums with the original."
    )
    #expect(!FileManager.default.fileExists(atPath: fixture.path("out/BAD")))
  }

  @Test("73: results that are there, and another run in the folder")
  func occupied() throws {
    let path = try sheet(["P1-DX"])
    #expect(try run(path).status == 0)
    let again = try run(path)
    #expect(again.status == 73)
    #expect(
      again.errors == """
        error[FILE-EXISTS]: results are there already
          --> \(fixture.path("out/P1-DX"))
          help: Choose another folder, or add --resume to go on with them or --supersede with a \
        reason to replace them.

        """
    )
    let lock = fixture.path("out/.work/lock")
    _ = try fixture.file("out/.work/lock", "process 4711 on host bench".utf8)
    // SAFETY: the path is a terminated string that lives through the call.
    let number = unsafe open(lock, O_RDWR)
    defer { _ = close(number) }
    #expect(flock(number, LOCK_EX | LOCK_NB) == 0)
    let locked = try run(path, "--resume")
    #expect(locked.status == 73)
    #expect(
      locked.errors == """
        error[FILE-LOCKED]: process 4711 on host bench is at work in this folder
          --> \(lock)
          help: Wait until it has ended, or choose another folder.

        """
    )
  }

  @Test("3: --fail-on with a finding of that severity")
  func failOn() throws {
    let path = try sheet(["P1-DX", "P1-FU4"])
    let ended = try run(path, "--fail-on", "warning")
    #expect(ended.status == 3)
    #expect(ended.output.contains("QT-SENS"))
    #expect(try run(path, "--resume", "--fail-on", "failure").status == 0)
  }

  @Test("a run that was killed leaves nothing that keeps --resume from its end")
  func killed() throws {
    let path = try sheet(["P1-DX", "P1-FU1", "P1-FU2"])
    let words = [
      "batch", path, "--assay", ReadFixture.patient + "/assay.yaml", "-o", fixture.path("out"),
      "--quiet",
    ]
    let killed = try BuiltProgram.run(words) { process in
      let lock = fixture.path("out/.work/lock")
      // The moment it says that it is at work.
      while process.isRunning, FileManager.default.contents(atPath: lock)?.isEmpty ?? true {}
      kill(process.processIdentifier, SIGKILL)
    }
    #expect(killed.status == SIGKILL)
    let holder = try String(contentsOfFile: fixture.path("out/.work/lock"), encoding: .utf8)
    #expect(holder.hasPrefix("process "))
    #expect(try run(path, "--resume").status == 0)
    #expect(try verify().status == 0)
  }
}
