import Alignments
import Nucleotides

extension EvidenceJudge {
  /// A V and a J whose primers lie where these elements have them, judged by all bases between: where
  /// both places are known, no stretch free of mutations is needed.
  ///
  /// - Parameters:
  ///   - five: The V where its 8-mers place it.
  ///   - three: The J.
  ///   - strand: The strand that they lie on.
  ///   - rows: Receives the V rows that fit equally well.
  /// - Returns: The elements from primer to primer; `nil` if they are no better than chance.
  package func primedPair(
    _ five: PlacedElement,
    _ three: PlacedElement,
    on strand: Strand,
    rows: inout [Int]
  ) -> (five: PlacedElement, three: PlacedElement)? {
    guard five.elementClass.isVariable else { return nil }
    let v = five.placement(in: matrices, on: strand)
    let j = three.placement(in: matrices, on: strand)
    let primerFree = strand.primerFree
    let first = clippedRange(primerFree.lowerBound, min(five.origin + 3, primerFree.upperBound))
    let last = clippedRange(max(three.origin, primerFree.lowerBound), primerFree.upperBound)
    guard first.count >= EvidenceParameters.minimumLengthBetweenPrimers, !last.isEmpty,
      j.isPrimed(row: three.row, at: .three)
    else { return nil }
    let primed = v.primedRows(comparedOver: first)
    guard let row = primed.first else { return nil }
    var (left, right) = (five, three)
    if row != five.row { (left.row, left.end) = (row, first.upperBound) }
    let excess = (
      five: v.excess(ofRow: row, over: first), three: j.excess(ofRow: three.row, over: last)
    )
    // What recombination left of either element between the codons speaks for it as well.
    let tail = v.extendRight(row: row, from: first.upperBound, bound: primerFree.upperBound)
    let head = j.extendLeft(row: three.row, from: three.origin - 1, bound: first.upperBound)
    let needed =
      five.elementClass == .heavyV
      ? EvidenceParameters.excessBetweenPrimers.heavy
      : EvidenceParameters.excessBetweenPrimers.light
    guard min(excess.five, excess.three) >= EvidenceParameters.minimumExcessOfEach,
      2 * (excess.five + excess.three) + tail.score + head.score >= 2 * needed
    else { return nil }
    left.start = first.lowerBound
    left.end = max(left.end, first.upperBound)
    left.score = max(1, v.score(ofRow: row, over: left.start..<left.end))
    right.start = min(three.start, last.lowerBound)
    right.end = last.upperBound
    right.score = max(1, j.score(ofRow: three.row, over: right.start..<right.end))
    rows = primed
    return (left, right)
  }
}

extension Placement {
  /// The rows that the primer at the 5′ end fits, and among them those with the fewest differences over
  /// a part of the strand.
  fileprivate func primedRows(comparedOver part: Range<Int>) -> [Int] {
    var fewest = Int.max
    var rows: [Int] = []
    for row in 0..<matrix.count {
      let different = differences(ofRow: row, over: part)
      guard different <= fewest, isPrimed(row: row, at: .five) else { continue }
      if different < fewest { (fewest, rows) = (different, []) }
      rows.append(row)
    }
    return rows
  }

  /// Equal minus different bases of a row over a part of the strand.
  fileprivate func excess(ofRow row: Int, over part: Range<Int>) -> Int {
    part.count - 2 * differences(ofRow: row, over: part)
  }
}
