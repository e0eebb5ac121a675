import Clonotyping
package import Diagnostics
import Quantification
package import Rearrangements
package import Tracking

/// Everything that can be said about a diagnostic sample.
package struct BaselineJudgement: Sendable {
  /// The index clonotypes, in order of preference.
  package var accepted: [IndexCandidate]
  /// The other candidates, in order of abundance.
  package var rejected: [IndexCandidate]
  /// What a person has to know, in the order of the rules.
  package var findings: [Diagnostic]
  /// Whether there is something to track.
  package var verdict: BaselineVerdict

  /// Chooses the index clonotypes of a sample and judges it.
  ///
  /// - Parameters:
  ///   - sample: The counted and quantified sample.
  ///   - question: What is asked of it.
  package init(_ sample: SampleFacts, _ question: BaselineQuestion) {
    let quantification = sample.quantification
    let selected = IndexSelection(
      sample.limits.baseline,
      sample.annotator,
      background: question.background
    ).select(
      sample.clonotypes,
      SelectionContext(
        templatesPerRead: quantification.readsPerTemplate.map { 1 / $0 },
        cells: question.isEnriched ? nil : quantification.cells.equivalents,
        prefix: question.subject,
        lightChain: question.lightChain
      )
    )
    (accepted, rejected) = (selected.accepted, selected.rejected)
    findings =
      SampleRules.findings(
        for: BaselineEvidence(sample, selected, question)
      ) + sample.run.findings
    verdict = BaselineVerdict(accepted, findings)
  }

  /// What later samples look at.
  ///
  /// - Parameter sample: The sample that was judged.
  /// - Returns: The clonotypes and V alleles that changes are judged against.
  package func reference(_ sample: SampleFacts) -> BaselineReference {
    let candidates = accepted + rejected
    let known = Set(candidates.map(\.clonotype.identity))
    let clonotypes = sample.driftClonotypes
    let survey = PolyclonalSurvey(
      clonotypes,
      annotator: sample.annotator,
      limits: sample.limits.identity
    ) { known.contains($0.identity) }
    return BaselineReference(clonotypes, candidates: candidates, census: survey.census)
  }
}

/// What is asked of a diagnostic sample.
package struct BaselineQuestion: Sendable {
  /// The patient.
  package var subject: String
  /// Whether plasma cells were enriched: shares of nucleated cells then mean nothing.
  package var isEnriched: Bool
  /// The light chain of the patient's M-protein; `nil` if not stated.
  package var lightChain: LightChain?
  /// The kinds of recombination that the assay amplifies; empty if that is not known.
  package var amplified: [RearrangementType]
  /// Says how common a signature is among unrelated cells.
  package var background: ExpectedBackground

  /// Asks.
  package init(
    subject: String,
    isEnriched: Bool,
    lightChain: LightChain?,
    amplified: [RearrangementType],
    background: ExpectedBackground
  ) {
    (self.subject, self.isEnriched, self.lightChain) = (subject, isEnriched, lightChain)
    (self.amplified, self.background) = (amplified, background)
  }
}

extension BaselineEvidence {
  /// Collects what the rules look at.
  fileprivate init(
    _ sample: SampleFacts,
    _ selected: SelectedCandidates,
    _ question: BaselineQuestion
  ) {
    let reads = sample.clonotypes.classReads
    let amplified = Set(question.amplified.map { LocusClass($0) })
    self.init(
      totalReads: sample.totalReads,
      classes: LocusClass.allCases.filter { amplified.isEmpty || amplified.contains($0) }.map {
        ClassReads($0, reads: reads[$0] ?? 0)
      },
      candidates: selected.candidates.map {
        Candidate(
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
      unannotated: selected.unannotated.map {
        Unannotated(
          id: $0.id,
          locusClass: $0.locusClass,
          likeFraction: $0.likeFraction,
          reason: $0.reason
        )
      },
      isScaled: sample.quantification.readsPerTemplate != nil,
      lightChain: question.lightChain,
      criteria: sample.limits.baseline,
      limits: sample.limits.monitoring
    )
  }
}
