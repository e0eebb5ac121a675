package import ArgumentParser
import Assays
import Counting
import Diagnostics
import Records
import Workflows

/// `clonetrack merge`: parses arguments, calls one workflow, prints; decides nothing.
package struct MergeCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Judge a sample whose shards were counted apart.",
    usage: """
      clonetrack merge <counts> ... -o <dir> {--subject <id>|--baseline <json>}
      """
  )

  package static let example = """
    clonetrack merge P1-DX.1.counts P1-DX.2.counts --subject P1 \\
        --assay patient/assay.yaml --dna-ng 8 -o results/P1-DX-merged
    """

  @Argument(
    help: ArgumentHelp("The counts of every shard.", valueName: "counts"),
    completion: .file(extensions: ["counts"])
  )
  var parts: [String]

  @Option(
    help: ArgumentHelp(
      "DNA in each replicate, in nanograms.",
      valueName: "n"
    )
  )
  var dnaNg: DNAMass?

  @Option(help: ArgumentHelp("The patient of a baseline sample.", valueName: "id"))
  var subject: String?

  @OptionGroup(title: "The sample") var baselineFacts: BaselineFacts

  @Option(
    help: ArgumentHelp(
      "The records that a follow-up was counted with.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var baseline: [String] = []

  @OptionGroup(title: "The sample") var followupFacts: FollowupFacts
  @OptionGroup var judgementOptions: JudgementOptions
  @OptionGroup(title: "Assay, results and run") var assay: AssayOptions
  @OptionGroup(title: "Assay, results and run") var output: OutputOptions
  @OptionGroup(title: "Assay, results and run") var runOptions: RunOptions

  package init() {}

  package func validate() throws {
    if let subject { try SampleName.validate(subject, option: "--subject") }
    if let repeated = parts.first(where: { part in parts.count { $0 == part } > 1 }) {
      throw ValidationError("'\(repeated)' is given more than once.")
    }
    if baseline.isEmpty {
      guard subject != nil else {
        throw ValidationError("Give --subject for a baseline sample or --baseline for a follow-up.")
      }
      try refuse(
        followupFacts.given + judgementOptions.given,
        "only a follow-up sample, which needs --baseline, has it"
      )
    } else {
      try refuse(
        (subject == nil ? [] : ["--subject"]) + baselineFacts.given,
        "a follow-up sample takes no such option"
      )
      guard dnaNg != nil else { throw ValidationError("A follow-up needs --dna-ng.") }
      guard Set(baseline).count == baseline.count else {
        throw ValidationError("--baseline names the same file twice.")
      }
    }
  }

  private func refuse(_ options: [String], _ reason: String) throws {
    guard let option = options.first else { return }
    throw ValidationError("\(option) is given, but \(reason).")
  }

  /// What is asked for; the parts name the sample and its reads.
  private var judgement: MergePlan.Judgement {
    let request = SampleRequest(
      sample: "",
      replicates: [],
      assayPath: assay.assay,
      presetName: assay.preset,
      germlinePath: assay.germline,
      dnaNanograms: dnaNg?.nanograms,
      output: output.output,
      force: output.force,
      threads: runOptions.threads,
      commandLine: CommandLine.arguments
    )
    guard let subject else {
      return .followup(
        FollowupWorkflow(request, baselinePaths: baseline, followupFacts, judgementOptions)
      )
    }
    return .baseline(BaselineWorkflow(request, subject: subject, baselineFacts))
  }

  package func run() async throws {
    let plan: MergePlan
    do throws(DiagnosticList) {
      plan = try MergePlan(parts, judgement)
    } catch {
      for fault in error.diagnostics { StandardError.print(fault) }
      throw error.diagnostics.first.map(CLIExit.code) ?? ExitCode.failure
    }
    try await runOptions.perform { progress, isCancelled async throws(Diagnostic) in
      let hooks = RunHooks(progress: progress, isCancelled: isCancelled)
      let outcome = try await MergeWorkflow(plan).run(hooks)
      try output.show(
        outcome.summary,
        record: baseline.isEmpty ? BaselineRecord.fileName : FollowupRecord.fileName
      )
      return outcome.findings
    }
  }
}
