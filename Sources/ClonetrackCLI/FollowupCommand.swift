package import ArgumentParser
import Counting
import Diagnostics
import Records
import Workflows

/// `clonetrack followup`: parses arguments, calls one workflow, prints; decides nothing.
package struct FollowupCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "followup",
    abstract: "Count a clone in a later sample and say how few cells would be seen.",
    usage: """
      clonetrack followup -1 <files> [-2 <files>] --sample <id>
          --baseline <json> --dna-ng <n> -o <dir> [<options>]
      """
  )

  package static let example = """
    clonetrack followup -1 patient/reads/P1-FU1_1_R1.fastq.gz \\
        -2 patient/reads/P1-FU1_1_R2.fastq.gz --sample P1-FU1 --visit M3 \\
        --baseline results/P1-DX/baseline.json --assay patient/assay.yaml \\
        --dna-ng 120 -o results/P1-FU1
    """

  @OptionGroup(title: "Reads and assay") var input: InputOptions

  @Option(help: ArgumentHelp("The name of the sample.", valueName: "id"))
  var sample: String

  @Option(
    help: ArgumentHelp(
      "The patient's baseline record; repeat for more.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String]

  @OptionGroup var facts: FollowupFacts

  @Option(help: ArgumentHelp("DNA in each replicate, in nanograms.", valueName: "n"))
  var dnaNg: DNAMass

  @OptionGroup(title: "Reads and assay") var assay: AssayOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup(title: "Results and run") var output: OutputOptions
  @OptionGroup(title: "Results and run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    if let folder = baseline.first(where: { AssayOptions.isFolder($0) }) {
      throw ValidationError(
        "--baseline is the folder '\(folder)'; name the record in it, \(folder)/baseline.json."
      )
    }
    guard Set(baseline).count == baseline.count else {
      throw ValidationError("--baseline names the same file twice.")
    }
  }

  package func run() async throws {
    assay.warn(isQuiet: runOptions.quiet)
    let workflow = FollowupWorkflow(
      SampleRequest(sample: sample, dna: dnaNg, input, assay, output, runOptions),
      baselinePaths: baseline,
      facts,
      judgement
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await workflow.run(RunHooks(progress: progress, isCancelled: isCancelled))
      try output.show(outcome.summary, record: FollowupRecord.fileName)
      return outcome.findings
    }
  }
}
