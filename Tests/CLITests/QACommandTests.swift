import ArgumentParser
import ClonetrackCLI
import Foundation
import Testing

@Suite("qa")
struct QACommandTests {
  @Test("takes any number of folders")
  func folders() throws {
    _ = try QACommand.parse(["a", "b", "-o", "out", "--force", "--reference-runs", "5"])
  }

  @Test("refuses limits out of too few runs, and no folder at all")
  func refused() {
    #expect(throws: (any Error).self) { try QACommand.parse(["-o", "out"]) }
    do {
      _ = try QACommand.parse(["a", "-o", "out", "--reference-runs", "4"])
      Issue.record("4 reference runs were taken")
    } catch {
      #expect(
        QACommand.message(for: error) == "--reference-runs is 4; it must be 5 or more."
      )
    }
  }

  @Test("leaves with exit code 66 for a folder without records")
  func missing() throws {
    let output =
      FileManager.default.temporaryDirectory.path
      + "/clonetrack-test-\(UInt64.random(in: .min ... .max))"
    let ended = try BuiltProgram.run(["qa", "/nonexistent-runs", "-o", output])
    #expect(ended.status == 66)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors == """
        error[FILE-MISSING]: the folder does not exist or is none
          --> /nonexistent-runs
          help: Give the results of 'clonetrack batch', 'baseline' or 'followup'.

        """
    )
    #expect(!FileManager.default.fileExists(atPath: output))
  }
}
