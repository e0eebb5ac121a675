package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack count`: parses arguments, calls one workflow, prints; decides nothing.
package struct CountCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count a share of a sample's reads, to be merged with the others.",
    discussion: """
      For samples that are spread over machines: each shard reads the same files and counts its \
      share of them; 'clonetrack merge' gives the results of one run. A follow-up is counted with \
      the baselines it is judged with, a diagnostic sample without.
      """
  )

  package static let example = """
    clonetrack count --shard 2/7 -1 DX_R1.fastq.gz -2 DX_R2.fastq.gz --sample S1-DX \\
        --assay assay.yaml -o S1-DX.2.counts
    """

  @OptionGroup(title: "Reads") var input: InputOptions

  @Option(help: ArgumentHelp("The name of the sample.", valueName: "id"))
  var sample: String

  @Option(
    help: ArgumentHelp(
      "Which share of the reads, such as 2/7 for the second of seven. (default: all)",
      valueName: "i/n"
    )
  )
  var shard: ShardOption?

  @Option(
    help: ArgumentHelp(
      "A record that 'clonetrack baseline' wrote for this patient, for a follow-up; repeat as for "
        + "'clonetrack followup'.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String] = []

  @OptionGroup(title: "Assay") var assay: AssayOptions

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
