import Foundation
import TestSupport
import Testing

/// How the built program ends when results cannot be written or a run is stopped.
@Suite("Exit codes of the output")
struct OutputExitTests {
  private let fixture: ReadFixture
  private let first = ReadFixture.reads("P1-FU3", 1, 1)
  private let second = ReadFixture.reads("P1-FU3", 1, 2)

  init() throws { fixture = try ReadFixture() }

  @Test("73: a folder that cannot be made")
  func unwritable() throws {
    // A file where the folder must be stops root too, whom permissions do not.
    let blocked = try fixture.file("out", [])
    let ended = try BuiltProgram.run(fixture.baseline(first, second))
    #expect(ended.status == 73)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors == """
        error[FILE-CREATE]: the result cannot be created: it is no folder
          --> \(blocked)
          help: Check that the folder exists and may be written to.

        """
    )
    #expect(fixture.names() == ["out"])
  }

  @Test("73: results that are there, kept; replaced with --force")
  func existing() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.path("out"),
      withIntermediateDirectories: true
    )
    let old = try fixture.file("out/baseline.json", "old".utf8)
    let refused = try BuiltProgram.run(fixture.baseline(first, second))
    #expect(refused.status == 73)
    #expect(
      refused.errors == """
        error[FILE-EXISTS]: the file is there already
          --> \(old)
          help: Choose another folder or add --force to replace them.

        """
    )
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    let forced = try BuiltProgram.run(fixture.baseline(first, second, "--force"))
    #expect(forced.status == 0)
    #expect(try String(contentsOfFile: old, encoding: .utf8).hasPrefix("{\n"))
  }

  @Test(
    "74: a full disk",
    .enabled(if: MemoryDisk.isAvailable, "only root can mount a small disk")
  )
  func fullDisk() throws {
    let disk = try MemoryDisk(kibibytes: 16)
    var arguments = fixture.baseline(first, second)
    arguments[arguments.count - 2] = disk.path + "/out"
    let ended = try BuiltProgram.run(arguments)
    #expect(ended.status == 74)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors.hasPrefix(
        "error[FILE-WRITE]: the result cannot be written: No space left on device\n  --> "
      )
    )
    #expect(
      ended.errors.hasSuffix(
        "\n  help: Check the free space of the disk; no partial result was left.\n"
      )
    )
    #expect(FileManager.default.subpaths(atPath: disk.path) == [])
  }

  @Test("130: Ctrl-C half-way leaves nothing", arguments: [SIGINT, SIGTERM])
  func interrupted(_ signal: Int32) throws {
    // A pipe that delivers reads and stays open keeps the run half-way.
    let pipe = fixture.path("R1.pipe")
    // SAFETY: the path is a terminated string that lives through the call.
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let reads = try Data(
      contentsOf: URL(filePath: fixture.reads("some.fastq", names: (1...20_000).map(String.init)))
    )
    let before = fixture.names()
    let arguments = [
      "baseline", "-1", pipe, "--sample", "S", "--subject", "P", "-o", fixture.path("out"),
      "--quiet",
    ]
    let ended = try BuiltProgram.run(arguments) { process in
      let writer = try #require(FileHandle(forWritingAtPath: pipe))
      try writer.write(contentsOf: reads)
      #expect(fixture.names().contains { $0.hasPrefix("out/") })
      kill(process.processIdentifier, signal)
      // A thread other than the reading one may get the signal: it must run before the end of the
      // pipe lets the reading one go on.
      Thread.sleep(forTimeInterval: 1)
      try writer.close()
    }
    #expect(ended.status == 130)
    #expect(ended.output.isEmpty)
    let words = try #require(
      ended.errors.wholeMatch(
        of: #/error\[RUN-INTERRUPTED\]: stopped after (\d+) read pairs\n  help: (.*)\n/#
      )
    )
    #expect(try #require(Int(words.1)) > 0)
    #expect(words.2 == "Nothing was written; run the command again.")
    #expect(fixture.names() == before)
  }
}
