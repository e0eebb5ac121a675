import Alignments
import Nucleotides

/// Follows a V over insertions and deletions, where its diagonal shifts.
struct ShiftFinder: Sendable {
  let kmers: KmerIndexes

  /// An alignment with shifts of the diagonal, where the ungapped one breaks off early.
  ///
  /// - Parameters:
  ///   - element: The ungapped alignment.
  ///   - placement: The strand on the rows, at the element's origin.
  ///   - compared: Must be clearly beaten by the shifted alignment.
  ///   - scratch: `fiveRows` gets the rows that fit equally well.
  /// - Returns: The shifted alignment; `nil` if no shift makes the part broken off fit.
  func shiftedElement(
    from element: PlacedElement,
    on placement: Placement,
    _ compared: ComparedPart,
    _ scratch: inout PlacingScratch
  ) -> PlacedElement? {
    let first = compared.range.lowerBound
    var shifted = element
    let settled = clippedRange(element.start, compared.range.upperBound)
    guard scratch.comparison.compare(placement, settled) else { return nil }
    // Equal bases of each row in the parts that are settled.
    var kept = scratch.comparison.equal
    for attempt in 0..<ShiftParameters.maximumCount {
      let broken = clippedRange(first, shifted.start)
      guard broken.count >= ShiftParameters.minimumBrokenLength,
        let found = bestShift(from: shifted.shift, placement, of: broken, kept, &scratch)
      else { break }
      if attempt == 0, found.equal <= compared.mostEqual + ShiftParameters.minimumGain {
        return nil
      }
      let row = found.rows[0]
      let beyond = placement.shifted(by: -found.shift)
      let part = beyond.extendLeft(row: row, from: shifted.start - 1, bound: first)
      guard part.score > -Int(BandedAligner.gapOpen) else { break }
      shifted.row = row
      shifted.start -= part.length
      shifted.shift = found.shift
      shifted.score += part.score + Int(BandedAligner.gapOpen)
      scratch.fiveRows = found.rows
      let added = shifted.start..<(shifted.start + part.length)
      guard scratch.comparison.compare(beyond, added) else { break }
      for index in kept.indices { kept[index] += scratch.comparison.equal[index] }
    }
    guard shifted.shift != 0 else { return nil }
    // Another row may have won: its own end counts.
    let primerFree = placement.strand.primerFree
    shifted.end = placement.fivePrimeElement(row: shifted.row, within: primerFree).end
    return shifted
  }

  /// The shift of the diagonal by which the part broken off fits best, with the rows that fit it best.
  private func bestShift(
    from last: Int,
    _ placement: Placement,
    of broken: Range<Int>,
    _ kept: [Int],
    _ scratch: inout PlacingScratch
  ) -> (equal: Int, shift: Int, rows: [Int])? {
    var best: (equal: Int, shift: Int, rows: [Int]) = (0, 0, [])
    for distance in 1...ShiftParameters.maximumShift {
      for shift in [last - distance, last + distance] {
        // The part's own 8-mers must have voted for the shifted origin.
        guard votes(for: placement, shift: shift, &scratch) >= ShiftParameters.minimumVotes,
          scratch.comparison.compare(placement, broken, shiftedBy: -shift)
        else { continue }
        for row in 0..<placement.matrix.count {
          let equal = scratch.comparison.equal[row] + kept[row]
          if equal > best.equal { best = (equal, shift, []) }
          if equal == best.equal, shift == best.shift { best.rows.append(row) }
        }
      }
    }
    return best.rows.isEmpty ? nil : best
  }

  /// The votes for the origin of what lies before so many bases that only the read has.
  func votes(
    for placement: Placement,
    shift: Int,
    _ scratch: inout PlacingScratch
  ) -> Int {
    scratch.votes.votes(
      for: placement.elementClass,
      at: placement.origin - shift,
      on: placement.strand,
      kmers
    )
  }
}
