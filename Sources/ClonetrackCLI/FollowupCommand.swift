package import ArgumentParser
import Diagnostics
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

  @Option(help: ArgumentHelp("The name of the visit, such as M3.", valueName: "v"))
  var visit: String?

  @Option(
    help: ArgumentHelp(
      "An earlier follow-up record; repeat for more.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var earlier: [String] = []

  @Option(
    help: ArgumentHelp(
      "A column of a sample sheet; repeat for more.",
      valueName: "column=value"
    )
  )
  var about: [SampleFact] = []

  @Option(help: ArgumentHelp("DNA in each replicate, in nanograms.", valueName: "n"))
  var dnaNg: DNAMass

  @Option(
    help: ArgumentHelp(
      "The amplifiable share of the DNA (0 to 1).",
      valueName: "x"
    )
  )
  var amplifiability: Double?

  @OptionGroup(title: "Reads and assay") var assay: AssayOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup(title: "Results and run") var output: OutputOptions
  @OptionGroup(title: "Results and run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    if let amplifiability, !(amplifiability > 0 && amplifiability <= 1) {
      throw ValidationError("--amplifiability is \(amplifiability), expected above 0, up to 1.")
    }
    guard Set(baseline).count == baseline.count else {
      throw ValidationError("--baseline names the same file twice.")
    }
  }

  package func run() async throws {
    var request = SampleRequest(sample: sample, dna: dnaNg, input, assay, output, runOptions)
    request.measuredAmplifiability = amplifiability
    request.thresholds = judgement.thresholds
    for fact in about { request.metadata[fact.column] = fact.value }
    let workflow = FollowupWorkflow(
      request,
      baselinePaths: baseline,
      earlierPaths: earlier,
      visit: visit
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await workflow.run(RunHooks(progress: progress, isCancelled: isCancelled))
      try output.show(outcome.summary, record: FollowupWorkflow.recordName)
      return outcome.findings
    }
  }
}
