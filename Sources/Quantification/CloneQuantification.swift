/// What one tracked clone showed in the replicates that count.
package struct CloneQuantification: Hashable, Sendable {
  /// The clone in one replicate.
  package struct Replicate: Hashable, Sendable {
    /// The number of the replicate, from 1.
    package var index: Int
    /// The clone's reads.
    package var reads: Int
    /// The clone's templates; `nil` if reads cannot be scaled.
    package var templates: Double?
  }

  /// The clone.
  package var clone: TrackedCloneInfo
  /// Its reads.
  package var reads: Int
  /// The background reads expected.
  package var backgroundReads: Double
  /// The fewest reads that count as detected.
  package var minimumReads: Int
  /// Whether it has them.
  package var isDetected: Bool
  /// Its templates; `nil` if reads cannot be scaled.
  package var templates: Double?
  /// The interval of its templates.
  package var templateInterval: LevelInterval?
  /// Its level, in templates per cell; `nil` if templates or cells are unknown.
  package var mrd: Double?
  /// The interval of its level.
  package var interval: LevelInterval?
  /// Its replicates by number.
  package var replicates: [Replicate]
  /// Whether it is detected with fewer reads than one template would have shown.
  package var isSubTemplate: Bool
  /// The chance that all its templates fall into one replicate, if they did; else `nil`.
  package var singleReplicateProbability: Double?

  /// The replicates with at least one read.
  package var positiveReplicateCount: Int { replicates.count { $0.reads > 0 } }
}
