/// A lane of a flow cell: libraries of one lane can take each other's reads.
package struct RunLane: Hashable, Comparable, Sendable {
  /// The sequencing run.
  package var run: String
  /// The lane in the run; empty where the run is not divided.
  package var lane: String

  /// Names a lane.
  package init(run: String, lane: String) { (self.run, self.lane) = (run, lane) }

  /// Orders lanes by run, then by name.
  package static func < (left: Self, right: Self) -> Bool {
    (left.run, left.lane) < (right.run, right.lane)
  }
}
