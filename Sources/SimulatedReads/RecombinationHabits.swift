package import Germline

/// How much a recombination trims and adds, as means of geometric distributions.
///
/// All numbers are chosen here, of the size seen in human repertoires; they shape test data and
/// never a result.
package struct RecombinationHabits: Hashable, Sendable {
  /// Mean bases trimmed from the end of a V, a D of a DJ, or the kappa intron, nt.
  package var fiveTrim: Double
  /// Mean bases trimmed from each end of a D inside a VDJ, nt.
  package var diversityTrim: Double
  /// Mean bases trimmed from the start of a J or the kappa deleting element, nt.
  package var threeTrim: Double
  /// Mean bases added at each joint, nt.
  package var addition: Double

  /// No trimming goes further, nt.
  package static let longestTrim = 15
  /// No joint gets more bases, nt.
  package static let longestAddition = 30

  /// Creates habits.
  package init(fiveTrim: Double, diversityTrim: Double, threeTrim: Double, addition: Double) {
    self.fiveTrim = fiveTrim
    self.diversityTrim = diversityTrim
    self.threeTrim = threeTrim
    self.addition = addition
  }

  /// The habits of a locus: TdT adds several bases to heavy joints and few to light ones.
  package static func usual(in locus: Locus) -> RecombinationHabits {
    switch locus {
    case .heavy: .init(fiveTrim: 2, diversityTrim: 5, threeTrim: 6, addition: 8)
    case .kappa, .lambda: .init(fiveTrim: 3, diversityTrim: 0, threeTrim: 2, addition: 2)
    }
  }
}
