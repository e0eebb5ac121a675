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

  @Option(
    help: ArgumentHelp(
      "The patient's record in force that the new one replaces; needs the next two options.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var replaces: String?

  @Option(help: ArgumentHelp("Who approves the replacement.", valueName: "name"))
  var approvedBy: String?

  @Option(help: ArgumentHelp("Why the record is replaced.", valueName: "text"))
  var reason: String?

  @Flag(help: "Plasma cells were enriched: the share of nucleated cells is not judged.")
  var enriched = false

  @Option(help: "The light chain of the patient's M-protein. (default: not stated)")
  var lightChain: LightChainOption?

  @Option(
    help: ArgumentHelp(
      "Clonotypes of other subjects (AIRR rearrangement TSV), to see how common a signature is.",
      valueName: "file"
    )
  )
  var background: String?

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Results") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    try SampleName.validate(subject, option: "--subject")
    let given = [replaces, approvedBy, reason].compactMap(\.self).filter { !$0.isEmpty }
    guard given.isEmpty || given.count == 3 else {
      throw ValidationError(
        "A baseline is replaced only with --replaces, --approved-by and --reason together."
      )
    }
  }

  private var replacement: BaselineReplacement? {
    guard let replaces, let approvedBy, let reason else { return nil }
    return BaselineReplacement(replacedPath: replaces, approvedBy: approvedBy, reason: reason)
  }

  package func run() async throws {
    let workflow = BaselineWorkflow(
      SampleRequest(sample: sample, dna: dnaNg, input, assay, output, runOptions),
      subject: subject,
      isEnriched: enriched,
      lightChain: lightChain?.rawValue,
      backgroundPath: background,
      replacement: replacement
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await workflow.run(RunHooks(progress: progress, isCancelled: isCancelled))
      try StandardOutput.write(outcome.summary)
      return outcome.findings
    }
  }
}
