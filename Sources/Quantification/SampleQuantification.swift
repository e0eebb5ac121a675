import Clonotyping
package import Tracking

/// Everything the counts of a sample tell about its level.
///
/// A value is `nil` where it is not known, never zero instead.
package struct SampleQuantification: Hashable, Sendable {
  /// The replicates by number, the excluded ones among them.
  package var replicates: [ReplicateSummary]
  /// The controls in their order.
  package var controls: [ControlQuantification]
  /// The tracked clones in their order.
  package var clones: [CloneQuantification]
  /// What is counted: reads, or molecules if every replicate has them.
  package var unit: CountUnit
  /// The lines that scale counts to templates, with how well they fit.
  package var calibration: Calibration
  /// Whether the assay has a control that scales reads to templates.
  package var hasCalibrator: Bool
  /// The reads K of these controls in the replicates that count.
  package var controlReads: Int
  /// The copies E of these controls in the replicates that count.
  package var controlCopies: Double?
  /// The mean reads per template, g, of a clone of efficiency 1.
  package var readsPerTemplate: Double?
  /// The molecules per template, ε; `nil` without identifiers or without a way to know.
  package var captureEfficiency: Double?
  /// The variance of a template count over its mean, D.
  package var dispersion: Double?
  /// How the shares of several spikes spread; `nil` with too few replicates or spikes.
  package var spikeSpread: ReplicateSpread?
  /// The nucleated cells of the replicates that count.
  package var cells: CellCount
  /// What could have been seen of the primary clone that is easiest to see.
  package var sensitivity: Sensitivity
  /// The clone that gave the level; `nil` without a primary clone whose level is known.
  package var leadingClone: CloneID?
  /// The templates behind the level.
  package var templates: Double?
  /// The level: templates per nucleated cell.
  package var mrd: Double?
  /// The interval of the level.
  package var interval: LevelInterval?
  /// The mean level over the primary clones.
  package var mrdMean: Double?
  /// The p value of the hypothesis that the primary clones have one level; `nil` below two.
  package var heterogeneityP: Double?

  /// The replicates that count.
  package var usedReplicates: [ReplicateSummary] { replicates.filter { $0.exclusion == nil } }
  /// The replicates that do not.
  package var excludedReplicates: [ReplicateSummary] { replicates.filter { $0.exclusion != nil } }
  /// Whether a primary clone is detected.
  package var isDetected: Bool { clones.contains { $0.isDetected && $0.clone.role == .primary } }
  /// Whether only clones are detected that cannot make a sample positive.
  package var isDetectedBySupportingOnly: Bool {
    !isDetected && clones.contains(where: \.isDetected)
  }
}
