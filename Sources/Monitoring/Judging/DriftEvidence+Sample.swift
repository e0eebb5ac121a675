import Clonotyping
import Nucleotides
import Quantification
import Tracking

extension DriftEvidence {
  /// Collects what the rules look at.
  ///
  /// - Parameters:
  ///   - sample: The counted and quantified sample.
  ///   - clonotypes: Its clonotypes with their scale.
  ///   - tracked: The clones of its subject.
  ///   - earlier: The subject's earlier follow-ups.
  init(
    _ sample: SampleFacts,
    _ clonotypes: DriftClonotypes,
    _ tracked: TrackedClones,
    after earlier: [EarlierVisit]
  ) {
    let limits = sample.limits.drift
    let quantification = sample.quantification
    let references = tracked.subcloneReferences
    let judged = clonotypes.all(atLeast: limits.templates) { tracked.cloneID(of: $0) }
    self.init(
      baseline: tracked.references,
      baselineCells: tracked.cellEquivalents,
      unlistedTemplates: tracked.unlistedTemplates,
      // A failed assay has lost everything; that is no loss of the clone.
      clones: quantification.usedReplicates.isEmpty
        ? [] : quantification.clones.map { TrackedCount($0) },
      clonotypes: judged.flatMap { clonotype in
        sample.subclones.split(
          clonotype,
          of: references,
          minimumShare: limits.familyFraction,
          minimumDifferences: limits.differences
        )
      },
      clonotypeCounts: sample.clonotypes.sizes.mapValues(\.clonotypes),
      cells: quantification.cells.equivalents,
      clinical: ClinicalStatus(sample.metadata),
      sightings: earlier.flatMap(\.sightings),
      date: sample.metadata["collection_date"].flatMap { CalendarDate($0) },
      limits: limits
    )
  }
}
