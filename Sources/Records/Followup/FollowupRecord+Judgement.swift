package import Assays
package import Clonotyping
package import Diagnostics
package import Monitoring
import Quantification
import Rearrangements
package import Tracking

extension FollowupRecord {
  /// The record of a judged sample.
  ///
  /// - Parameters:
  ///   - judgement: What can be said about it.
  ///   - facts: What it was judged by.
  ///   - sample: Its name.
  ///   - visit: The name of the visit; `nil` if not stated.
  ///   - baseline: The clones of its subject.
  ///   - earlier: What the subject's earlier visits say about the level.
  ///   - context: Germline, assay and thresholds.
  ///   - names: Identifiers of clonotypes that have one.
  ///   - stages: Every stage's counts, the list of clonotypes included.
  package init(
    _ judgement: FollowupJudgement,
    of facts: SampleFacts,
    sample: String,
    visit: String?,
    baseline: BaselineSet,
    earlier: [VisitLevel],
    context: AnalysisContext,
    names: [ClonotypeIdentity: CloneID],
    stages: [StageCounts]
  ) {
    let quantification = facts.quantification
    var result = Result(quantification, judgement.verdict)
    result.familyMRD = judgement.verdict.call == .failed ? nil : judgement.drift.familyLevel
    self.init(
      programVersion: ProgramVersion.program,
      germline: context.germlineIdentity,
      profile: context.profileIdentity,
      assay: context.assayIdentity,
      sample: sample,
      subject: baseline.tracked.subject,
      visit: visit,
      metadata: facts.metadata,
      baseline: baseline.identity,
      earlier: earlier,
      findings: FindingRecord.worstFirst(judgement.findings),
      result: result,
      clonotypes: zip(baseline.tracked.clones, quantification.clones).map {
        TrackedClonotype($0, $1, cells: quantification)
      },
      controls: quantification.controls.map { ControlRecord($0, findings: []) },
      repertoire: ClassRepertoire.all(of: facts.clonotypes, names: names, context.annotator).map {
        RepertoireRecord($0)
      },
      drift: judgement.drift.events.map { DriftRecord($0) },
      haemodilution: HaemodilutionRecord(judgement.proxies),
      identity: judgement.genotype.map { IdentityRecord($0) },
      counts: stages.map { StageCountRecord($0) },
      replicates: quantification.replicates.map {
        ReplicateRecord($0, context.profile.quantification)
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

extension FollowupRecord.DriftRecord {
  /// The record of an event.
  init(_ event: DriftEvent) {
    let emerged = event.emerged
    let finding = FindingRecord(event.finding)
    self.init(
      event: event.code,
      severity: event.severity.rawValue,
      verdict: event.verdict.rawValue,
      message: event.message,
      remedy: finding.remedy,
      cloneID: event.cloneID?.description,
      newCloneID: emerged?.id.description,
      vCall: emerged?.vCall,
      jCall: emerged?.jCall,
      junction: emerged.flatMap { clonotype in
        clonotype.vCall == nil || clonotype.jCall == nil
          ? nil : String(decoding: clonotype.layout.windowBases, as: UTF8.self)
      },
      stem: event.stem,
      distance: event.distance,
      duplicateCount: emerged?.reads,
      templates: emerged?.templates,
      likeFraction: emerged?.likeFraction,
      cellFraction: emerged?.cellFraction,
      foldChange: event.change?.fold,
      pValue: event.change?.pValue
    )
  }
}
