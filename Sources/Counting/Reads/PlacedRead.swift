import Clonotyping
import Rearrangements

/// What counting keeps of a read that was placed: all that another read of its bases needs.
struct PlacedRead: Sendable {
  /// Why the read is no rearrangement; `nil` if it is one.
  var rejection: RejectionReason?
  /// Whether the coding strand is the reverse complement.
  var revComp = false
  /// Score of both elements.
  var score: Int32 = 0
  /// The place of its rearrangement in the table; `nil` until a read of it was counted.
  var entry: Int32?
  /// The subclone reference with its junction; `nil` if none has it, or before it was counted.
  var reference: Int32?
  /// Where it lies; `nil` for a rejected read.
  var placement: ReadPlacement?
}
