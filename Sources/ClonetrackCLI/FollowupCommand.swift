package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack followup`: parses arguments, calls one workflow, prints; decides nothing.
package struct FollowupCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "followup",
    abstract: "Count a patient's clone in a later sample and say how few cells would be seen."
  )

  package static let example = """
    clonetrack followup -1 FU1_R1.fastq.gz -2 FU1_R2.fastq.gz --sample S1-FU1 --visit M3 \\
        --baseline results/S1-DX/baseline.json --assay assay.yaml --dna-ng 1000 -o results/S1-FU1
    """

  @OptionGroup(title: "Reads") var input: InputOptions

  @Option(help: ArgumentHelp("The name of the sample.", valueName: "id"))
  var sample: String

  @Option(
    help: ArgumentHelp(
      "A record that 'clonetrack baseline' wrote for this patient; repeat to track more than one.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String]

  @Option(help: ArgumentHelp("The name of the visit, such as M3.", valueName: "v"))
  var visit: String?

  @Option(help: ArgumentHelp("DNA in each replicate, in nanograms.", valueName: "n"))
  var dnaNg: DNAMass

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Results") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    guard Set(baseline).count == baseline.count else {
      throw ValidationError("--baseline names the same file twice.")
    }
  }

  package func run() async throws {
    let workflow = FollowupWorkflow(
      SampleRequest(sample: sample, dna: dnaNg, input, assay, output, runOptions),
      baselinePaths: baseline,
      visit: visit
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await workflow.run(RunHooks(progress: progress, isCancelled: isCancelled))
      try StandardOutput.write(outcome.summary)
      return outcome.findings
    }
  }
}
