/// What came out of a run of BGZF blocks.
package struct InflatedRun: Sendable {
  /// The place of the file among the lanes of its mate, counted from 0.
  var lane: Int
  /// The place of the run among those of its file, counted from 0.
  var number: Int
  /// The contents of the blocks that were accepted.
  package var bytes: [UInt8]
  /// How many of the compressed bytes they took; fewer than the run has if a block is not what its
  /// header says.
  package var accepted: Int
}
