/// How one type of recombination trims and adds: shares of 0, 1, 2, … bases.
package struct JunctionHabits: Hashable, Sendable, Codable {
  /// Bases lost at the end of the 5′ element (V, D of a DJ, intron).
  package var fiveTrim: [Double]
  /// Bases lost at the start of the 3′ element (J, Kde).
  package var threeTrim: [Double]
  /// Bases added after the 5′ element.
  package var firstAddition: [Double]
  /// Bases added between D and J; empty without a D between.
  package var secondAddition: [Double]
  /// Bases lost at the start of a D between; empty without one.
  package var diversityFiveTrim: [Double]
  /// Bases lost at the end of a D between; empty without one.
  package var diversityThreeTrim: [Double]
  /// Shares of A, C, G and T among added bases.
  package var bases: [Double]
  /// Whether cells mutate the rearrangement.
  package var isMutated: Bool

  /// Creates habits; every list is scaled to a sum of one.
  package init(
    fiveTrim: [Double],
    threeTrim: [Double],
    firstAddition: [Double],
    secondAddition: [Double] = [],
    diversityFiveTrim: [Double] = [],
    diversityThreeTrim: [Double] = [],
    bases: [Double],
    isMutated: Bool
  ) {
    func scaled(_ shares: [Double]) -> [Double] {
      let total = shares.reduce(0, +)
      return total > 0 ? shares.map { $0 / total } : shares
    }
    self.fiveTrim = scaled(fiveTrim)
    self.threeTrim = scaled(threeTrim)
    self.firstAddition = scaled(firstAddition)
    self.secondAddition = scaled(secondAddition)
    self.diversityFiveTrim = scaled(diversityFiveTrim)
    self.diversityThreeTrim = scaled(diversityThreeTrim)
    self.bases = scaled(bases)
    self.isMutated = isMutated
  }
}
