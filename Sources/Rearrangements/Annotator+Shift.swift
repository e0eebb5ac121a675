import Alignments
import Nucleotides

extension Annotator {
  /// How many insertions and deletions a V may have.
  private static let mostShifts = 3
  /// Bases before Cys104 that tell the family of a V, nt.
  private static let nextToCysteine = 60

  /// A shifted alignment of the row that fits best next to Cys104, where a row of another family
  /// fits the whole read a little everywhere and nowhere well.
  func hiddenShift(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ unshifted: Int,
    _ read: Span<UInt8>,
    _ compared: Range<Int>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    let near = clippedRange(
      max(compared.lowerBound, element.origin - Self.nextToCysteine),
      compared.upperBound
    )
    guard near.count < compared.count,
      scratch.compare(matrix, read, near, origin: element.origin)
    else { return nil }
    let row = bestRow(scratch.equal)
    guard scratch.equal[row] > scratch.equal[element.row] + 3 else { return nil }
    let anchored = extended(matrix, row, element.origin, read, primerFree)
    guard anchored.start - compared.lowerBound >= Self.brokenOff,
      anchored.score >= Self.anchoredScore
    else { return nil }
    return shiftedAlignment(matrix, anchored, unshifted, read, compared, primerFree, &scratch)
  }

  /// An alignment with shifts of the diagonal, where the ungapped one breaks off early.
  ///
  /// The shifted alignment must clearly beat `unshifted`, the equal bases over `compared` of the best
  /// row without any shift. The rows go into `scratch.fiveRows`; `nil` if no shift makes the broken
  /// part fit.
  func shiftedAlignment(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ unshifted: Int,
    _ read: Span<UInt8>,
    _ compared: Range<Int>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    var shifted = element
    var kept: [Int] = []  // equal bases of each row in the parts that are settled
    let settled = clippedRange(element.start, compared.upperBound)
    guard scratch.compare(matrix, read, settled, origin: element.origin) else { return nil }
    kept = scratch.equal
    for attempt in 0..<Self.mostShifts {
      let broken = clippedRange(compared.lowerBound, shifted.start)
      guard broken.count >= Self.brokenOff,
        let found = bestShift(matrix, shifted, kept, read, broken, &scratch)
      else { break }
      if attempt == 0, found.equal <= unshifted + 6 { return nil }
      let row = found.rows[0]
      let part = matrix.extend(
        row: row,
        origin: element.origin - found.shift,
        read,
        from: shifted.start - 1,
        step: -1,
        bound: compared.lowerBound
      )
      guard part.score > -Int(BandedAligner.gapOpen) else { break }
      shifted.row = row
      shifted.start -= part.length
      shifted.shift = found.shift
      shifted.score += part.score + Int(BandedAligner.gapOpen)
      scratch.fiveRows = found.rows
      guard
        scratch.compare(
          matrix,
          read,
          shifted.start..<(shifted.start + part.length),
          origin: element.origin - found.shift
        )
      else { break }
      for index in kept.indices { kept[index] += scratch.equal[index] }
    }
    guard shifted.shift != 0 else { return nil }
    // Another row may have won: its own end counts.
    let last = extended(matrix, shifted.row, element.origin, read, primerFree)
    shifted.end = last.end
    return shifted
  }

  /// The shift of the diagonal by which the broken part fits best, with the rows that fit it best.
  private func bestShift(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ kept: [Int],
    _ read: Span<UInt8>,
    _ broken: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> (equal: Int, shift: Int, rows: [Int])? {
    var best: (equal: Int, shift: Int, rows: [Int]) = (0, 0, [])
    for distance in 1...Self.largestShift {
      for shift in [element.shift - distance, element.shift + distance] {
        // The broken part's own k-mers must have voted for the shifted origin.
        let voters = votes(
          for: matrix.elementClass,
          at: element.origin - shift,
          length: read.count,
          in: scratch.votes
        )
        guard voters >= 3,
          scratch.compare(matrix, read, broken, origin: element.origin - shift)
        else { continue }
        for row in 0..<matrix.count {
          let equal = scratch.equal[row] + kept[row]
          if equal > best.equal { best = (equal, shift, []) }
          if equal == best.equal, shift == best.shift { best.rows.append(row) }
        }
      }
    }
    return best.rows.isEmpty ? nil : best
  }
}
