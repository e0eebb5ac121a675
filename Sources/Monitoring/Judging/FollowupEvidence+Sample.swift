import Clonotyping
import Diagnostics
import Quantification
import Tracking

extension FollowupEvidence {
  /// Collects what the rules look at.
  ///
  /// - Parameters:
  ///   - sample: The counted and quantified sample.
  ///   - tracked: The clones of its subject.
  ///   - emerged: Rows of the sample's table that are reported as emerged clones: they are no
  ///     polyclonal background.
  init(_ sample: SampleFacts, tracked: TrackedClones, emerged: Set<Int>) {
    let merging = sample.counts(of: .merge)
    let background = ClonotypeSizes(
      sample.clonotypes.enumerated().lazy.filter { index, clonotype in
        tracked.cloneID(of: clonotype) == nil && !emerged.contains(index + 1)
      }.map(\.element)
    )
    self.init(
      quantification: sample.quantification,
      totalReads: sample.totalReads,
      replicateReads: Dictionary(
        uniqueKeysWithValues: sample.replicateReads.enumerated().map { ($0 + 1, $1) }
      ),
      mergedFraction: sample.isPaired && merging.input > 0
        ? Double(merging.output) / Double(merging.input) : nil,
      onTargetReads: sample.controlReads + sample.counts(of: .annotate).output,
      matchedReads: sample.controlReads
        + sample.quantification.clones.reduce(0) { $0 + $1.reads },
      ambiguousReads: sample.ambiguousReads,
      backgroundClonotypes: background.clonotypes,
      effectiveClonotypes: Diversity.effectiveCount(clonotypesByReads: background.counts),
      parameters: sample.limits.quantification,
      limits: sample.limits.monitoring
    )
  }
}

extension DriftAssessment {
  /// The rows of the sample's table that hold a clonotype which emerged.
  var emerged: Set<Int> { Set(events.compactMap(\.emerged?.id.row)) }
}
