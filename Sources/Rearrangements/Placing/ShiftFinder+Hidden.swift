import Nucleotides

extension ShiftFinder {
  /// A shifted alignment of a row that fits best next to Cys104, where a row of another gene fits the
  /// whole read a little everywhere and nowhere well.
  ///
  /// - Parameters:
  ///   - element: The ungapped alignment of the best row.
  ///   - placement: The strand on the rows, at the element's origin.
  ///   - compared: Must be clearly beaten by the shifted alignment.
  ///   - scratch: `fiveRows` gets the rows that fit equally well.
  /// - Returns: The shifted alignment; `nil` if there is none.
  func hiddenShift(
    of element: PlacedElement,
    on placement: Placement,
    _ compared: ComparedPart,
    _ scratch: inout PlacingScratch
  ) -> PlacedElement? {
    let range = compared.range
    let beaten = compared.mostEqual + ShiftParameters.minimumGain
    var best: (equal: Int, row: Int, border: Int)?
    for length in ShiftParameters.lengthsBeforeCysteine {
      let near = clippedRange(max(range.lowerBound, element.origin - length), range.upperBound)
      guard near.count + ShiftParameters.minimumBrokenLength <= range.count,
        scratch.comparison.compare(placement, near)
      else { continue }
      for row in scratch.comparison.bestRows.prefix(ShiftParameters.maximumAnchoredRows) {
        for shift in -ShiftParameters.maximumShift...ShiftParameters.maximumShift where shift != 0 {
          guard
            votes(for: placement, shift: shift, &scratch) >= ShiftParameters.minimumHiddenVotes
          else { continue }
          let atLeast = max(best?.equal ?? 0, beaten) + 1
          if let found = placement.bestBorder(
            row: row,
            shift: shift,
            over: range,
            atLeast: atLeast
          ) {
            best = (found.equal, row, found.border)
          }
        }
      }
    }
    guard let best, best.equal > beaten, best.border < placement.core else { return nil }
    var anchored = placement.fivePrimeElement(
      row: best.row,
      within: placement.strand.primerFree
    )
    anchored.start = max(anchored.start, best.border)
    guard anchored.start - range.lowerBound >= ShiftParameters.minimumBrokenLength else {
      return nil
    }
    return shiftedElement(from: anchored, on: placement, compared, &scratch)
  }
}

extension Placement {
  /// Where a row is best cut in two, its left part on a shifted diagonal.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - shift: Bases that the read has more than the row between both parts.
  ///   - part: Offsets of the strand.
  ///   - minimum: Equal bases that the cut must leave.
  /// - Returns: The equal bases and the offset of the cut, the first of equal ones; `nil` if no cut
  ///   leaves so many.
  package func bestBorder(
    row: Int,
    shift: Int,
    over part: Range<Int>,
    atLeast minimum: Int
  ) -> (equal: Int, border: Int)? {
    let read = strand.bases.span
    let bases = matrix.cells
    let cells = bases.span
    let width = matrix.width
    let base = row * width
    let offset = matrix.origin - origin
    // Without branches on the bases: which ones differ is not foreseen.
    func equal(_ column: Int, _ code: UInt8) -> Int {
      guard column >= 0, column < width else { return 0 }
      return cells[base &+ column] == code ? 1 : 0
    }
    var total = 0
    for position in part { total &+= equal(position &+ offset, read[position]) }
    var best = (equal: max(total, minimum - 1), border: part.lowerBound)
    // No cut further right gains more than the bases that differ there on the plain diagonal.
    var differing = part.count - total
    for position in part {
      let column = position &+ offset
      let code = read[position]
      let plain = equal(column, code)
      total = total &- plain &+ equal(column &+ shift, code)
      differing = differing &- 1 &+ plain
      if total > best.equal { best = (total, position &+ 1) }
      if total &+ differing <= best.equal { break }
    }
    return best.border > part.lowerBound ? best : nil
  }
}
