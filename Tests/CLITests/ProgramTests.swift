import ArgumentParser
import ClonetrackCLI
import Diagnostics
import Foundation
import Testing

@Suite("The program")
struct ProgramTests {
  @Test("states its version and those of its records")
  func version() throws {
    let ended = try BuiltProgram.run(["--version"])
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("clonetrack 0.1.0\n"))
    #expect(
      ended.output.hasSuffix(
        "\nschemas clonetrack.baseline/1, clonetrack.followup/1, clonetrack.batch/1, "
          + "clonetrack.run/1, clonetrack.audit/1, clonetrack.qa/1\n"
      )
    )
  }

  @Test("explains a code in any case")
  func explain() throws {
    let ended = try BuiltProgram.run(["explain", "file-exists"])
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    #expect(
      ended.output == """
        FILE-EXISTS (output error, exit code 73)
          The results are already there.
          What to do: Choose another folder or add --force to replace them.

        """
    )
  }

  @Test("lists every code once")
  func list() throws {
    let lines = try BuiltProgram.run(["explain"]).output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != " " } }.map(String.init) == CodeRegistry.entries.map(\.code)
    )
  }

  @Test(
    "says of every code what it means, its limit and what to do",
    arguments: CodeRegistry.entries
  )
  func explained(_ entry: RegisteredCode) {
    let metric = entry.metric.map { "\n  Metric: \($0)" } ?? ""
    let limit = entry.limit.map { "\n  Limit: \($0)" } ?? ""
    let text = ExplainCommand.text(of: entry)
    #expect(text.hasPrefix("\(entry.code) ("))
    #expect(text.contains("\n  \(entry.meaning)\(metric)\(limit)\n"))
    #expect(text.hasSuffix("\n  What to do: \(entry.remedy)"))
  }

  @Test("says what is measured and which action of a failure table follows")
  func explainsFinding() throws {
    #expect(
      try BuiltProgram.run(["explain", "dna-qty"]).output == """
        DNA-QTY (finding, warning)
          The cells are too few for the primary cutoff, however deep the sequencing.
          Metric: LOD95 the cells allow
          Limit: 2.996 / N above the primary cutoff (1e-5)
          Action: extract again or ask for a new sample (RX/RS)
          What to do: Extract more DNA, add replicates or ask for a new sample.

        """
    )
  }

  @Test("answers an unknown code with the nearest one")
  func unknownCode() throws {
    let ended = try BuiltProgram.run(["explain", "FILE-EXIST"])
    #expect(ended.status == 64)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors == """
        error[RUN-USAGE]: no finding and no error has the code 'FILE-EXIST'
          help: Did you mean 'FILE-EXISTS'?

        """
    )
  }

  @Test("answers an unknown command with the nearest one")
  func unknownCommand() throws {
    let ended = try BuiltProgram.run(["explian"])
    #expect(ended.status == 64)
    #expect(
      ended.errors == """
        Error: Unexpected argument 'explian'. Did you mean 'explain'?
        Usage: clonetrack <subcommand>
          See 'clonetrack --help' for more information.

        """
    )
  }
}
