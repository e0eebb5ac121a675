package import ArgumentParser
import Assays
import Counting
import Diagnostics
import Files
import Workflows

/// `clonetrack annotate`: parses arguments, calls one workflow, prints; decides nothing.
package struct AnnotateCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate every read of FASTA or FASTQ files as AIRR Rearrangement TSV.",
    usage: "clonetrack annotate <reads> ... (-o <tsv> | --show <read>) [<options>]",
    discussion: """
      Writes one row for each read, in the order of the input. With --show, prints the alignment of \
      one read instead.
      """
  )

  package static let example =
    "clonetrack annotate rearrangements/plain.fa -o results/plain.airr.tsv"

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
  var output: String?

  @Option(
    help: ArgumentHelp("Print the alignment of the read of this name.", valueName: "read")
  )
  var show: String?

  @Option(
    name: .customLong("show-html"),
    help: ArgumentHelp("Write that alignment as a web page.", valueName: "html"),
    completion: .file(extensions: ["html"])
  )
  var showHTML: String?

  @Flag(help: "Replace a table that is already there.")
  var force = false

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Results and run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    guard (output == nil) != (show == nil) else {
      throw ValidationError("Give either -o for a table or --show for one read.")
    }
    guard showHTML == nil || show != nil else {
      throw ValidationError("--show-html needs --show.")
    }
    guard output?.isEmpty != true else { throw ValidationError("-o must name a file.") }
    guard showHTML.map({ !$0.isEmpty && !reads.contains($0) }) ?? true else {
      throw ValidationError("--show-html must name a file that is not read.")
    }
    guard reads.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("Standard input ('-') can be read only once.")
    }
    if let output, reads.contains(output), output != "-" {
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
      if let show {
        let alignment = try workflow.alignment(ofRead: show)
        if let showHTML {
          let file = try AtomicFile(path: showHTML, force: force)
          try file.append(Array(alignment.html.utf8).span)
          try file.commit()
        }
        try StandardOutput.write(alignment.text)
        return []
      }
      guard let output else { return [] }
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
