/// Where one library (one replicate, or one lane of it) was sequenced.
package struct RunLibrary: Hashable, Sendable {
  /// The lane; `nil` if the sheet does not say.
  package var lane: RunLane?
  /// The sample index (barcode) as written in the sheet; `nil` if not stated.
  package var index: String?
  /// Whether the index is one of a unique dual set; `nil` if not stated.
  package var isUniqueDual: Bool?

  /// Describes a library.
  package init(lane: RunLane?, index: String?, isUniqueDual: Bool?) {
    (self.lane, self.index, self.isUniqueDual) = (lane, index, isUniqueDual)
  }
}
