package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack annotate`: parses arguments, calls one workflow, prints; decides nothing.
package struct AnnotateCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate every read of FASTA or FASTQ files as AIRR Rearrangement TSV.",
    discussion: "Writes one row for each read, in the order of the input."
  )

  package static let example = "clonetrack annotate reads.fasta -o reads.airr.tsv"

  @Argument(
    help: ArgumentHelp(
      "FASTA or FASTQ files, plain, gzip or bzip2; '-' is standard input.",
      valueName: "reads"
    ),
    completion: .file()
  )
  var reads: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The table to write; '-' is standard output.", valueName: "tsv"),
    completion: .file(extensions: ["tsv"])
  )
  var output: String

  @Flag(help: "Replace a table that is already there.")
  var force = false

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    guard !output.isEmpty else { throw ValidationError("-o must name a file.") }
    guard reads.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("Standard input ('-') can be read only once.")
    }
    guard !reads.contains(output) || output == "-" else {
      throw ValidationError("'\(output)' is both read and written; name another output.")
    }
  }

  package func run() async throws {
    let workflow = AnnotateWorkflow(
      readPaths: reads,
      assayPath: assay.assay,
      presetName: assay.preset,
      germlinePath: assay.germline,
      threads: runOptions.threads
    )
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let hooks = RunHooks(progress: progress, isCancelled: isCancelled)
      if output == "-" {
        try await workflow.run(hooks) { rows throws(Diagnostic) in try StandardOutput.write(rows) }
      } else {
        let file = try AtomicFile(path: output, force: force)
        try await workflow.run(hooks) { rows throws(Diagnostic) in try file.append(rows) }
        try file.commit()
      }
      return []
    }
  }
}
