import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Workflows

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Two runs in one folder")
struct BatchLockTests {
  /// The lock file of a run's folder, with some words in it.
  private static func lockFile(_ run: BatchRun, _ words: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: run.scratch.path("out/.work"),
      withIntermediateDirectories: true
    )
    try run.scratch.write(words, to: "out/.work/lock")
    return run.scratch.path("out/.work/lock")
  }

  @Test("the second is refused and told who is there, then goes on")
  func locked() async throws {
    let run = try BatchRun(["P1-DX"])
    let path = try Self.lockFile(run, "process 4711 on host bench")
    // SAFETY: the path is a terminated string that lives through the call.
    let number = unsafe open(path, O_RDWR)
    #expect(flock(number, LOCK_EX | LOCK_NB) == 0)
    for resumes in [false, true] {
      let error = await #expect(throws: Diagnostic.self) {
        try await run.run { $0.resumes = resumes }
      }
      #expect(
        error?.description == """
          error[FILE-LOCKED]: process 4711 on host bench is at work in this folder
            --> \(path)
            help: Wait until it has ended, or choose another folder.
          """
      )
    }
    #expect(run.scratch.names(in: "out/.work") == ["lock"])
    #expect(run.scratch.text("out/.work/lock") == "process 4711 on host bench")
    _ = close(number)
    try await run.run()
    #expect(run.scratch.text("out/.work/lock") == "")
    #expect(run.scratch.names(in: "out").contains("P1-DX"))
  }

  @Test("a run that was killed holds nothing back")
  func stale() async throws {
    let run = try BatchRun(["P1-DX"])
    _ = try Self.lockFile(run, "process 1 on host \(ProcessInfo.processInfo.hostName)")
    try await run.run { $0.resumes = true }
    #expect(run.scratch.text("out/.work/lock") == "")
  }
}
