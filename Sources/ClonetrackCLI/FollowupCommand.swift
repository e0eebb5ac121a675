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

  @Option(
    help: ArgumentHelp(
      "An earlier follow-up record of this patient; repeat for more. A new clone that was seen in "
        + "one 28 days before stays.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var earlier: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is known of the sample, as a sample sheet's column: collection_date=2024-04-15, "
        + "plasma_cell_percent=8, clinical_progression=T, ngf_call=POS; repeat for more.",
      valueName: "column=value"
    )
  )
  var about: [SampleFact] = []

  @Option(help: ArgumentHelp("DNA in each replicate, in nanograms.", valueName: "n"))
  var dnaNg: DNAMass

  @Option(
    help: ArgumentHelp(
      "The share of the DNA that can be amplified, if another assay measured it (0 to 1).",
      valueName: "share"
    )
  )
  var amplifiability: Double?

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Judgement") var judgement: JudgementOptions
  @OptionGroup(title: "Results") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

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
      try StandardOutput.write(outcome.summary)
      return outcome.findings
    }
  }
}
