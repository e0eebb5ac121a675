package import ArgumentParser
import Counting
import Diagnostics
import Records
import Workflows

/// `clonetrack baseline`: parses arguments, calls one workflow, prints; decides nothing.
package struct BaselineCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Find the rearrangements that mark a clone in a diagnostic sample.",
    usage: """
      clonetrack baseline -1 <files> [-2 <files>] --sample <id>
          --subject <id> -o <dir> [<options>]
      """
  )

  package static let example = """
    clonetrack baseline -1 patient/reads/P1-DX_1_R1.fastq.gz \\
        -2 patient/reads/P1-DX_1_R2.fastq.gz --sample P1-DX --subject P1 \\
        --assay patient/assay.yaml --dna-ng 8 -o results/P1-DX
    """

  @OptionGroup(title: "Reads and assay") var input: InputOptions

  @Option(help: ArgumentHelp("The name of the sample.", valueName: "id"))
  var sample: String

  @Option(help: ArgumentHelp("The name of the patient.", valueName: "id"))
  var subject: String

  @Option(
    help: ArgumentHelp("DNA in each replicate, in nanograms.", valueName: "n")
  )
  var dnaNg: DNAMass?

  @OptionGroup var facts: BaselineFacts

  @OptionGroup(title: "Reads and assay") var assay: AssayOptions
  @OptionGroup(title: "Results and run") var output: OutputOptions
  @OptionGroup(title: "Results and run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    try SampleName.validate(subject, option: "--subject")
  }

  package func run() async throws {
    assay.warn(isQuiet: runOptions.quiet)
    let workflow = BaselineWorkflow(
      SampleRequest(sample: sample, dna: dnaNg, input, assay, output, runOptions),
      subject: subject,
      facts
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await workflow.run(RunHooks(progress: progress, isCancelled: isCancelled))
      try output.show(outcome.summary, record: BaselineRecord.fileName)
      return outcome.findings
    }
  }
}
