import Alignments
import Nucleotides

extension Annotator {
  /// How many insertions and deletions a V may have.
  private static let mostShifts = 3
  /// Bases before Cys104 that tell the gene of a V whose start is on another diagonal, nt.
  private static let nextToCysteine = [100, 45]
  /// How many rows that fit these bases equally well are tried.
  private static let mostAnchored = 4
  /// 8-mers that must speak for a diagonal.
  private static let fewestVotes = 8
  /// Equal bases by which a shift must beat every row without one.
  private static let leastGain = 6

  /// A shifted alignment of a row that fits best next to Cys104, where a row of another gene fits the
  /// whole read a little everywhere and nowhere well.
  func hiddenShift(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ unshifted: Int,
    _ read: Span<UInt8>,
    _ compared: Range<Int>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    var best: (equal: Int, row: Int, border: Int)?
    for distance in Self.nextToCysteine {
      let near = clippedRange(
        max(compared.lowerBound, element.origin - distance),
        compared.upperBound
      )
      guard near.count + Self.brokenOff <= compared.count,
        scratch.compare(matrix, read, near, origin: element.origin)
      else { continue }
      let equal = scratch.equal
      let most = equal[bestRow(equal)]
      let rows = equal.indices.filter { equal[$0] == most }
      for row in rows.prefix(Self.mostAnchored) {
        for shift in -Self.largestShift...Self.largestShift where shift != 0 {
          guard
            votes(
              for: matrix.elementClass,
              at: element.origin - shift,
              read,
              &scratch
            ) >= Self.fewestVotes
          else { continue }
          let atLeast = max(best?.equal ?? 0, unshifted + Self.leastGain) + 1
          if let found = bestBorder(
            matrix,
            row,
            element.origin,
            shift,
            read,
            compared,
            atLeast: atLeast
          ) {
            best = (found.equal, row, found.border)
          }
        }
      }
    }
    guard let best, best.equal > unshifted + Self.leastGain else { return nil }
    var anchored = extended(matrix, best.row, element.origin, read, primerFree)
    guard best.border < element.origin + matrix.elementClass.core else { return nil }
    anchored.start = max(anchored.start, best.border)
    guard anchored.start - compared.lowerBound >= Self.brokenOff else { return nil }
    return shiftedAlignment(matrix, anchored, unshifted, read, compared, primerFree, &scratch)
  }

  /// Where a row is best cut in two, its left part on a shifted diagonal; `nil` if no cut leaves
  /// `atLeast` equal bases.
  private func bestBorder(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    _ origin: Int,
    _ shift: Int,
    _ read: Span<UInt8>,
    _ part: Range<Int>,
    atLeast: Int
  ) -> (equal: Int, border: Int)? {
    let bases = matrix.cells
    let cells = bases.span
    let base = row * matrix.width
    let offset = matrix.origin - origin
    // Without branches on the bases: which ones differ is not foreseen.
    func equal(_ column: Int, _ code: UInt8) -> Int {
      guard column >= 0, column < matrix.width else { return 0 }
      return cells[base &+ column] == code ? 1 : 0
    }
    var total = 0
    for position in part { total &+= equal(position &+ offset, read[position]) }
    var best = (equal: max(total, atLeast - 1), border: part.lowerBound)
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
      if attempt == 0, found.equal <= unshifted + Self.leastGain { return nil }
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
          read,
          &scratch
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
