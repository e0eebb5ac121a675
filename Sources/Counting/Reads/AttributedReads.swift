import Diagnostics

/// The reads of every target after the other explanations of each were looked at.
struct AttributedReads: Hashable, Sendable {
  /// Reads by replicate and target.
  var reads: [[Int]]
  /// Reads that were given to nobody: about as likely of two origins.
  var ambiguous: Int
  /// Reads within the tolerance of a target that another clonotype of the sample explains better.
  var ofNeighbours: Int
  /// The molecules behind the reads; `nil` without identifiers.
  var molecules: AttributedMolecules?

  /// The reads as a stage: out go those that were given to a control or a tracked clone.
  func stage(of pairs: Int) -> StageCounts {
    var stage = StageCounts(.match)
    stage.pass(reads.joined().reduce(0, +))
    stage.reject("ambiguous", ambiguous)
    stage.reject("other_clonotype", ofNeighbours)
    stage.reject("no_signature", pairs - stage.input)
    return stage
  }
}
