import Alignments

extension FivePrimePlacer {
  /// The element with the row that scores best over the aligned part and into the recombined bases.
  ///
  /// - Parameters:
  ///   - element: The element as it was placed.
  ///   - placement: The strand on the rows.
  ///   - compared: The part over which `scratch.comparison` has the equal bases of all rows.
  ///   - scratch: `fiveRows` gets all rows that score the same.
  /// - Returns: The element with the best row.
  func ranked(
    _ element: PlacedElement,
    on placement: Placement,
    comparedOver compared: Range<Int>,
    _ scratch: inout PlacingScratch
  ) -> PlacedElement {
    let matrix = placement.matrix
    let top = scratch.comparison.bestRow
    let part = ComparedPart(range: compared, mostEqual: scratch.comparison.equal[top])
    // Where many bases differ a mismatch says less, compared with a match.
    let isSuspicious =
      matrix.elementClass.isVariable && part.isBelow(FivePrimeParameters.primerIdentity)
    let mismatch = isSuspicious ? SegmentScore.mildMismatch : SegmentScore.mismatch
    let worth = SegmentScore.match - mismatch
    let tail = compared.upperBound
    let column = tail - element.origin + matrix.origin
    let bound = min(
      placement.strand.primerFree.upperBound,
      tail + FivePrimeParameters.maximumTailLength
    )
    func score(_ row: Int, _ equal: Int) -> Int {
      let right = placement.extendRight(row: row, from: tail, bound: bound, mismatch: mismatch)
      return worth * equal + right.score
    }
    // Hypermutation leaves little to tell genes by: rows a little behind are told by the primer.
    let margin = isSuspicious ? PrimerParameters.maximumPenalty : 0
    var best = score(top, part.mostEqual)
    var candidates: [(row: Int, score: Int)] = []
    // A row's remaining bases bound what it can still gain.
    let mostOfAny = SegmentScore.match * max(0, matrix.maximumEnd - column)
    for row in 0..<matrix.count
    where worth * scratch.comparison.equal[row] + mostOfAny >= best - margin {
      let mostGain = SegmentScore.match * max(0, matrix.ends[row] - column)
      guard worth * scratch.comparison.equal[row] + mostGain >= best - margin else { continue }
      let found = score(row, scratch.comparison.equal[row])
      best = max(best, found)
      if found >= best - margin { candidates.append((row, found)) }
    }
    candidates.removeAll { $0.score < best - margin }
    if candidates.count > 1 {
      let penalties = placement.primerPenalties(ofRows: candidates.map(\.row), at: .five)
      if !penalties.isEmpty {
        if margin > 0 {
          for index in candidates.indices { candidates[index].score -= penalties[index] }
          best = candidates.reduce(Int.min) { max($0, $1.score) }
        }
        // Where nothing of the patient's tells rows apart, those the primer fits come first.
        candidates = candidates.indices
          .filter { candidates[$0].score == best }
          .sorted { (penalties[$0], $0) < (penalties[$1], $1) }
          .map { candidates[$0] }
      }
    }
    scratch.fiveRows.removeAll(keepingCapacity: true)
    for candidate in candidates where candidate.score == best {
      scratch.fiveRows.append(candidate.row)
    }
    guard let first = scratch.fiveRows.first, first != element.row else { return element }
    return placement.fivePrimeElement(row: first, within: placement.strand.primerFree)
  }
}
