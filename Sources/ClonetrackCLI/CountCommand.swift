package import ArgumentParser
import Counting
import Diagnostics
import Workflows

/// `clonetrack count`: parses arguments, calls one workflow, prints; decides nothing.
package struct CountCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count a share of a sample's reads, to be merged with the others.",
    discussion: """
      Each shard reads the same files and counts its share of them; 'clonetrack merge' gives the \
      results of one run.
      """
  )

  package static let example = """
    clonetrack count -1 patient/reads/P1-DX_1_R1.fastq.gz \\
        -2 patient/reads/P1-DX_1_R2.fastq.gz --sample P1-DX \\
        --assay patient/assay.yaml --shard 1/2 -o P1-DX.1.counts
    clonetrack count -1 patient/reads/P1-DX_1_R1.fastq.gz \\
        -2 patient/reads/P1-DX_1_R2.fastq.gz --sample P1-DX \\
        --assay patient/assay.yaml --shard 2/2 -o P1-DX.2.counts
    """

  @OptionGroup(title: "Reads and assay") var input: InputOptions

  @Option(help: ArgumentHelp("The name of the sample.", valueName: "id"))
  var sample: String

  @Option(
    help: ArgumentHelp(
      "Which share, such as 2/7 for the second of 7. (default: all)",
      valueName: "i/n"
    )
  )
  var shard: ShardOption?

  @Option(
    help: ArgumentHelp(
      "For a follow-up, the patient's baseline record; repeat for more.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String] = []

  @OptionGroup(title: "Reads and assay") var assay: AssayOptions

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the counts.", valueName: "counts"),
    completion: .file(extensions: ["counts"])
  )
  var output: String

  @Flag(help: "Replace counts that are already there.")
  var force = false

  @OptionGroup(title: "Run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    try SampleName.validate(sample, option: "--sample")
    guard Set(baseline).count == baseline.count else {
      throw ValidationError("--baseline names the same file twice.")
    }
    guard !output.isEmpty else { throw ValidationError("-o must name a file.") }
  }

  package func run() async throws {
    let request = SampleRequest(
      sample: sample,
      replicates: input.replicates,
      assayPath: assay.assay,
      presetName: assay.preset,
      germlinePath: assay.germline,
      output: output,
      force: force,
      threads: runOptions.threads
    )
    let workflow = CountWorkflow(request, baselinePaths: baseline, shard: shard?.shard ?? .whole)
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let hooks = RunHooks(progress: progress, isCancelled: isCancelled)
      try StandardOutput.write(try await workflow.run(hooks))
      return []
    }
  }
}
