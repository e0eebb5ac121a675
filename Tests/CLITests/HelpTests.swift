import ArgumentParser
import ClonetrackCLI
import Foundation
import Testing

@Suite("Help")
struct HelpTests {
  /// The names of a command and of those it is part of, as they are typed.
  private static func words(of command: any ExampleProviding.Type) -> [String] {
    let name = command.configuration.commandName ?? ""
    guard command != ClonetrackCommand.self else { return [] }
    let isOfGermline = GermlineCommand.configuration.subcommands.contains { $0 == command }
    return isOfGermline ? ["germline", name] : [name]
  }

  @Test("of each command fits a screen of 80 columns and 40 lines and ends with its example")
  func fits() throws {
    #expect(ClonetrackCommand.documented.count > 12)
    for command in ClonetrackCommand.documented {
      let ended = try BuiltProgram.run(
        Self.words(of: command) + ["--help"],
        environment: ["COLUMNS": "80"]
      )
      #expect(ended.status == 0)
      #expect(ended.errors.isEmpty)
      let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 40, "\(Self.words(of: command)): \(lines.count) lines")
      for line in lines { #expect(line.count <= 80, "\(Self.words(of: command)): \(line)") }
      let parts = ended.output.components(separatedBy: "\n\nEXAMPLE (in testdata):\n")
      try #require(parts.count == 2, "\(Self.words(of: command)) has no example")
      #expect(
        parts[1].hasPrefix("  clonetrack \(Self.words(of: command).joined(separator: " "))")
      )
    }
  }

  @Test("says of rare options that they are there, and shows them when asked")
  func hidden() throws {
    let short = try BuiltProgram.run(["followup", "--help"]).output
    #expect(short.contains("\n  --help-hidden           Show rarely used options as well.\n\n"))
    #expect(!short.contains("--cv-cells"))
    let whole = try BuiltProgram.run(["followup", "--help-hidden"]).output
    #expect(whole.contains("\n  --cv-cells <cv> "))
    #expect(whole.contains("\n\nEXAMPLE (in testdata):\n  clonetrack followup "))
    #expect(try !BuiltProgram.run(["plan", "--help"]).output.contains("--help-hidden"))
  }

  @Test("gives examples that work on testdata, in the order of a patient's course")
  func examples() throws {
    let fixture = try ReadFixture()
    let files = FileManager.default
    let testdata = URL(filePath: ReadFixture.patient).deletingLastPathComponent().path
    for name in ["patient", "germline", "rearrangements"] {
      try files.createSymbolicLink(
        atPath: fixture.path(name),
        withDestinationPath: "\(testdata)/\(name)"
      )
    }
    // Each works on what the ones before it wrote.
    let ordered: [any ExampleProviding.Type] = [
      BaselineCommand.self, FollowupCommand.self, CountCommand.self, MergeCommand.self,
      BatchCommand.self, AnnotateCommand.self, GermlineBuildCommand.self,
    ]
    let others = ClonetrackCommand.documented.filter { command in
      !ordered.contains { $0 == command }
    }
    for command in ordered + others {
      for line in command.example.replacing("\\\n", with: " ").split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        try #require(words.first == "clonetrack")
        let ended = try BuiltProgram.run(Array(words.dropFirst()), in: fixture.folder)
        #expect(ended.status == 0, "\(line): \(ended.errors)")
        #expect(!ended.errors.contains("error["), "\(line): \(ended.errors)")
      }
    }
    #expect(fixture.names().contains("results/P1-FU1/followup.json"))
    #expect(fixture.names().contains("results/qa/qa.html"))
  }

  @Test("a mistyped command with options is told of as such")
  func mistypedCommand() throws {
    let ended = try BuiltProgram.run(["basline", "-1", "reads.fastq"])
    #expect(ended.status == 64)
    #expect(
      ended.errors == """
        Error: Unexpected argument 'basline'. Did you mean 'baseline'?
        Usage: clonetrack <subcommand>
          See 'clonetrack --help' for more information.

        """
    )
  }

  @Test(
    "comes with the near name of a mistyped option",
    arguments: [
      (["baseline", "--subjekt", "P"], "--subjekt", "--subject"),
      (["followup", "--baslines", "b.json"], "--baslines", "--baseline"),
      (["batch", "--resum"], "--resum", "--resume"),
      (["annotate", "--thread", "2"], "--thread", "--threads"),
      (["qa", "--reference-run", "7"], "--reference-run", "--reference-runs"),
      (["plan", "--dna-gn", "7"], "--dna-gn", "--dna-ng"),
      (["germline", "list", "--allele"], "--allele", "--alleles"),
      (["verify", "--haed", "0"], "--haed", "--head"),
      (["explain", "--jsno"], "--jsno", "--json"),
    ]
  )
  func mistyped(_ arguments: [String], _ given: String, _ meant: String) throws {
    let ended = try BuiltProgram.run(arguments)
    #expect(ended.status == 64)
    #expect(
      ended.errors.hasPrefix(
        "Error: Unknown option '\(given)'. Did you mean '\(meant)'?\nUsage: clonetrack "
      ),
      "\(ended.errors)"
    )
  }

  @Test("names the near subcommand, and how read files are named")
  func unexpected() throws {
    let germline = try BuiltProgram.run(["germline", "lst"])
    #expect(
      germline.errors == """
        Error: Unexpected argument 'lst'. Did you mean 'list'?
        Usage: clonetrack germline <subcommand>
          See 'clonetrack germline --help' for more information.

        """
    )
    // What a shell makes of `-1 *_R1.fastq.gz`.
    let files = try BuiltProgram.run([
      "baseline", "-1", "a_R1.fastq.gz", "b_R1.fastq.gz", "--sample", "S", "--subject", "P",
      "-o", "out",
    ])
    #expect(files.status == 64)
    #expect(
      files.errors == """
        Error: Unexpected argument 'b_R1.fastq.gz'. Each file of reads needs its own -1 or -2; \
        lanes of one replicate are joined with commas.
        Usage: clonetrack baseline -1 <files> [-2 <files>] --sample <id>
                   --subject <id> -o <dir> [<options>]
          See 'clonetrack baseline --help' for more information.

        """
    )
  }

  @Test("says that a folder is no baseline, and what a run without an assay lacks")
  func forgotten() throws {
    let fixture = try ReadFixture()
    let followup = try BuiltProgram.run([
      "followup", "-1", "a", "--sample", "S", "--dna-ng", "1", "-o", fixture.path("out"),
      "--baseline", fixture.folder,
    ])
    #expect(followup.status == 64)
    #expect(
      followup.errors.hasPrefix(
        "Error: --baseline is the folder '\(fixture.folder)'; "
          + "name the record in it, \(fixture.folder)/baseline.json.\nUsage: "
      )
    )
    let file = try fixture.file("R1.fastq", [])
    let arguments = ["baseline", "-1", file, "--sample", "S", "--subject", "P", "--force", "-o"]
    let note =
      "note: neither --assay nor --preset is given: primers are not trimmed, and without controls no "
      + "level can be stated\n"
    let plain = try BuiltProgram.run(arguments + [fixture.path("out")])
    #expect(plain.errors.hasPrefix(note))
    let preset = try BuiltProgram.run(
      arguments + [fixture.path("out"), "--preset", "biomed2-fr2"]
    )
    #expect(!preset.errors.contains("note: "))
  }
}
