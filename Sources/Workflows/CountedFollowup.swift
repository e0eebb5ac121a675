import Clonotyping

/// A follow-up sample whose reads are counted and not judged yet.
///
/// Its analysis counts the controls first, then the clones of `baseline`, then those of other
/// subjects.
struct CountedFollowup: Sendable {
  /// The counts.
  var analysis: SampleAnalysis
  /// The clones of the sample's own subject.
  var baseline: TrackedBaseline

  /// Counts the clone of another subject over all replicates.
  ///
  /// - Parameter position: Its place among the foreign targets the sample was counted with.
  /// - Returns: Its reads.
  func foreignReads(at position: Int) -> Int {
    analysis.reads(ofTracked: baseline.clones.count + position)
  }
}
