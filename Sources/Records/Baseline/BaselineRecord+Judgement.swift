package import Assays
package import Clonotyping
package import Diagnostics
package import Monitoring
import Quantification
import Rearrangements
package import Tracking

extension BaselineRecord {
  /// The record of a judged sample.
  ///
  /// - Parameters:
  ///   - judgement: What can be said about it.
  ///   - facts: What it was judged by.
  ///   - sample: Its name.
  ///   - question: What was asked of it.
  ///   - context: Germline, assay and thresholds.
  ///   - names: Identifiers of clonotypes that have one.
  ///   - stages: Every stage's counts, the list of clonotypes included.
  package init(
    _ judgement: BaselineJudgement,
    of facts: SampleFacts,
    sample: String,
    question: BaselineQuestion,
    context: AnalysisContext,
    names: [ClonotypeIdentity: CloneID],
    stages: [StageCounts]
  ) {
    self.init(
      programVersion: ProgramVersion.program,
      germline: context.germlineIdentity,
      profile: context.profileIdentity,
      assay: context.assayIdentity,
      sample: sample,
      subject: question.subject,
      metadata: facts.metadata,
      enriched: question.isEnriched,
      lightChain: question.lightChain,
      verdict: judgement.verdict,
      findings: FindingRecord.worstFirst(judgement.findings),
      clonotypes: judgement.accepted.map { Clonotype($0) },
      candidates: judgement.rejected.map { Clonotype($0) },
      repertoire: ClassRepertoire.all(of: facts.clonotypes, names: names, context.annotator).map {
        RepertoireRecord($0)
      },
      reference: Reference(judgement.reference(facts)),
      controls: facts.quantification.controls.map { ControlRecord($0, findings: []) },
      counts: stages.map { StageCountRecord($0) }
    )
  }
}
