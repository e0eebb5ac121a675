import Clonotyping
package import Diagnostics
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Reports

/// `clonetrack baseline`: names the rearrangements of a patient's clone in a diagnostic sample.
package struct BaselineWorkflow: Sendable {
  /// The record's file name in the result folder.
  package static let recordName = "baseline.json"

  /// What to do.
  package var request: SampleRequest
  /// The patient.
  package var subject: String

  /// Creates a workflow.
  package init(_ request: SampleRequest, subject: String) {
    (self.request, self.subject) = (request, subject)
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
    var files = try ResultFiles(request, recordName: Self.recordName)
    let analysis = try await SampleAnalysis(request, context, tracked: [], hooks)
    let quantification = analysis.quantify([])
    let selected = IndexSelection(context.profile.baseline, context.annotator).select(
      analysis.clonotypes,
      SelectionContext(
        templatesPerRead: quantification.readsPerTemplate.map { 1 / $0 },
        cells: quantification.cells.equivalents,
        prefix: subject
      )
    )
    let findings = SampleRules.findings(
      for: evidence(analysis, selected.accepted + selected.rejected, quantification)
    )
    var names: [Clonotype.Identity: String] = [:]
    for candidate in selected.accepted { names[candidate.clonotype.identity] = candidate.cloneID }
    let listed = try await ClonotypeTableFile(context: context, threads: request.threads).append(
      analysis.clonotypes,
      names: names,
      to: &files
    )
    let stages = analysis.stages + [listed]
    let record = BaselineRecord(
      programVersion: ProgramVersion.program,
      germline: context.germlineIdentity,
      profile: context.profileIdentity,
      assay: context.assayIdentity,
      sample: request.sample,
      subject: subject,
      verdict: verdict(selected.accepted, findings),
      findings: findings.map { FindingRecord($0) },
      clonotypes: selected.accepted.map { BaselineRecord.Clonotype($0) },
      candidates: selected.rejected.map { BaselineRecord.Clonotype($0) },
      repertoire: analysis.repertoire,
      controls: quantification.controls.map { ControlRecord($0, findings: []) },
      counts: stages.map(\.record)
    )
    try files.append(record.json(), to: Self.recordName)
    try files.append(Array(HTMLReport.render(record).utf8), to: ResultFiles.reportName)
    try files.finish(request, analysis, stages: stages, extraInputs: [])
    return SampleOutcome(record, findings, folder: request.output)
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
