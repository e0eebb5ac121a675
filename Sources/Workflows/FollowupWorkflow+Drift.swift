import Clonotyping
import Monitoring
import Nucleotides
import Quantification
import Rearrangements

extension FollowupWorkflow {
  /// Judges whether the clone has changed since baseline.
  ///
  /// - Parameters:
  ///   - counted: The counted sample.
  ///   - quantification: Its level and scale.
  func drift(
    _ counted: CountedFollowup,
    _ quantification: SampleQuantification
  ) -> DriftAssessment {
    let analysis = counted.analysis
    let limits = analysis.context.profile.drift
    let judged = DriftClonotypes(analysis, quantification).all(atLeast: limits.templates)
    return DriftAssessment(
      of: DriftEvidence(
        baseline: counted.baseline.driftClones,
        baselineCells: counted.baseline.cellEquivalents,
        unlistedTemplates: counted.baseline.unlistedTemplates,
        clones: quantification.clones.map { DriftEvidence.TrackedCount($0) },
        clonotypes: judged.flatMap { split($0, counted, limits) },
        clonotypeCounts: analysis.clonotypes.reduce(into: [:]) {
          $0[LocusClass($1.type), default: 0] += 1
        },
        cells: quantification.cells.equivalents,
        clinical: ClinicalStatus(request.metadata),
        limits: limits
      )
    )
  }

  /// A clonotype with a tracked junction as the clone itself and the member that its reads show
  /// beside it; any other as it is.
  private func split(
    _ clonotype: DriftClonotype,
    _ counted: CountedFollowup,
    _ limits: DriftLimits
  ) -> [DriftClonotype] {
    let tally = counted.analysis.counts.subclones
    let clones = counted.baseline.subcloneClones
    guard
      let position = clones.firstIndex(where: {
        $0.type == clonotype.type
          && $0.layout.windowBases == clonotype.layout.windowBases
      })
    else { return [clonotype] }
    let index = clones[position]
    var own = clonotype
    own.layout = index.layout
    guard let found = tally.subclone(of: position, atLeast: limits.familyFraction) else {
      return [own]
    }
    var member = clonotype
    let bases = Array(found.bases.description.utf8)
    let changed = bases.indices.filter { bases[$0] != index.layout.bases[$0] }
    guard changed.count >= limits.differences else { return [own] }
    member.id += ".subclone"
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
