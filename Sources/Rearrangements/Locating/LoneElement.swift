import Nucleotides

/// A V that was placed on a read without finding what it recombined with.
struct LoneElement {
  /// Where it lies.
  var element: PlacedElement
  /// The rows that fit equally well.
  var rows: [Int]
  /// The strand that it lies on.
  var strand: Strand
}

extension AnnotationScratch {
  /// Keeps a placed V if it is beyond doubt and the best yet; its rows are those placed last.
  mutating func keepLone(_ five: PlacedElement, on strand: Strand) {
    guard five.elementClass.isVariable, five.score >= EvidenceParameters.minimumLoneVariable,
      five.score > lone?.element.score ?? 0
    else { return }
    lone = LoneElement(element: five, rows: placing.fiveRows, strand: strand)
  }

  /// Keeps the V of a read that ends before the bases by which V genes are placed, so that nothing
  /// behind it can be told.
  ///
  /// - Parameter placement: The strand on the rows of a class.
  /// - Returns: Whether there is one beyond doubt.
  mutating func keepTruncated(_ placement: Placement) -> Bool {
    let strand = placement.strand
    guard placement.elementClass.isVariable, placement.core >= strand.count else { return false }
    let part = clippedRange(
      max(strand.primerFree.lowerBound, placement.origin - placement.matrix.origin),
      strand.primerFree.upperBound
    )
    guard !part.isEmpty, placing.comparison.compare(placement, part) else { return false }
    let row = placing.comparison.bestRow
    let found = placement.extendLeft(row: row, from: part.upperBound - 1, bound: part.lowerBound)
    guard found.score >= EvidenceParameters.minimumLoneVariable else { return false }
    placing.fiveRows = placing.comparison.bestRows
    let range = (part.upperBound - found.length)..<part.upperBound
    keepLone(placement.element(row: row, range, score: found.score), on: strand)
    return true
  }
}
