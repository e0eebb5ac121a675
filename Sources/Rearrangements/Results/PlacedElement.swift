/// One germline element laid on a read.
package struct PlacedElement: Hashable, Sendable {
  /// The class.
  package var elementClass: ElementClass
  /// The best row of the class's matrix; the first of equals.
  package var row: Int
  /// The read offset of the origin of the class; may lie outside the read.
  package var origin: Int
  /// First aligned read offset.
  package var start: Int
  /// Read offset after the last aligned base.
  package var end: Int
  /// Score of the alignment outside primers, in units of `SegmentScore`.
  package var score: Int
  /// Inserted minus deleted bases between the far end (a V's start, a J's end) and the origin; `0` in
  /// an alignment without gaps.
  package var shift: Int

  /// Creates a placed element.
  ///
  /// - Parameters:
  ///   - elementClass: The class.
  ///   - row: The row of the class's matrix.
  ///   - origin: The read offset of the origin of the class.
  ///   - start: First aligned read offset.
  ///   - end: Read offset after the last aligned base.
  ///   - score: Score of the alignment outside primers.
  ///   - shift: Inserted minus deleted bases between the far end and the origin.
  package init(
    elementClass: ElementClass,
    row: Int,
    origin: Int,
    start: Int,
    end: Int,
    score: Int,
    shift: Int
  ) {
    (self.elementClass, self.row, self.origin) = (elementClass, row, origin)
    (self.start, self.end, self.score, self.shift) = (start, end, score, shift)
  }
}
