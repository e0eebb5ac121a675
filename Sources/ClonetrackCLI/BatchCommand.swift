package import ArgumentParser
import Assays
import Counting
import Diagnostics
package import Workflows

/// `clonetrack batch`: parses arguments, calls one workflow, prints; decides nothing.
package struct BatchCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Judge all samples of a run, each with what the others say about it.",
    usage: "clonetrack batch <csv> [--assay <file>] -o <dir> [<options>]",
    discussion: """
      Every sample is counted for the clones of all subjects, so that index hopping, \
      contamination and swaps show. A sample that cannot be read stops no other one. After a \
      fault, Ctrl-C or a crash the same command with --resume goes on.
      """
  )

  package static let example = """
    clonetrack batch patient/samplesheet.csv --assay patient/assay.yaml \\
        -o results/run-01
    """

  @Argument(
    help: ArgumentHelp("The samples: sample,fastq_1,fastq_2,subject,role…", valueName: "csv"),
    completion: .file(extensions: ["csv"])
  )
  var sheet: String

  @Option(
    help: ArgumentHelp("A baseline record of an earlier run; repeat for more.", valueName: "json"),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String] = []

  @Option(
    help: ArgumentHelp(
      "A folder of earlier runs; repeat for more.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var earlier: [String] = []

  @Option(
    help: ArgumentHelp(
      "Nanograms of DNA where the sheet states none.",
      valueName: "n"
    )
  )
  var dnaNg: DNAMass?

  @Flag(help: "Refuse a sheet that seems to name persons.")
  var strictDeid = false

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup(title: "Results and run") var output: OutputOptions

  @Flag(help: "Go on where an earlier run stopped.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Replace recorded results for this reason.",
      valueName: "reason"
    )
  )
  var supersede: String?

  @Option(
    help: ArgumentHelp(
      "Samples to work on at once. (default: up to 4)",
      valueName: "n"
    )
  )
  var jobs: Int?

  @OptionGroup(title: "Results and run") var runOptions: RunOptions

  /// As many samples at once as threads are of use without more memory than a workstation has.
  private static let mostJobs = 4

  package init() {}

  package func validate() throws {
    if let jobs, !(1...RunOptions.mostThreads).contains(jobs) {
      throw ValidationError("--jobs is \(jobs); it must be 1 to \(RunOptions.mostThreads).")
    }
    guard Set(baseline).count == baseline.count else {
      throw ValidationError("--baseline names the same file twice.")
    }
    guard Set(earlier).count == earlier.count else {
      throw ValidationError("--earlier names the same folder twice.")
    }
    if let supersede, supersede.allSatisfy(\.isWhitespace) {
      throw ValidationError("--supersede is empty; state the reason.")
    }
  }

  /// What is asked for.
  package var request: BatchRequest {
    BatchRequest(
      sheetPath: sheet,
      assayPath: assay.assay,
      presetName: assay.preset,
      germlinePath: assay.germline,
      baselinePaths: baseline,
      earlierPaths: earlier,
      dnaNanograms: dnaNg?.nanograms,
      thresholds: judgement.thresholds,
      output: output.output,
      resumes: resume,
      force: output.force,
      supersedeReason: supersede,
      refusesPersons: strictDeid,
      jobs: jobs ?? min(Self.mostJobs, runOptions.threads),
      threads: runOptions.threads,
      commandLine: CommandLine.arguments
    )
  }

  package func run() async throws {
    assay.warn(isQuiet: runOptions.quiet)
    let plan: BatchPlan
    do throws(DiagnosticList) {
      plan = try BatchPlan(request)
    } catch {
      for fault in error.diagnostics { StandardError.print(fault) }
      throw error.diagnostics.first.map(CLIExit.code) ?? ExitCode.failure
    }
    let outcome = try await runOptions.watch { progress, isCancelled async throws(Diagnostic) in
      let outcome = try await BatchWorkflow(plan).run(
        RunHooks(progress: progress, isCancelled: isCancelled)
      )
      try output.show(outcome.summary, record: "batch.json")
      return outcome
    }
    for problem in outcome.warnings + outcome.faults { StandardError.print(problem) }
    if let fault = outcome.faults.first { throw CLIExit.code(for: fault) }
    if let code = runOptions.exitCode(for: outcome.severities) { throw code }
  }
}
