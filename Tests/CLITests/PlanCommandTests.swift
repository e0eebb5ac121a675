import ArgumentParser
import ClonetrackCLI
import Testing

@Suite("The plan command")
struct PlanCommandTests {
  @Test("prints the table of the profile")
  func table() throws {
    let ended = try BuiltProgram.run(["plan"])
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    // The article "Sensitivity reached", section 3: 1 template needs 3.0e5 cells, 1.95 µg at 1e-5.
    #expect(
      ended.output.contains(
        "\n1 template               29958 / 0.195 µg   299574 / 1.95 µg   2995733 / 19.5 µg\n"
      )
    )
  }

  @Test("states the findings of the planned sample beside the plan")
  func findings() throws {
    let ended = try BuiltProgram.run(["plan", "--dna-ng", "100", "--cutoff", "1e-5"])
    #expect(ended.status == 0)
    #expect(ended.output.hasSuffix("\n  1e-5: POS or INDET\n"))
    #expect(ended.errors.hasPrefix("warning[DNA-QTY]: 15385 cells allow a LOD95 of "))
  }

  @Test("gives a record that a program can read")
  func json() throws {
    let ended = try BuiltProgram.run(["plan", "--json"])
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("{\n  \"amplifiability\" : null,\n"))
    #expect(ended.output.hasSuffix("\n}\n"))
  }

  @Test(
    "refuses what makes no sense",
    arguments: [
      (["--cutoff", "1"], "--cutoff is 1; it must be above 0 and below 1."),
      (["--cutoff", "0"], "--cutoff is 0; it must be above 0 and below 1."),
      (["--power", "nan"], "--power is not a finite number; it must be above 0 and below 1."),
      (["--templates", "0"], "--templates is 0; it must be 1 to 1000."),
      (["--replicates", "1001"], "--replicates is 1001; it must be 1 to 1000."),
      (["--dna-ng", "0"], "--dna-ng is 0; it must be above 0."),
      (["--amplifiability", "1.5"], "--amplifiability is 1.5; it must be above 0 and at most 1."),
      (["--rearranged", "0"], "--rearranged is 0; it must be above 0 and at most 1."),
      (
        ["--control-copies", "inf"],
        "--control-copies is not a finite number; it must be above 0 and at most 1000000."
      ),
      (
        ["--assay", "a", "--preset", "b"],
        "--assay and --preset exclude each other; give one of them."
      ),
    ]
  )
  func refused(arguments: [String], expected: String) {
    do {
      _ = try PlanCommand.parse(arguments)
      Issue.record("\(arguments) was taken")
    } catch {
      #expect(PlanCommand.message(for: error) == expected)
      #expect(PlanCommand.exitCode(for: error) == ExitCode(64))
    }
  }

  @Test("names an assay that is not there")
  func missing() throws {
    let ended = try BuiltProgram.run(["plan", "--assay", "/nonexistent/assay.yaml"])
    #expect(ended.status == 66)
    #expect(ended.output.isEmpty)
    #expect(ended.errors.hasPrefix("error[FILE-MISSING]: "))
  }
}
