import Assays
import Clonotyping
package import Counting
package import Diagnostics
import Files
import Monitoring
import Quantification
import Records
import Reports
import ResultStore
import Tracking

/// `clonetrack followup`: counts a patient's clone in a later sample and judges the sample.
///
/// A run of several samples calls `count`, `judge` and `write` itself, because what the samples say
/// about each other is known only when all of them are counted.
package struct FollowupWorkflow: Sendable {
  /// What to do.
  package var request: SampleRequest
  /// The paths of the baseline records; at least one.
  package var baselinePaths: [String]
  /// The paths of the subject's earlier follow-up records, which tell of clones seen before.
  package var earlierPaths: [String]
  /// The name of the visit; `nil` if not stated.
  package var visit: String?

  /// Creates a workflow.
  package init(
    _ request: SampleRequest,
    baselinePaths: [String],
    earlierPaths: [String] = [],
    visit: String?
  ) {
    self.request = request
    self.baselinePaths = baselinePaths
    self.earlierPaths = earlierPaths
    self.visit = visit
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
    try await run { context, baseline async throws(Diagnostic) in
      try await count(context, baseline, hooks)
    }
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
    try await run { context, baseline async throws(Diagnostic) in
      let analysis = try SampleAnalysis(
        merging: parts,
        request.input,
        context,
        tracked: baseline.tracked.clones.map(\.target),
        subclones: baseline.tracked.subcloneTally,
        hooks
      )
      return CountedFollowup(analysis: analysis, baseline: baseline)
    }
  }

  private func run(
    counting: (AnalysisContext, BaselineSet) async throws(Diagnostic) -> CountedFollowup
  ) async throws(Diagnostic) -> SampleOutcome {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath,
      thresholds: request.thresholds
    )
    let baseline = try BaselineSet(paths: baselinePaths, criteria: context.profile.baseline)
    let earlier = try earlierResults(of: baseline.tracked.subject)
    let files = try resultFiles()
    let counted = try await counting(context, baseline)
    let (record, findings) = try await write(
      judge(counted, after: earlier),
      earlier.map(\.file),
      to: files
    )
    return SampleOutcome(record, findings, folder: request.output)
  }

  /// The files of the sample's folder, made before the work begins.
  ///
  /// - Throws: `FILE-EXISTS` or `FILE-CREATE`.
  func resultFiles() throws(Diagnostic) -> ResultFiles {
    try ResultFiles(
      folder: request.output,
      names: ResultFiles.followupNames(request.sample),
      force: request.force
    )
  }

  /// Reads the records of earlier follow-up samples.
  ///
  /// - Throws: `FILE-MISSING`, or `RECORD-SYNTAX` if one is damaged or of another subject.
  private func earlierResults(of subject: String) throws(Diagnostic) -> [EarlierResult] {
    var results: [EarlierResult] = []
    for path in earlierPaths {
      let file = try InputFile.content(of: path)
      let record = try FollowupRecord.read(from: file.bytes, path: path)
      guard record.subject == subject else {
        throw Diagnostic(
          code: "RECORD-SYNTAX",
          message: "the earlier visit is of subject \(record.subject), expected \(subject) as in "
            + "the baseline",
          location: .init(path: path),
          suggestion: "Give earlier visits of the same subject only."
        )
      }
      results.append(EarlierResult(record, file: file.identity))
    }
    return results
  }

  /// Counts the reads.
  ///
  /// - Parameters:
  ///   - context: Germline, assay and thresholds.
  ///   - baseline: The clones of the sample's subject.
  ///   - foreign: Clones of other subjects, counted to see whether samples mix.
  ///   - hooks: Progress and cancellation.
  /// - Returns: The counts.
  /// - Throws: The first fault of a file, or `RUN-INTERRUPTED`.
  func count(
    _ context: AnalysisContext,
    _ baseline: BaselineSet,
    foreign: [SignatureTarget] = [],
    _ hooks: RunHooks
  ) async throws(Diagnostic) -> CountedFollowup {
    let analysis = try await SampleAnalysis(
      request.input,
      context,
      tracked: baseline.tracked.clones.map(\.target) + foreign,
      subclones: baseline.tracked.subcloneTally,
      hooks
    )
    return CountedFollowup(analysis: analysis, baseline: baseline)
  }

  /// Quantifies and judges a counted sample; pure.
  ///
  /// - Parameters:
  ///   - counted: The counted sample.
  ///   - run: What the other samples of its run say about it.
  ///   - earlier: Earlier follow-ups of the subject.
  /// - Returns: Everything that can be said about the sample.
  func judge(
    _ counted: CountedFollowup,
    in run: RunInfluence = .none,
    after earlier: [EarlierResult] = []
  ) -> JudgedFollowup {
    let tracked = counted.baseline.tracked
    let facts = counted.analysis.facts(
      request.input,
      metadata: request.metadata,
      clones: TrackedCloneInfo.all(tracked),
      in: run
    )
    return JudgedFollowup(
      counted: counted,
      facts: facts,
      judgement: FollowupJudgement(facts, tracked: tracked, after: earlier.map(\.visit)),
      earlier: SampleRole.isPatientFollowup(request.metadata)
        ? (counted.baseline.levels + earlier.map(\.level)).sorted(by: VisitLevel.precedes) : []
    )
  }

  /// Writes the result folder.
  ///
  /// - Parameters:
  ///   - judged: The judged sample.
  ///   - earlier: The records of earlier visits it was judged with.
  ///   - folder: Where the files go.
  /// - Returns: The record and the findings behind it.
  /// - Throws: `FILE-WRITE` or `FILE-EXISTS`; nothing is left in the folder then.
  func write(
    _ judged: JudgedFollowup,
    _ earlier: [FileIdentity] = [],
    to folder: ResultFiles
  ) async throws(Diagnostic) -> (record: FollowupRecord, findings: [Diagnostic]) {
    var files = folder
    let (analysis, baseline) = (judged.counted.analysis, judged.counted.baseline)
    let context = analysis.context
    var names: [ClonotypeIdentity: CloneID] = [:]
    for clonotype in analysis.clonotypes {
      let id = baseline.tracked.cloneID(of: clonotype)
      // Nothing is there to take away before the first clone.
      if id != nil || !names.isEmpty { names[clonotype.identity] = id }
    }
    let listed = try await ClonotypeTableFile(context: context, threads: request.threads).append(
      analysis.clonotypes,
      names: names,
      to: &files
    )
    let stages = analysis.stages + [listed]
    let record = FollowupRecord(
      judged.judgement,
      of: judged.facts,
      sample: request.sample,
      visit: visit,
      baseline: baseline,
      earlier: judged.earlier,
      context: context,
      names: names,
      stages: stages
    )
    try files.append(record.json(), to: FollowupRecord.fileName)
    try files.append(Array(DriftTable.render(record).utf8), to: ResultFiles.driftName)
    let report = HTMLReport.render(record, parameters: context.profile.parameters)
    try files.append(Array(report.utf8), to: ResultFiles.reportName)
    let visit = FinishedVisit(record: .followup(record), run: nil, sha256: "")
    try files.append(
      try MultiQCFiles.general([visit]).bytes(),
      to: request.sample + ResultFiles.multiQCSuffix
    )
    try analysis.checkTemporaryFiles()
    try files.finish(
      request.description(context),
      inputs: analysis.inputs + baseline.inputs + earlier,
      stages: stages
    )
    return (record, judged.judgement.findings)
  }
}

/// A follow-up sample whose reads are counted and not judged yet.
///
/// Its analysis counts the controls first, then the clones of `baseline`, then those of other
/// subjects.
struct CountedFollowup: Sendable {
  /// The counts.
  var analysis: SampleAnalysis
  /// The clones of the sample's own subject.
  var baseline: BaselineSet

  /// Counts the clone of another subject over all replicates.
  ///
  /// - Parameter position: Its place among the foreign targets the sample was counted with.
  /// - Returns: Its reads.
  func foreignReads(at position: Int) -> Int {
    analysis.reads(ofTracked: baseline.tracked.clones.count + position)
  }
}

/// A follow-up sample with everything that can be said about it, not written yet.
struct JudgedFollowup: Sendable {
  /// The counted sample.
  var counted: CountedFollowup
  /// What it was judged by.
  var facts: SampleFacts
  /// What can be said about it.
  var judgement: FollowupJudgement
  /// What earlier visits said about the level, in order of time; empty for a control.
  var earlier: [VisitLevel]
}
