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

  /// Creates a located rearrangement.
  ///
  /// - Parameters:
  ///   - type: The kind of recombination.
  ///   - revComp: Whether the coding strand is the reverse complement of the read.
  ///   - five: The 5′ element.
  ///   - three: The 3′ element.
  package init(
    type: RearrangementType,
    revComp: Bool,
    five: PlacedElement,
    three: PlacedElement
  ) {
    (self.type, self.revComp, self.five, self.three) = (type, revComp, five, three)
  }

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
