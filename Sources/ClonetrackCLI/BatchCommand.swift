package import ArgumentParser
import Diagnostics
package import Workflows

/// `clonetrack batch`: parses arguments, calls one workflow, prints; decides nothing.
package struct BatchCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Judge all samples of a run, each with what the others say about it.",
    discussion: """
      Baselines come first; every other sample is counted for the clones of all subjects, so that \
      index hopping, contamination and swaps show. A sample that cannot be read stops no other one. \
      Counts are kept in a hidden folder of the results: after a fault, Ctrl-C or a crash the same \
      command with --resume goes on where it was.
      """
  )

  package static let example = """
    clonetrack batch samplesheet.csv --assay assay.yaml -o results
    clonetrack batch samplesheet.csv --assay assay.yaml -o results --resume
    """

  @Argument(
    help: ArgumentHelp("The samples: sample,fastq_1,fastq_2,subject,role, …", valueName: "csv"),
    completion: .file(extensions: ["csv"])
  )
  var sheet: String

  @Option(
    help: ArgumentHelp("A baseline record of an earlier run; may be repeated.", valueName: "json"),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String] = []

  @Option(
    help: ArgumentHelp(
      "DNA in each replicate that the sheet does not state it of, in nanograms.",
      valueName: "n"
    )
  )
  var dnaNg: DNAMass?

  @Flag(help: "Refuse columns and values that look like a name, birth date or record number.")
  var strictDeid = false

  @OptionGroup(title: "Assay") var assay: AssayOptions
  @OptionGroup(title: "Judgement") var judgement: JudgementOptions
  @OptionGroup(title: "Results") var output: OutputOptions

  @Flag(help: "Go on with the counts and results that are there; do what is missing or changed.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Replace results that the audit trail names, for this reason; the old ones are kept.",
      valueName: "reason"
    )
  )
  var supersede: String?

  @Option(
    help: ArgumentHelp(
      "How many samples to work on at once; they share the threads. (default: up to 4)",
      valueName: "n"
    )
  )
  var jobs: Int?

  @OptionGroup(title: "Run") var runOptions: RunOptions

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
      try StandardOutput.write(outcome.summary)
      return outcome
    }
    for fault in outcome.faults { StandardError.print(fault) }
    if let fault = outcome.faults.first { throw CLIExit.code(for: fault) }
    if let code = runOptions.exitCode(for: outcome.severities) { throw code }
  }
}
