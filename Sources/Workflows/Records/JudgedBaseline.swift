import Clonotyping
import Diagnostics
import Quantification
import Reports

/// A diagnostic sample with everything that can be said about it, not written yet.
struct JudgedBaseline: Sendable {
  /// The counted sample.
  var analysis: SampleAnalysis
  /// Its scale and controls.
  var quantification: SampleQuantification
  /// The index clonotypes, in order of preference.
  var accepted: [IndexCandidate]
  /// The other candidates, in order of abundance.
  var rejected: [IndexCandidate]
  /// What a person has to know.
  var findings: [Diagnostic]
  /// Whether there is something to track.
  var verdict: BaselineRecord.Verdict

  /// The record of the sample.
  ///
  /// - Parameters:
  ///   - request: What was asked for.
  ///   - subject: The patient.
  ///   - names: Identifiers of clonotypes that have one, by type and window.
  ///   - stages: Every stage's counts, the list of clonotypes included.
  /// - Returns: The record.
  func record(
    _ request: SampleRequest,
    subject: String,
    names: [Clonotype.Identity: String],
    stages: [StageCounts]
  ) -> BaselineRecord {
    BaselineRecord(
      programVersion: ProgramVersion.program,
      germline: analysis.context.germlineIdentity,
      profile: analysis.context.profileIdentity,
      assay: analysis.context.assayIdentity,
      sample: request.sample,
      subject: subject,
      metadata: request.metadata,
      verdict: verdict,
      findings: FindingRecord.worstFirst(findings),
      clonotypes: accepted.map { BaselineRecord.Clonotype($0) },
      candidates: rejected.map { BaselineRecord.Clonotype($0) },
      repertoire: analysis.repertoire(names),
      reference: BaselineRecord.Reference(
        analysis,
        quantification,
        candidates: accepted + rejected
      ),
      controls: quantification.controls.map { ControlRecord($0, findings: []) },
      counts: stages.map(\.record)
    )
  }
}
