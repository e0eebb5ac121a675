/// What one tracked clone showed in the replicates that count.
package struct CloneQuantification: Hashable, Sendable {
  /// The clone in one replicate.
  package struct Replicate: Hashable, Sendable {
    /// The number of the replicate, from 1.
    package var index: Int
    /// The clone's reads.
    package var reads: Int
    /// The clone's molecules; `nil` without molecular identifiers.
    package var molecules: Int?
    /// The clone's templates; `nil` if its counts cannot be scaled.
    package var templates: Double?
  }

  /// The clone.
  package var clone: TrackedCloneInfo
  /// Its reads.
  package var reads: Int
  /// Its molecules; `nil` without molecular identifiers.
  package var molecules: Int?
  /// The counts expected without the clone, in the unit that is counted.
  package var background: BackgroundReads
  /// The chance that background alone gives as many counts.
  package var backgroundP: Double
  /// The fewest counts that are a detection, in reads or molecules.
  package var minimumCount: Int
  /// Whether it has them.
  package var isDetected: Bool
  /// The counts per template, its primer efficiency included; `nil` if counts cannot be scaled.
  package var countsPerTemplate: Double?
  /// The primer family whose spikes scale it; `nil` if all spikes do or none.
  package var scaleFamily: String?
  /// The relative efficiency of its primers, 1 if none is stated.
  package var efficiency: Double
  /// Its clonal cells; `nil` if counts cannot be scaled.
  ///
  /// Templates over the alleles a cell has of it, which are one and the same by default.
  package var templates: Double?
  /// The interval of its templates.
  package var templateInterval: LevelInterval?
  /// The dispersion D of its interval; `nil` if counts cannot be scaled.
  package var dispersion: Double?
  /// How its replicates spread; `nil` with too few of them or without templates.
  package var replicateSpread: ReplicateSpread?
  /// Its level, in templates per cell; `nil` if templates or cells are unknown.
  package var mrd: Double?
  /// The interval of its level.
  package var interval: LevelInterval?
  /// What could have been seen of it.
  package var sensitivity: Sensitivity
  /// Its replicates by number.
  package var replicates: [Replicate]
  /// Whether it is detected with fewer reads than one template would have shown.
  package var isSubTemplate: Bool
  /// The chance that all its templates fall into one replicate, if they did; else `nil`.
  package var singleReplicateProbability: Double?

  /// The replicates with at least one read.
  package var positiveReplicateCount: Int { replicates.count { $0.reads > 0 } }
  /// The fewest counts that are a detection.
  package var minimumReads: Int { minimumCount }
}
