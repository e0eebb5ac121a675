import ArgumentParser
import ClonetrackCLI
import Testing

@Suite("report")
struct ReportCommandTests {
  @Test("takes any number of folders")
  func folders() throws {
    _ = try ReportCommand.parse(["a", "b", "-o", "out", "--force"])
    _ = try ReportCommand.parse(["a", "--crate"])
  }

  @Test("refuses to write nothing")
  func refused() {
    do {
      _ = try ReportCommand.parse(["a"])
      Issue.record("no output was taken")
    } catch {
      #expect(
        ReportCommand.message(for: error)
          == "-o or --crate must be given: nothing would be written."
      )
    }
    #expect(throws: (any Error).self) { try ReportCommand.parse(["-o", "out"]) }
  }

  @Test("leaves with exit code 66 for a folder without results")
  func missing() throws {
    let ended = try BuiltProgram.run(["report", "/nonexistent-runs", "--crate"])
    #expect(ended.status == 66)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors == """
        error[FILE-MISSING]: the folder does not exist or is none
          --> /nonexistent-runs
          help: Give the results of 'clonetrack batch', 'baseline' or 'followup'.

        """
    )
  }
}
