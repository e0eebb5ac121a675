import ArgumentParser
import ClonetrackCLI
import Diagnostics
import Testing

@Suite("Command options")
struct CommandOptionsTests {
  /// A command line that each command must take.
  private static let baseline = [
    "-1", "R1.fq", "-2", "R2.fq", "--sample", "S", "--subject", "P", "--assay", "a.yaml",
    "--dna-ng", "100", "--germline", "g.tsv", "-o", "out", "--force", "--threads", "2", "--quiet",
    "--fail-on", "warning",
  ]
  private static let followup = [
    "-1", "R1.fq", "--sample", "S", "--baseline", "b.json", "--baseline", "c.json", "--visit", "M3",
    "--dna-ng", "1e3", "--preset", "p", "-o", "out",
  ]

  @Test("of the design's command lines are understood")
  func design() throws {
    _ = try BaselineCommand.parse(Self.baseline)
    _ = try FollowupCommand.parse(Self.followup)
    _ = try AnnotateCommand.parse(["a.fa", "b.fq", "-o", "out.tsv"])
    _ = try AnnotateCommand.parse(["-", "-o", "-"])
  }

  @Test("default to all cores")
  func threads() throws {
    #expect(try RunOptions.parse(["--threads", "3"]).threads == 3)
    #expect(try RunOptions.parse([]).threads >= 1)
  }

  @Test("that make no sense are refused")
  func refused() {
    expect(RunOptions.self, ["--threads", "0"], "--threads is 0; it must be 1 to 1024.")
    expect(
      RunOptions.self,
      ["--fail-on", "error"],
      "The value 'error' is invalid for '--fail-on <severity>'. "
        + "Please provide one of 'note', 'warning', 'indeterminate' or 'failure'."
    )
    expect(
      AssayOptions.self,
      ["--assay", "a", "--preset", "b"],
      "--assay and --preset exclude each other; give one of them."
    )
    expect(OutputOptions.self, ["-o", ""], "-o must name a folder.")
    expect(
      FollowupCommand.self,
      Self.followup + ["--baseline", "b.json"],
      "--baseline names the same file twice."
    )
    expect(
      AnnotateCommand.self,
      ["a", "-o", "a"],
      "'a' is both read and written; name another output."
    )
    expect(
      AnnotateCommand.self,
      ["-", "-", "-o", "a"],
      "Standard input ('-') can be read only once."
    )
  }

  @Test(
    "with a DNA mass that is none are refused",
    arguments: ["", "x", "-1", "inf", "nan", "1,5"]
  )
  func mass(_ text: String) {
    #expect(DNAMass(argument: text) == nil)
  }

  @Test(
    "with a name that no file could bear are refused",
    arguments: [
      ("a/b", "--sample is 'a/b'; "), (".", "--sample is '.'; "), ("a\tb", "--sample is 'a\tb'; "),
    ]
  )
  func names(_ name: String, _ start: String) {
    expect(
      FollowupCommand.self,
      Self.followup.map { $0 == "S" ? name : $0 },
      start + "a name must not start with a dot nor hold a slash, a tab or a line end."
    )
  }

  @Test("that are mistyped are answered with the nearest one")
  func mistyped() {
    expect(
      FollowupCommand.self,
      Self.followup + ["--thread", "2"],
      "Unknown option '--thread'. Did you mean '--threads'?"
    )
  }

  @Test("ask for exit code 3 from the named severity on")
  func failOn() throws {
    let options = try RunOptions.parse(["--fail-on", "indeterminate"])
    let finding = { Diagnostic(code: "IC-DROP", severity: $0, message: "x") }
    #expect(options.exitCode(for: []) == nil)
    #expect(options.exitCode(for: [finding(.warning)]) == nil)
    #expect(options.exitCode(for: [finding(.warning), finding(.indeterminate)]) == ExitCode(3))
    #expect(options.exitCode(for: [finding(.failure)]) == ExitCode(3))
    #expect(try RunOptions.parse([]).exitCode(for: [finding(.failure)]) == nil)
  }

  private func expect<Arguments: ParsableArguments>(
    _: Arguments.Type,
    _ arguments: [String],
    _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      _ = try Arguments.parse(arguments)
      Issue.record("\(arguments) was taken", sourceLocation: sourceLocation)
    } catch {
      #expect(Arguments.message(for: error) == expected, sourceLocation: sourceLocation)
      #expect(Arguments.exitCode(for: error) == ExitCode(64), sourceLocation: sourceLocation)
    }
  }
}
