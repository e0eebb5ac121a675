import ArgumentParser
import ClonetrackCLI
import Diagnostics
import Testing

@Suite("Exit codes")
struct CLIExitTests {
  @Test(
    "are those of sysexits.h",
    arguments: [
      ("RUN-USAGE", 64), ("ASSAY-SYNTAX", 65), ("FILE-MISSING", 66), ("RUN-INTERNAL", 70),
      ("FILE-EXISTS", 73), ("FILE-WRITE", 74), ("RUN-INTERRUPTED", 130), ("NOT-REGISTERED", 70),
    ] as [(String, Int32)]
  )
  func codes(_ code: String, _ expected: Int32) {
    #expect(CLIExit.code(for: Diagnostic(code: code, message: "x")) == ExitCode(expected))
  }

  @Test("of a run: an error ends it with the code of its kind")
  func perform() async throws {
    let options = try RunOptions.parse(["--quiet"])
    await #expect(throws: ExitCode(74)) {
      try await options.perform { _, _ throws(Diagnostic) in
        throw Diagnostic(code: "FILE-READ", message: "cannot read 'x'")
      }
    }
    try await options.perform { _, isCancelled throws(Diagnostic) in
      #expect(!isCancelled())
      return []
    }
  }
}
