import Diagnostics

/// The stages that every read goes through when it is counted.
package struct CountedStages: Hashable, Sendable {
  /// Pairs (or single reads) taken in.
  var read = StageCounts(.read)
  /// Pairs joined, and single reads.
  var merge = StageCounts(.merge)
  /// Those that are no control's.
  var controls = StageCounts(.controls)
  /// Those that are a rearrangement.
  var annotate = StageCounts(.annotate)

  /// No reads.
  init() {}

  /// The stages in their order.
  var all: [StageCounts] { [read, merge, controls, annotate] }

  /// Takes over stages that were counted before; `nil` unless they are these, in their order.
  init?(_ stages: [StageCounts]) {
    guard stages.map(\.stage) == CountedStages().all.map(\.stage) else { return nil }
    (read, merge, controls, annotate) = (stages[0], stages[1], stages[2], stages[3])
  }

  /// Adds the counts of other reads.
  package mutating func add(_ other: CountedStages) {
    read.add(other.read)
    merge.add(other.merge)
    controls.add(other.controls)
    annotate.add(other.annotate)
  }
}
