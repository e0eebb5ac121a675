import Clonotyping
import Crypto
package import Diagnostics
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Reports

/// `clonetrack followup`: counts a patient's clone in a later sample and judges the sample.
package struct FollowupWorkflow: Sendable {
  /// The record's file name in the result folder.
  package static let recordName = "followup.json"

  /// What to do.
  package var request: SampleRequest
  /// The paths of the baseline records; at least one.
  package var baselinePaths: [String]
  /// The name of the visit; `nil` if not stated.
  package var visit: String?

  /// Creates a workflow.
  package init(_ request: SampleRequest, baselinePaths: [String], visit: String?) {
    (self.request, self.baselinePaths, self.visit) = (request, baselinePaths, visit)
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
    let baseline = try TrackedBaseline(paths: baselinePaths)
    var files = try ResultFiles(request, recordName: Self.recordName)
    let analysis = try await SampleAnalysis(
      request,
      context,
      tracked: baseline.clones.map(\.target),
      hooks
    )
    let quantification = analysis.quantify(baseline.clones.map(\.info))
    let findings =
      baseline.findings(context)
      + SampleRules.findings(for: evidence(analysis, quantification, baseline))
    let verdict = SampleVerdict(
      of: quantification,
      hasFailure: findings.contains { $0.severity == .failure },
      hasIndeterminateFinding: findings.contains { $0.severity == .indeterminate },
      parameters: context.profile.quantification
    )
    var names: [Clonotype.Identity: String] = [:]
    for clonotype in analysis.clonotypes {
      names[clonotype.identity] = baseline.cloneID(of: clonotype)
    }
    let listed = try await ClonotypeTableFile(context: context, threads: request.threads).append(
      analysis.clonotypes,
      names: names,
      to: &files
    )
    let stages = analysis.stages + [listed]
    let record = FollowupRecord(
      programVersion: ProgramVersion.program,
      germline: context.germlineIdentity,
      profile: context.profileIdentity,
      assay: context.assayIdentity,
      sample: request.sample,
      subject: baseline.subject,
      visit: visit,
      baseline: baseline.identity,
      findings: findings.map { FindingRecord($0) },
      result: FollowupRecord.Result(quantification, verdict),
      clonotypes: zip(baseline.clones, quantification.clones).map {
        FollowupRecord.TrackedClonotype($0, $1, cells: quantification)
      },
      controls: quantification.controls.map { ControlRecord($0, findings: []) },
      drift: [],
      counts: stages.map(\.record),
      replicates: quantification.replicates.map {
        FollowupRecord.ReplicateRecord($0, context.profile.quantification)
      }
    )
    try files.append(record.json(), to: Self.recordName)
    try files.append(Array(HTMLReport.render(record).utf8), to: ResultFiles.reportName)
    try files.finish(request, analysis, stages: stages, extraInputs: baseline.inputs)
    return SampleOutcome(record, findings, folder: request.output)
  }

  private func evidence(
    _ analysis: SampleAnalysis,
    _ quantification: SampleQuantification,
    _ baseline: TrackedBaseline
  ) -> FollowupEvidence {
    let merging = analysis.stages[1]
    let background = analysis.clonotypes.filter { baseline.cloneID(of: $0) == nil }
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
      ambiguousReads: analysis.counts.ambiguous,
      backgroundClonotypes: background.count,
      effectiveClonotypes: Diversity.effectiveCount(background.map(\.duplicateCount)),
      parameters: analysis.context.profile.quantification,
      limits: analysis.context.profile.monitoring
    )
  }
}
