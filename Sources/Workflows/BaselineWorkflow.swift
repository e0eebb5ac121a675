package import Clonotyping
package import Diagnostics
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Reports

/// `clonetrack baseline`: names the rearrangements of a patient's clone in a diagnostic sample.
///
/// A run of several samples calls `count`, `judge` and `write` itself, because what the samples say
/// about each other is known only when all of them are counted.
package struct BaselineWorkflow: Sendable {
  /// The record's file name in the result folder.
  package static let recordName = "baseline.json"

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
      try compared(SampleAnalysis(merging: parts, request, context, tracked: [], hooks))
    }
  }

  private func run(
    counting: (AnalysisContext) async throws(Diagnostic) -> SampleAnalysis
  ) async throws(Diagnostic) -> SampleOutcome {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath
    )
    let approval = try replacement?.approval(of: subject)
    let files = try ResultFiles(request, recordName: Self.recordName)
    let counted = try await counting(context)
    let (record, findings) = try await write(judge(counted), approval, to: files)
    return SampleOutcome(record, findings, folder: request.output)
  }

  /// Counts the reads.
  ///
  /// - Throws: The first fault of a file, or `RUN-INTERRUPTED`.
  func count(
    _ context: AnalysisContext,
    _ hooks: RunHooks
  ) async throws(Diagnostic) -> SampleAnalysis {
    try compared(await SampleAnalysis(request, context, tracked: [], hooks))
  }

  /// A counted sample with how common its clonotypes are among other subjects'.
  private func compared(_ counted: SampleAnalysis) throws(Diagnostic) -> SampleAnalysis {
    var analysis = counted
    let context = counted.context
    if let backgroundPath {
      analysis.background = try BackgroundFile(
        path: backgroundPath,
        targets: IndexSelection(context.profile.baseline, context.annotator)
          .targets(of: analysis.clonotypes),
        tolerance: context.profile.match,
        subject: subject
      )
    }
    return analysis
  }

  /// Chooses the index clonotypes and judges the sample.
  ///
  /// - Parameters:
  ///   - analysis: The counted sample.
  ///   - run: What the other samples of its run say about it.
  /// - Returns: Everything that can be said about the sample.
  func judge(_ analysis: SampleAnalysis, in run: RunInfluence = .none) -> JudgedBaseline {
    let quantification = analysis.quantify([])
    let context = analysis.context
    let selected = IndexSelection(
      context.profile.baseline,
      context.annotator,
      background: ExpectedBackground(
        context.annotator.germline,
        context.profile.generation,
        counts: analysis.background?.counts
      )
    ).select(
      analysis.clonotypes,
      SelectionContext(
        templatesPerRead: quantification.readsPerTemplate.map { 1 / $0 },
        cells: isEnriched ? nil : quantification.cells.equivalents,
        prefix: subject,
        lightChain: lightChain
      )
    )
    let findings =
      SampleRules.findings(
        for: evidence(analysis, selected.accepted + selected.rejected, quantification)
      ) + run.findings
    return JudgedBaseline(
      analysis: analysis,
      quantification: quantification,
      accepted: selected.accepted,
      rejected: selected.rejected,
      findings: findings,
      verdict: verdict(selected.accepted, findings)
    )
  }

  /// Writes the result folder.
  ///
  /// - Returns: The record and the findings behind it.
  /// - Throws: `FILE-WRITE` or `FILE-EXISTS`; nothing is left in the folder then.
  func write(
    _ judged: JudgedBaseline,
    _ approval: BaselineRecord.Approval? = nil,
    to folder: ResultFiles
  ) async throws(Diagnostic) -> (record: BaselineRecord, findings: [Diagnostic]) {
    var files = folder
    let context = judged.analysis.context
    var names: [Clonotype.Identity: String] = [:]
    for candidate in judged.accepted { names[candidate.clonotype.identity] = candidate.cloneID }
    let listed = try await ClonotypeTableFile(context: context, threads: request.threads).append(
      judged.analysis.clonotypes,
      names: names,
      to: &files
    )
    let stages = judged.analysis.stages + [listed]
    var record = judged.record(request, subject: subject, names: names, stages: stages)
    record.approval = approval
    (record.enriched, record.lightChain) = (isEnriched, lightChain)
    try files.append(record.json(), to: Self.recordName)
    let report = HTMLReport.render(record, parameters: context.profile.parameters)
    try files.append(Array(report.utf8), to: ResultFiles.reportName)
    let visit = FinishedVisit(record: .baseline(record), run: nil, sha256: "")
    try files.append(
      try MultiQCFiles.general([visit]).bytes(),
      to: request.sample + ResultFiles.multiQCSuffix
    )
    try files.finish(
      request,
      judged.analysis,
      stages: stages,
      extraInputs: [judged.analysis.background?.input].compactMap(\.self)
    )
    return (record, judged.findings)
  }

  private func evidence(
    _ analysis: SampleAnalysis,
    _ candidates: [IndexCandidate],
    _ quantification: SampleQuantification
  ) -> BaselineEvidence {
    let reads = analysis.clonotypes.classReads
    let amplified = Set(analysis.context.assay.targets.map { LocusClass($0.type) })
    return BaselineEvidence(
      totalReads: analysis.totalReads,
      classes: LocusClass.allCases.filter { amplified.isEmpty || amplified.contains($0) }.map {
        BaselineEvidence.ClassReads($0, reads: reads[$0] ?? 0)
      },
      candidates: candidates.map {
        BaselineEvidence.Candidate(
          cloneID: $0.cloneID,
          rearrangementType: $0.clonotype.type,
          likeFraction: $0.likeFraction,
          templates: $0.templates,
          vIdentity: $0.rearrangement.v?.identity,
          isProductive: $0.rearrangement.productive,
          expectedBackground: $0.expectedBackground?.templates,
          isIndex: $0.role != nil,
          dominance: $0.gates.first { $0.kind == .dominance }?.value
        )
      },
      isScaled: quantification.readsPerTemplate != nil,
      lightChain: lightChain,
      criteria: analysis.context.profile.baseline,
      limits: analysis.context.profile.monitoring
    )
  }

  /// The verdict: a failed sample has none of its candidates trusted.
  private func verdict(
    _ accepted: [IndexCandidate],
    _ findings: [Diagnostic]
  ) -> BaselineRecord.Verdict {
    if accepted.contains(where: { $0.role == .primary }) { return .indexFound }
    if !accepted.isEmpty { return .indexFoundSupportingOnly }
    let isUnusable = findings.contains {
      $0.severity == .failure && ["RUN-RDS", "BL-RDS"].contains($0.code)
    }
    return isUnusable ? .failed : .noIndex
  }
}
