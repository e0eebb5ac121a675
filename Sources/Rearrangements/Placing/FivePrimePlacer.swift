import Alignments
import Nucleotides

/// Lays a 5′ element — a V, a D with the genome before it, the kappa intron — on a strand.
package struct FivePrimePlacer: Sendable {
  private let matrices: ReferenceMatrices
  private let origins: OriginFinder
  private let shifts: ShiftFinder

  /// Creates a placer.
  ///
  /// - Parameters:
  ///   - matrices: The elements.
  ///   - kmers: Their 8-mers.
  ///   - seeds: The 12-mers of 5′ elements.
  package init(_ matrices: ReferenceMatrices, _ kmers: KmerIndexes, _ seeds: SeedIndex) {
    self.matrices = matrices
    origins = OriginFinder(kmers: kmers, seeds: seeds)
    shifts = ShiftFinder(kmers: kmers)
  }

  /// Lays an element on a strand near a voted origin.
  ///
  /// - Parameters:
  ///   - elementClass: The class of the element.
  ///   - voted: The origin that most 8-mers voted for.
  ///   - strand: The strand.
  ///   - scratch: `fiveRows` gets the rows that fit equally well outside primers.
  /// - Returns: The element; `nil` if too little of the strand is left to tell its row by.
  package func place(
    _ elementClass: ElementClass,
    at voted: Int,
    on strand: Strand,
    _ scratch: inout PlacingScratch
  ) -> PlacedElement? {
    let matrix = matrices[elementClass]
    guard matrix.count > 0 else { return nil }
    let origin = origins.nearest(to: voted, of: matrix, on: strand, &scratch)
    let placement = Placement(matrix, on: strand, at: origin)
    let primerFree = strand.primerFree
    // Compared with every row: from the read's start to just past the place where no trimming reaches.
    let range = clippedRange(
      max(primerFree.lowerBound, origin - matrix.origin),
      min(primerFree.upperBound, origin + elementClass.comparedPastOrigin)
    )
    guard range.count >= FivePrimeParameters.minimumComparedLength,
      placement.core > primerFree.lowerBound, placement.core < strand.count,
      scratch.comparison.compare(placement, range)
    else { return nil }
    let row = scratch.comparison.bestRow
    let compared = ComparedPart(range: range, mostEqual: scratch.comparison.equal[row])
    scratch.likelyRows[Int(elementClass.rawValue)] = row
    let element = placement.fivePrimeElement(row: row, within: primerFree)
    if elementClass.isVariable, compared.isBelow(FivePrimeParameters.unsuspiciousIdentity) {
      let equal = scratch.comparison.equal
      if let shifted = shifts.hiddenShift(of: element, on: placement, compared, &scratch) {
        return shifted
      }
      scratch.comparison.equal = equal
    }
    guard element.start - range.lowerBound >= ShiftParameters.minimumBrokenLength else {
      return ranked(element, on: placement, comparedOver: range, &scratch)
    }
    // An origin that was corrected has the votes for the other side of the gap to speak for it.
    if elementClass.isVariable,
      element.score >= FivePrimeParameters.minimumAnchoredScore || origin != voted,
      let shifted = shifts.shiftedElement(from: element, on: placement, compared, &scratch)
    {
      return shifted
    }
    // What lies before the aligned part is not this element's: rows are judged without it.
    let aligned = clippedRange(element.start, range.upperBound)
    guard scratch.comparison.compare(placement, aligned) else {
      // Nothing but the trimmed end is aligned: no row shares a base of the part compared.
      scratch.comparison.equal = [Int](repeating: 0, count: matrix.count)
      return ranked(element, on: placement, comparedOver: aligned, &scratch)
    }
    let again = placement.fivePrimeElement(row: scratch.comparison.bestRow, within: primerFree)
    return ranked(again, on: placement, comparedOver: aligned, &scratch)
  }
}

extension ElementClass {
  /// How far past the origin all rows are compared, nt: through Cys104, a few bases into the D, and not
  /// into the trimmed end of the intron.
  fileprivate var comparedPastOrigin: Int {
    switch self {
    case .heavyV, .kappaV, .lambdaV: 3
    case .heavyD: 6
    case .kappaIntron, .heavyJ, .kappaJ, .lambdaJ, .kappaDeleting: -20
    }
  }
}

/// The part of a strand over which all rows were compared.
struct ComparedPart {
  /// Its offsets.
  let range: Range<Int>
  /// The equal bases of the best row.
  let mostEqual: Int

  /// Whether less than so many per cent of the bases equal the best row's.
  func isBelow(_ perCent: Int) -> Bool { 100 * mostEqual < perCent * range.count }
}
