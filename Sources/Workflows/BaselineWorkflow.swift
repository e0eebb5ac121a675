import Clonotyping
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

  /// Creates a workflow.
  package init(
    _ request: SampleRequest,
    subject: String,
    replacement: BaselineReplacement? = nil
  ) {
    (self.request, self.subject, self.replacement) = (request, subject, replacement)
  }

  /// Runs every stage and writes the result folder.
  ///
  /// - Parameter hooks: Progress and cancellation.
  /// - Returns: The result in words, with the findings.
  /// - Throws: The first fault; nothing is left in the folder then.
  package func run(_ hooks: RunHooks) async throws(Diagnostic) -> SampleOutcome {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath
    )
    let approval = try replacement?.approval(of: subject)
    let files = try ResultFiles(request, recordName: Self.recordName)
    let counted = try await count(context, hooks)
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
    try await SampleAnalysis(request, context, tracked: [], hooks)
  }

  /// Chooses the index clonotypes and judges the sample.
  ///
  /// - Parameters:
  ///   - analysis: The counted sample.
  ///   - run: What the other samples of its run say about it.
  /// - Returns: Everything that can be said about the sample.
  func judge(_ analysis: SampleAnalysis, in run: RunInfluence = .none) -> JudgedBaseline {
    let quantification = analysis.quantify([])
    let selected = IndexSelection(analysis.context.profile.baseline, analysis.context.annotator)
      .select(
        analysis.clonotypes,
        SelectionContext(
          templatesPerRead: quantification.readsPerTemplate.map { 1 / $0 },
          cells: quantification.cells.equivalents,
          prefix: subject
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
    var record = judged.record(request, subject: subject, stages: stages)
    record.approval = approval
    try files.append(record.json(), to: Self.recordName)
    try files.append(Array(HTMLReport.render(record).utf8), to: ResultFiles.reportName)
    try files.finish(request, judged.analysis, stages: stages, extraInputs: [])
    return (record, judged.findings)
  }

  private func evidence(
    _ analysis: SampleAnalysis,
    _ candidates: [IndexCandidate],
    _ quantification: SampleQuantification
  ) -> BaselineEvidence {
    let reads = LocusClass.reads(of: analysis.clonotypes)
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
          expectedBackground: $0.expectedBackground,
          isIndex: $0.role != nil
        )
      },
      isScaled: quantification.readsPerTemplate != nil,
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
