package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack baseline`: parses arguments, calls one workflow, prints; decides nothing.
package struct BaselineCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Find the rearrangements that mark a patient's clone in a diagnostic sample."
  )

  package static let example = """
    clonetrack baseline -1 DX_R1.fastq.gz -2 DX_R2.fastq.gz --sample S1-DX --subject S1 \\
        --assay assay.yaml --dna-ng 100 -o results/S1-DX
    """

  @OptionGroup(title: "Reads") var input: InputOptions

  @Option(help: ArgumentHelp("The name of the sample.", valueName: "id"))
  var sample: String

  @Option(help: ArgumentHelp("The name of the patient.", valueName: "id"))
  var subject: String

  @Option(
    help: ArgumentHelp("DNA in each replicate, in nanograms. (default: not known)", valueName: "n")
  )
  var dnaNg: DNAMass?

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Results") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    try SampleName.validate(subject, option: "--subject")
  }

  package func run() async throws {
    let workflow = BaselineWorkflow(
      SampleRequest(sample: sample, dna: dnaNg, input, assay, output, runOptions),
      subject: subject
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await workflow.run(RunHooks(progress: progress, isCancelled: isCancelled))
      try StandardOutput.write(outcome.summary)
      return outcome.findings
    }
  }
}
