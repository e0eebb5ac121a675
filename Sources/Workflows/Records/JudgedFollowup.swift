import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Reports

/// A follow-up sample with everything that can be said about it, not written yet.
struct JudgedFollowup: Sendable {
  /// The counted sample.
  var counted: CountedFollowup
  /// Its level, scale and controls.
  var quantification: SampleQuantification
  /// What a person has to know.
  var findings: [Diagnostic]
  /// The call and the status at each cutoff.
  var verdict: SampleVerdict
  /// What polyclonal rearrangements say about blood in the marrow.
  var proxies: HaemodilutionProxies
  /// Clone and V alleles beside the baseline's; `nil` for a control.
  var genotype: GenotypeEvidence?
  /// Signs that the clone has changed.
  var drift: DriftAssessment
  /// What earlier visits said about the level, in order of time.
  var earlier: [VisitLevel]

  /// The record of the sample.
  ///
  /// - Parameters:
  ///   - request: What was asked for.
  ///   - visit: The name of the visit; `nil` if not stated.
  ///   - names: Identifiers of clonotypes that have one, by type and window.
  ///   - stages: Every stage's counts, the list of clonotypes included.
  /// - Returns: The record.
  func record(
    _ request: SampleRequest,
    visit: String?,
    names: [Clonotype.Identity: String],
    stages: [StageCounts]
  ) -> FollowupRecord {
    let (baseline, context) = (counted.baseline, counted.analysis.context)
    var result = FollowupRecord.Result(quantification, verdict)
    result.familyMRD = verdict.call == .failed ? nil : drift.familyLevel
    return FollowupRecord(
      programVersion: ProgramVersion.program,
      germline: context.germlineIdentity,
      profile: context.profileIdentity,
      assay: context.assayIdentity,
      sample: request.sample,
      subject: baseline.subject,
      visit: visit,
      metadata: request.metadata,
      baseline: baseline.identity,
      earlier: earlier,
      findings: FindingRecord.worstFirst(findings),
      result: result,
      clonotypes: zip(baseline.clones, quantification.clones).map {
        FollowupRecord.TrackedClonotype($0, $1, cells: quantification)
      },
      controls: quantification.controls.map { ControlRecord($0, findings: []) },
      repertoire: counted.analysis.repertoire(names),
      drift: drift.events.map { FollowupRecord.DriftRecord($0) },
      haemodilution: FollowupRecord.HaemodilutionRecord(proxies),
      identity: genotype.map { FollowupRecord.IdentityRecord($0) },
      counts: stages.map(\.record),
      replicates: quantification.replicates.map {
        FollowupRecord.ReplicateRecord($0, context.profile.quantification)
      }
    )
  }
}

extension FollowupRecord.IdentityRecord {
  /// The record of a comparison.
  init(_ evidence: GenotypeEvidence) {
    let (all, shared) = evidence.compared
    self.init(
      verdict: evidence.verdict,
      comparedClonotypes: all,
      sharedClonotypes: shared,
      neededClonotypes: evidence.limits.clonotypes
    )
  }
}
