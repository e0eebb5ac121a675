package import Diagnostics
package import Quantification
package import Tracking

/// Everything that can be said about a follow-up sample.
package struct FollowupJudgement: Sendable {
  /// What a person has to know, in the order of the rules.
  package var findings: [Diagnostic]
  /// The call and the status at each cutoff.
  package var verdict: SampleVerdict
  /// What polyclonal rearrangements say about blood in the marrow.
  package var proxies: HaemodilutionProxies
  /// Clone and V alleles beside the baseline's; `nil` for a control.
  package var genotype: GenotypeEvidence?
  /// Signs that the clone has changed.
  package var drift: DriftAssessment

  /// Judges a sample.
  ///
  /// - Parameters:
  ///   - sample: The counted and quantified sample.
  ///   - tracked: The clones of its subject.
  ///   - earlier: The subject's earlier follow-ups.
  package init(
    _ sample: SampleFacts,
    tracked: TrackedClones,
    after earlier: [EarlierVisit] = []
  ) {
    let change = Change(sample, tracked, earlier)
    (proxies, genotype, drift) = (change.proxies, change.genotype, change.drift)
    findings =
      tracked.findings(analysedBy: sample.method)
      + SampleRules.findings(
        for: FollowupEvidence(sample, tracked: tracked, emerged: change.drift.emerged)
      )
      + sample.run.findings
      + [Self.methodChange(sample.method, since: earlier)].compactMap(\.self) + change.findings
    verdict = SampleVerdict(
      of: sample.quantification,
      findings: findings,
      parameters: sample.limits.quantification
    )
  }

  /// The finding that the last visit was made by another method; `nil` if it was made by this one,
  /// or there is none.
  private static func methodChange(
    _ method: AnalysisMethod,
    since earlier: [EarlierVisit]
  ) -> Diagnostic? {
    guard let last = earlier.latest else { return nil }
    return MethodChangeRule.finding(
      for: MethodEvidence(
        comparedWith: "visit \(last.visit ?? last.sample)",
        madeBy: last.method,
        present: method
      )
    )
  }
}

/// What differs between a sample and its baseline, and what it shows of the marrow.
private struct Change {
  var drift: DriftAssessment
  var proxies: HaemodilutionProxies
  var genotype: GenotypeEvidence?
  /// All findings: identity, diluted marrow, drift.
  var findings: [Diagnostic]

  /// Judges whether the sample is the subject's, its marrow diluted and its clone changed.
  ///
  /// Drift is not judged in a sample that seems to be another subject's.
  init(_ sample: SampleFacts, _ tracked: TrackedClones, _ earlier: [EarlierVisit]) {
    let clonotypes = sample.driftClonotypes
    let survey = PolyclonalSurvey(
      clonotypes,
      annotator: sample.annotator,
      limits: sample.limits.identity
    ) { tracked.cloneID(of: $0) != nil }
    proxies = survey.proxies
    // A control is a mixture, or another person's: it has no clone that drifts.
    guard sample.isPatient else {
      (drift, genotype, findings) = (.none, nil, [])
      return
    }
    let genotype = GenotypeEvidence(
      isIndexDetected: sample.quantification.clones.contains(where: \.isDetected),
      baseline: tracked.census,
      later: survey.census,
      limits: sample.limits.identity
    )
    self.genotype = genotype
    let swap = GenotypeRule.finding(for: genotype)
    // A failed sample is no reference: it may be another subject's, or have no cells.
    let last = earlier.filter { $0.call != .failed }.latest
    let dilution = HaemodilutionRule.finding(
      for: HaemodilutionEvidence(
        proxies: survey.proxies,
        reference: last?.proxies,
        specimen: SpecimenEvidence.parse(sample.metadata, role: nil).evidence,
        limits: sample.limits.haemodilution
      )
    )
    drift =
      swap != nil || sample.run.isForeign
      ? .none : DriftAssessment(of: DriftEvidence(sample, clonotypes, tracked, after: earlier))
    let fewAlleles = tracked.clones.isEmpty ? nil : GenotypeDepthRule.finding(for: genotype)
    // A swap that the run shows already is not told twice.
    let own = sample.run.isForeign ? [dilution] : [swap, fewAlleles, dilution]
    findings = own.compactMap(\.self) + drift.events.map(\.finding)
  }
}
