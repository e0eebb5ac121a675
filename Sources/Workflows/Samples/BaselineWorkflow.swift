import Assays
import Clonotyping
package import Counting
package import Diagnostics
import Files
import Monitoring
import Quantification
import Rearrangements
import Records
import Reports
import ResultStore
package import Tracking

/// `clonetrack baseline`: names the rearrangements of a patient's clone in a diagnostic sample.
///
/// A run of several samples calls `count`, `judge` and `write` itself, because what the samples say
/// about each other is known only when all of them are counted.
package struct BaselineWorkflow: Sendable {
  /// What to do.
  package var request: SampleRequest
  /// The patient.
  package var subject: String
  /// The decision that the record replaces an earlier one; `nil` if it replaces none.
  package var replacement: BaselineReplacement?

  /// Whether plasma cells were enriched: shares of nucleated cells then mean nothing.
  ///
  /// A sample sheet says so in its column `enriched`, too.
  package var isEnriched = false
  /// The light chain of the patient's M-protein; `nil` if not stated.
  package var lightChain: LightChain?
  /// The path of a file of other subjects' clonotypes; `nil` without one.
  package var backgroundPath: String?

  /// Creates a workflow.
  ///
  /// - Parameters:
  ///   - request: The sample.
  ///   - subject: The patient.
  ///   - isEnriched: Whether plasma cells were enriched; `nil` takes what the sample sheet says.
  ///   - lightChain: `kappa`, `lambda` or `nil`.
  ///   - backgroundPath: A file of other subjects' clonotypes.
  ///   - replacement: The decision that the record replaces an earlier one.
  package init(
    _ request: SampleRequest,
    subject: String,
    isEnriched: Bool? = nil,
    lightChain: String? = nil,
    backgroundPath: String? = nil,
    replacement: BaselineReplacement? = nil
  ) {
    (self.request, self.subject, self.replacement) = (request, subject, replacement)
    self.isEnriched = isEnriched ?? (request.metadata["enriched"] == "T")
    self.lightChain = lightChain.flatMap(LightChain.init)
    self.backgroundPath = backgroundPath
  }

  /// Runs every stage and writes the result folder; replicates are numbered in the order of their
  /// files' paths.
  ///
  /// - Parameter hooks: Progress and cancellation.
  /// - Returns: The result in words, with the findings.
  /// - Throws: The first fault; nothing is left in the folder then.
  package func run(_ hooks: RunHooks) async throws(Diagnostic) -> SampleOutcome {
    var ordered = self
    ordered.request = request.inFileOrder
    return try await ordered.runInOrder(hooks)
  }

  private func runInOrder(_ hooks: RunHooks) async throws(Diagnostic) -> SampleOutcome {
    try await run { context async throws(Diagnostic) in try await count(context, hooks) }
  }

  /// Judges a sample whose shards were counted apart, and writes the result folder.
  ///
  /// - Parameters:
  ///   - parts: The counts, each shard once.
  ///   - hooks: Progress and cancellation.
  /// - Returns: The result in words, with the findings.
  /// - Throws: The first fault; nothing is left in the folder then.
  func run(
    merging parts: [PartFile],
    _ hooks: RunHooks
  ) async throws(Diagnostic) -> SampleOutcome {
    try await run { context async throws(Diagnostic) in
      try compared(SampleAnalysis(merging: parts, request.input, context, tracked: [], hooks))
    }
  }

  private func run(
    counting: (AnalysisContext) async throws(Diagnostic) -> CountedBaseline
  ) async throws(Diagnostic) -> SampleOutcome {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath
    )
    let approval = try replacement?.approval(of: subject)
    let files = try resultFiles()
    let counted = try await counting(context)
    let record = try await write(counted, judge(counted), approval, to: files)
    return SampleOutcome(record.record, record.findings, folder: request.output)
  }

  /// The files of the sample's folder, made before the work begins.
  ///
  /// - Throws: `FILE-EXISTS` or `FILE-CREATE`.
  func resultFiles() throws(Diagnostic) -> ResultFiles {
    try ResultFiles(
      folder: request.output,
      names: ResultFiles.baselineNames(request.sample),
      force: request.force
    )
  }

  /// Counts the reads.
  ///
  /// - Throws: The first fault of a file, or `RUN-INTERRUPTED`.
  func count(
    _ context: AnalysisContext,
    _ hooks: RunHooks
  ) async throws(Diagnostic) -> CountedBaseline {
    try compared(await SampleAnalysis(request.input, context, tracked: [], hooks))
  }

  /// A counted sample with how common its clonotypes are among other subjects'.
  private func compared(_ analysis: SampleAnalysis) throws(Diagnostic) -> CountedBaseline {
    guard let backgroundPath else { return CountedBaseline(analysis: analysis) }
    let context = analysis.context
    return CountedBaseline(
      analysis: analysis,
      background: try BackgroundFile(
        path: backgroundPath,
        targets: IndexSelection(context.profile.baseline, context.annotator)
          .targets(of: analysis.clonotypes),
        tolerance: context.profile.match,
        subject: subject
      )
    )
  }

  /// Chooses the index clonotypes and judges the sample; pure.
  ///
  /// - Parameters:
  ///   - counted: The counted sample.
  ///   - run: What the other samples of its run say about it.
  /// - Returns: Everything that can be said about the sample.
  func judge(_ counted: CountedBaseline, in run: RunInfluence = .none) -> JudgedBaseline {
    let facts = counted.analysis.facts(request.input, metadata: request.metadata, in: run)
    let context = counted.analysis.context
    let question = BaselineQuestion(
      subject: subject,
      isEnriched: isEnriched,
      lightChain: lightChain,
      amplified: context.assay.targets.map(\.type),
      background: ExpectedBackground(
        context.annotator.germline,
        context.profile.generation,
        counts: counted.background?.counts
      )
    )
    return JudgedBaseline(
      facts: facts,
      question: question,
      judgement: BaselineJudgement(facts, question)
    )
  }

  /// The record of a judged sample.
  ///
  /// - Parameters:
  ///   - judged: The sample.
  ///   - context: Germline, assay and thresholds.
  ///   - names: Identifiers of clonotypes that have one.
  ///   - stages: Every stage's counts, the list of clonotypes included.
  /// - Returns: The record.
  func record(
    _ judged: JudgedBaseline,
    _ context: AnalysisContext,
    names: [ClonotypeIdentity: CloneID],
    stages: [StageCounts]
  ) -> BaselineRecord {
    BaselineRecord(
      judged.judgement,
      of: judged.facts,
      sample: request.sample,
      question: judged.question,
      context: context,
      names: names,
      stages: stages
    )
  }

  /// Writes the result folder.
  ///
  /// - Returns: The record and the findings behind it.
  /// - Throws: `FILE-WRITE` or `FILE-EXISTS`; nothing is left in the folder then.
  func write(
    _ counted: CountedBaseline,
    _ judged: JudgedBaseline,
    _ approval: BaselineRecord.Approval? = nil,
    to folder: ResultFiles
  ) async throws(Diagnostic) -> (record: BaselineRecord, findings: [Diagnostic]) {
    var files = folder
    let analysis = counted.analysis
    let context = analysis.context
    var names: [ClonotypeIdentity: CloneID] = [:]
    for candidate in judged.judgement.accepted {
      names[candidate.clonotype.identity] = candidate.cloneID
    }
    let listed = try await ClonotypeTableFile(context: context, threads: request.threads).append(
      analysis.clonotypes,
      names: names,
      to: &files
    )
    let stages = analysis.stages + [listed]
    var record = record(judged, context, names: names, stages: stages)
    record.approval = approval
    try files.append(record.json(), to: BaselineRecord.fileName)
    let report = HTMLReport.render(record, parameters: context.profile.parameters)
    try files.append(Array(report.utf8), to: ResultFiles.reportName)
    let visit = FinishedVisit(record: .baseline(record), run: nil, sha256: "")
    try files.append(
      try MultiQCFiles.general([visit]).bytes(),
      to: request.sample + ResultFiles.multiQCSuffix
    )
    try analysis.checkTemporaryFiles()
    try files.finish(
      request.description(context),
      inputs: analysis.inputs + [counted.background?.input].compactMap(\.self),
      stages: stages
    )
    return (record, judged.judgement.findings)
  }
}

/// A diagnostic sample whose reads are counted and not judged yet.
struct CountedBaseline: Sendable {
  /// The counts.
  var analysis: SampleAnalysis
  /// How often its signatures are among other subjects' clonotypes; `nil` without a background file.
  var background: BackgroundFile?
}

/// A diagnostic sample with everything that can be said about it, not written yet.
struct JudgedBaseline: Sendable {
  /// What it was judged by.
  var facts: SampleFacts
  /// What was asked of it.
  var question: BaselineQuestion
  /// What can be said about it.
  var judgement: BaselineJudgement
}
