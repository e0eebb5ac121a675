import Nucleotides

/// Judges whether two placed elements are better than chance would place any.
package struct EvidenceJudge: Sendable {
  let matrices: ReferenceMatrices

  /// Creates a judge.
  ///
  /// - Parameter matrices: The elements.
  package init(_ matrices: ReferenceMatrices) { self.matrices = matrices }

  /// Two placed elements that are better than chance would place any.
  ///
  /// - Parameters:
  ///   - five: The 5′ element.
  ///   - three: The 3′ element.
  ///   - strand: The strand that they lie on.
  ///   - rows: Receives the rows of the 5′ element where other ones are found.
  /// - Returns: Both, from primer to primer where primers fix their places; `nil` if they are not.
  package func evident(
    _ five: PlacedElement,
    _ three: PlacedElement,
    on strand: Strand,
    rows: inout [Int]
  ) -> (five: PlacedElement, three: PlacedElement)? {
    if isBeyondChance(five, three, on: strand) { return (five, three) }
    return primedPair(five, three, on: strand, rows: &rows)
  }

  /// Whether two placed elements are better than chance would place any.
  ///
  /// - Parameters:
  ///   - five: The 5′ element.
  ///   - three: The 3′ element.
  ///   - strand: The strand that they lie on.
  /// - Returns: Whether scores, flank and primers say so.
  package func isBeyondChance(
    _ five: PlacedElement,
    _ three: PlacedElement,
    on strand: Strand
  ) -> Bool {
    guard three.score >= EvidenceParameters.minimumThree, five.hasFlank,
      isFlankGermline(five, on: strand)
    else { return false }
    // Far behind Trp118 a J may be no more than a primer that nobody declared: the V has to be sure.
    let isFar = three.elementClass.isJoining && three.start >= three.origin + 3
    guard !isFar || five.score >= EvidenceParameters.minimumFiveBeforeFarJ else { return false }
    let sum = five.score + three.score
    if five.score >= EvidenceParameters.minimumFive, sum >= EvidenceParameters.minimumSum {
      return true
    }
    // Framework 3 amplicons leave few bases between the primer and Cys104. Where the primer itself
    // lies at its place on the V, only that one place was looked at, and less will do.
    guard five.score >= EvidenceParameters.minimumFiveBehindPrimer,
      sum >= EvidenceParameters.minimumSumBehindPrimer
    else { return false }
    let whole = five.placement(in: matrices, on: strand)
      .fivePrimeElement(row: five.row, within: 0..<strand.count)
    return whole.score - five.score >= EvidenceParameters.minimumUnderPrimer
  }

  /// Whether the genome before a D is the genome's; true for every other element.
  ///
  /// DJ do not mutate. What precedes the D of a V(D)J is another sequence, which an extension of the D
  /// may run into a little way.
  private func isFlankGermline(_ five: PlacedElement, on strand: Strand) -> Bool {
    guard five.elementClass == .heavyD else { return true }
    let flank = clippedRange(five.start, five.origin)
    let different = five.placement(in: matrices, on: strand)
      .differences(ofRow: five.row, over: flank)
    return EvidenceParameters.flankDifferenceShare * different <= flank.count
  }
}

extension PlacedElement {
  /// Whether a D comes with the genome before it; true for every other element.
  ///
  /// A D alone is no DJ: V(D)J rearrangements hold one as well.
  var hasFlank: Bool {
    elementClass != .heavyD || origin - start >= EvidenceParameters.minimumFlankLength
  }
}
