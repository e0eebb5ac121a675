import Nucleotides

/// Where the elements of a rearrangement lie on a read: all that counting needs.
///
/// Offsets refer to the coding strand of the read: to its reverse complement if `revComp` is set.
package struct LocatedRearrangement: Hashable, Sendable {
  /// The kind of recombination.
  package var type: RearrangementType
  /// Whether the coding strand is the reverse complement of the read.
  package var revComp: Bool
  /// The 5′ element.
  package var five: PlacedElement
  /// The 3′ element.
  package var three: PlacedElement

  /// The bases between the elements; empty where they meet.
  package var ndnRange: Range<Int> { clippedRange(five.end, three.start) }

  /// From Cys104 to Trp/Phe118 inclusive; `nil` for types without them.
  package var junctionRange: Range<Int>? {
    switch type {
    case .ighVDJ, .igkVJ, .iglVJ: clippedRange(five.origin, three.origin + 3)
    case .ighDJ, .igkVKde, .igkIntronKde: nil
    }
  }

  /// The stretch that tells clonotypes of the type apart: the junction, or between fixed places of
  /// the elements where there is none (from the D's first base, from Cys104 or the last 20 nt of
  /// the intron, to Trp118 or 21 nt into the untrimmed Kde).
  package var windowRange: Range<Int> {
    let first = type == .igkIntronKde ? five.origin - 20 : five.origin
    let last =
      type == .igkVKde || type == .igkIntronKde ? three.origin + 21 : three.origin + 3
    return clippedRange(first, last)
  }
}

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
}
