import Clonotyping
import Diagnostics
import Monitoring
import Nucleotides
import Quantification
import Rearrangements
import Reports

extension FollowupWorkflow {
  /// What differs between a sample and its baseline, and what it shows of the marrow.
  struct Change {
    /// The signs that the clone has changed.
    var drift: DriftAssessment
    /// The proxies of haemodilution.
    var proxies: HaemodilutionProxies
    /// Clone and V alleles beside the baseline's; `nil` for a control.
    var genotype: GenotypeEvidence?
    /// All findings: identity, diluted marrow, drift.
    var findings: [Diagnostic]
  }

  /// Judges whether the sample is the subject's, its marrow diluted and its clone changed.
  ///
  /// Drift is not judged in a sample that seems to be another subject's.
  func change(
    _ counted: CountedFollowup,
    _ quantification: SampleQuantification,
    _ run: RunInfluence,
    after earlier: [FollowupRecord]
  ) -> Change {
    let baseline = counted.baseline
    let profile = counted.analysis.context.profile
    let survey = PolyclonalSurvey(counted.analysis, quantification) {
      baseline.cloneID(of: $0) != nil
    }
    // A control is a mixture, or another person's: it has no clone that drifts.
    guard Self.isPatient(request.metadata) else {
      return Change(drift: .none, proxies: survey.proxies, genotype: nil, findings: [])
    }
    let genotype = GenotypeEvidence(
      isIndexDetected: quantification.clones.contains(where: \.isDetected),
      baseline: baseline.census,
      later: survey.census,
      limits: profile.identity
    )
    let swap = GenotypeRule.finding(for: genotype)
    // A failed sample is no reference: it may be another subject's, or have no cells.
    let last = Self.latest(earlier.filter { $0.result.call != .failed })
    let dilution = HaemodilutionRule.finding(
      for: HaemodilutionEvidence(
        proxies: survey.proxies,
        reference: last.map { HaemodilutionProxies($0.haemodilution) },
        specimen: SpecimenEvidence.parse(request.metadata, role: nil).evidence,
        limits: profile.haemodilution
      )
    )
    let isForeign = swap != nil || Self.isForeign(run)
    let drift = isForeign ? .none : drift(counted, quantification, after: earlier)
    let fewAlleles = baseline.clones.isEmpty ? nil : GenotypeDepthRule.finding(for: genotype)
    // A swap that the run shows already is not told twice.
    let own = Self.isForeign(run) ? [dilution] : [swap, fewAlleles, dilution]
    return Change(
      drift: drift,
      proxies: survey.proxies,
      genotype: genotype,
      findings: own.compactMap(\.self) + drift.events.map(\.finding)
    )
  }

  /// Judges whether the clone has changed since baseline.
  ///
  /// - Parameters:
  ///   - counted: The counted sample.
  ///   - quantification: Its level and scale.
  ///   - earlier: Records of the subject's earlier follow-up samples.
  /// - Returns: The events and the level of the family.
  func drift(
    _ counted: CountedFollowup,
    _ quantification: SampleQuantification,
    after earlier: [FollowupRecord]
  ) -> DriftAssessment {
    let analysis = counted.analysis
    let limits = analysis.context.profile.drift
    let clones = counted.baseline.subcloneClones
    let judged = DriftClonotypes(analysis, quantification).all(
      atLeast: limits.templates
    ) { counted.baseline.cloneID(of: $0) }
    return DriftAssessment(
      of: DriftEvidence(
        baseline: counted.baseline.driftClones,
        baselineCells: counted.baseline.cellEquivalents,
        unlistedTemplates: counted.baseline.unlistedTemplates,
        // A failed assay has lost everything; that is no loss of the clone.
        clones: quantification.usedReplicates.isEmpty
          ? [] : quantification.clones.map { DriftEvidence.TrackedCount($0) },
        clonotypes: judged.flatMap { split($0, clones, counted.analysis.counts.subclones, limits) },
        clonotypeCounts: analysis.clonotypes.sizes.mapValues(\.clonotypes),
        cells: quantification.cells.equivalents,
        clinical: ClinicalStatus(request.metadata),
        sightings: earlier.flatMap(\.sightings),
        date: request.metadata["collection_date"].flatMap { CalendarDate($0) },
        limits: limits
      )
    )
  }

  /// Whether the sample is another subject's and so tells nothing of the clone.
  static func isForeign(_ run: RunInfluence) -> Bool {
    run.findings.contains { $0.code == "ID-SWAP" && $0.severity >= .failure }
  }

  /// Bases next to primers in which a member of a clone is not looked for, nt.
  private static let edge = 10

  /// A clonotype with a tracked junction as the clone itself and the member that its reads show
  /// beside it; any other as it is.
  ///
  /// - Parameters:
  ///   - clonotype: The clonotype.
  ///   - clones: The tracked clones with V and J.
  ///   - tally: The sample's reads laid on those clones, in their order.
  ///   - limits: When a member is one.
  /// - Returns: One clonotype, or the clone and its member.
  private func split(
    _ clonotype: DriftClonotype,
    _ clones: [DriftClonotype],
    _ tally: SubcloneTally,
    _ limits: DriftLimits
  ) -> [DriftClonotype] {
    guard
      let position = clones.firstIndex(where: {
        $0.type == clonotype.type
          && $0.layout.windowBases == clonotype.layout.windowBases
      })
    else { return [clonotype] }
    let index = clones[position]
    var own = clonotype
    (own.layout, own.trackedID) = (index.layout, index.id)
    guard let found = tally.subclone(of: position, atLeast: limits.familyFraction) else {
      return [own]
    }
    var member = clonotype
    // Next to a primer the baseline's best read may be one that lost a base unseen.
    var bases = index.layout.bases
    let inner = bases.indices.dropFirst(Self.edge).dropLast(Self.edge)
    for (place, base) in found.bases.description.utf8.enumerated() where inner.contains(place) {
      bases[place] = base
    }
    let changed = bases.indices.filter { bases[$0] != index.layout.bases[$0] }
    guard changed.count >= limits.differences else { return [own] }
    member.id += ".subclone"
    member.trackedID = nil
    member.layout = index.layout
    member.layout.bases = bases
    member.layout.mutations = Set(
      index.layout.mutations + changed.filter { $0 < index.layout.ndn.lowerBound }
    ).sorted()
    (own, member) = (own.scaled(by: 1 - found.share), member.scaled(by: found.share))
    return [own, member]
  }
}

extension DriftClonotype {
  /// The clonotype with a share of its reads.
  fileprivate func scaled(by share: Double) -> DriftClonotype {
    var part = self
    part.reads = Int((Double(reads) * share).rounded())
    part.templates = templates.map { $0 * share }
    part.likeFraction = likeFraction * share
    part.cellFraction = cellFraction.map { $0 * share }
    return part
  }
}
