import Clonotyping
package import Diagnostics
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Reports

/// `clonetrack followup`: counts a patient's clone in a later sample and judges the sample.
///
/// A run of several samples calls `count`, `judge` and `write` itself, because what the samples say
/// about each other is known only when all of them are counted.
package struct FollowupWorkflow: Sendable {
  /// The record's file name in the result folder.
  package static let recordName = "followup.json"

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
        request,
        context,
        tracked: baseline.clones.map(\.target),
        subclones: baseline.subcloneTally,
        hooks
      )
      return CountedFollowup(analysis: analysis, baseline: baseline)
    }
  }

  private func run(
    counting: (AnalysisContext, TrackedBaseline) async throws(Diagnostic) -> CountedFollowup
  ) async throws(Diagnostic) -> SampleOutcome {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath,
      thresholds: request.thresholds
    )
    let baseline = try TrackedBaseline(paths: baselinePaths, criteria: context.profile.baseline)
    let earlier = try earlierRecords(of: baseline.subject)
    let files = try ResultFiles(request, recordName: Self.recordName)
    let counted = try await counting(context, baseline)
    let (record, findings) = try await write(
      judge(counted, after: earlier.map(\.record)),
      earlier.map(\.file),
      to: files
    )
    return SampleOutcome(record, findings, folder: request.output)
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
    _ baseline: TrackedBaseline,
    foreign: [SignatureTarget] = [],
    _ hooks: RunHooks
  ) async throws(Diagnostic) -> CountedFollowup {
    let analysis = try await SampleAnalysis(
      request,
      context,
      tracked: baseline.clones.map(\.target) + foreign,
      subclones: baseline.subcloneTally,
      hooks
    )
    return CountedFollowup(analysis: analysis, baseline: baseline)
  }

  /// Quantifies and judges a counted sample; pure.
  ///
  /// - Parameters:
  ///   - counted: The counted sample.
  ///   - run: What the other samples of its run say about it.
  ///   - earlier: Records of the subject's earlier follow-up samples.
  /// - Returns: Everything that can be said about the sample.
  func judge(
    _ counted: CountedFollowup,
    in run: RunInfluence = .none,
    after earlier: [FollowupRecord] = []
  ) -> JudgedFollowup {
    let (analysis, baseline) = (counted.analysis, counted.baseline)
    let parameters = analysis.context.profile.quantification
    let quantification = analysis.quantify(
      baseline.clones.map(\.info),
      background: run.background
    )
    let change = change(counted, quantification, run, after: earlier)
    let findings =
      baseline.findings(analysis.context)
      + SampleRules.findings(for: evidence(analysis, quantification, baseline, change.drift))
      + run.findings
      + [methodChange(analysis.context, since: earlier)].compactMap(\.self) + change.findings
    return JudgedFollowup(
      counted: counted,
      quantification: quantification,
      findings: findings,
      verdict: SampleVerdict(of: quantification, findings: findings, parameters: parameters),
      proxies: change.proxies,
      genotype: change.genotype,
      drift: change.drift,
      earlier: Self.isPatient(request.metadata)
        ? (baseline.records.map { VisitLevel($0) } + earlier.map { VisitLevel($0) })
          .sorted(by: VisitLevel.precedes) : []
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
    _ earlier: [RunRecord.FileRecord] = [],
    to folder: ResultFiles
  ) async throws(Diagnostic) -> (record: FollowupRecord, findings: [Diagnostic]) {
    var files = folder
    let (analysis, baseline) = (judged.counted.analysis, judged.counted.baseline)
    var names: [Clonotype.Identity: String] = [:]
    for clonotype in analysis.clonotypes {
      let id = baseline.cloneID(of: clonotype)
      // Nothing is there to take away before the first clone.
      if id != nil || !names.isEmpty { names[clonotype.identity] = id }
    }
    let listed = try await ClonotypeTableFile(
      context: analysis.context,
      threads: request.threads
    ).append(analysis.clonotypes, names: names, to: &files)
    let stages = analysis.stages + [listed]
    let record = judged.record(request, visit: visit, names: names, stages: stages)
    try files.append(record.json(), to: Self.recordName)
    try files.append(Array(DriftTable.render(record).utf8), to: ResultFiles.driftName)
    let report = HTMLReport.render(record, parameters: analysis.context.profile.parameters)
    try files.append(Array(report.utf8), to: ResultFiles.reportName)
    let visit = FinishedVisit(record: .followup(record), run: nil, sha256: "")
    try files.append(
      try MultiQCFiles.general([visit]).bytes(),
      to: request.sample + ResultFiles.multiQCSuffix
    )
    try files.finish(request, analysis, stages: stages, extraInputs: baseline.inputs + earlier)
    return (record, judged.findings)
  }

  private func evidence(
    _ analysis: SampleAnalysis,
    _ quantification: SampleQuantification,
    _ baseline: TrackedBaseline,
    _ drift: DriftAssessment
  ) -> FollowupEvidence {
    let merging = analysis.stages[1]
    // A clone that emerged is told of as such and is no polyclonal background.
    let emerged = Set(drift.events.compactMap(\.emerged).map { $0.id.prefix { $0 != "." } })
    let background = ClonotypeSizes(
      analysis.clonotypes.enumerated().lazy.filter { index, clonotype in
        baseline.cloneID(of: clonotype) == nil
          && (emerged.isEmpty || !emerged.contains("clonotype-\(index + 1)"))
      }.map(\.element)
    )
    let isPaired = request.replicates.contains { $0.lanes.contains { $0.second != nil } }
    return FollowupEvidence(
      quantification: quantification,
      totalReads: analysis.totalReads,
      replicateReads: Dictionary(
        uniqueKeysWithValues: analysis.counts.pairs.enumerated().map { ($0 + 1, $1) }
      ),
      mergedFraction: isPaired && merging.input > 0
        ? Double(merging.output) / Double(merging.input) : nil,
      onTargetReads: analysis.controlReads + analysis.stages[3].output,
      matchedReads: analysis.controlReads + quantification.clones.reduce(0) { $0 + $1.reads },
      ambiguousReads: analysis.attributed.ambiguous,
      backgroundClonotypes: background.clonotypes,
      effectiveClonotypes: Diversity.effectiveCount(clonotypesByReads: background.counts),
      parameters: analysis.context.profile.quantification,
      limits: analysis.context.profile.monitoring
    )
  }
}
