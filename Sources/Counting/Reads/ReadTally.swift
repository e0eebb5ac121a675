import Diagnostics
import Rearrangements

/// Plain numbers behind the stages of counting, moved there once a batch.
struct ReadTally: Sendable {
  /// Pairs (or single reads) taken in.
  var read = 0
  /// Those without a readable molecular identifier.
  var unidentified = 0
  /// Pairs that were joined, and single reads.
  var merged = 0
  /// Pairs that were kept as two ends.
  var ends = 0
  /// Those that are no control's.
  var uncontrolled = 0
  /// Those set aside as controls'.
  var controls = 0
  /// Those that are a rearrangement.
  var annotated = 0
  private var rejected: [RejectionReason: Int] = [:]

  /// Counts one that is no rearrangement.
  mutating func reject(_ reason: RejectionReason) { rejected[reason, default: 0] += 1 }

  /// Adds the numbers to the stages read, merge, controls and annotate and starts again with none.
  mutating func move(to stages: inout CountedStages) {
    stages.read.pass(read)
    stages.read.reject("no_molecular_identifier", unidentified)
    stages.merge.pass(merged)
    stages.merge.reject("kept_as_two_ends", ends)
    stages.controls.pass(uncontrolled)
    stages.controls.reject("internal_control", controls)
    stages.annotate.pass(annotated)
    for (reason, count) in rejected { stages.annotate.reject(reason.rawValue, count) }
    self = ReadTally()
  }
}
