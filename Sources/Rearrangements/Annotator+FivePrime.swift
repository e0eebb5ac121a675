import Alignments
import Nucleotides

extension Annotator {
  /// How far the diagonal of a V may shift through insertions and deletions, nt.
  static let largestShift = 12
  /// How many insertions and deletions a V may have.
  private static let mostShifts = 3
  /// Fewest bases of a read, outside primers, by which V genes are told apart.
  private static let fewestCompared = 8
  /// Bases before the aligned part from which on another diagonal is looked for.
  private static let brokenOff = 15
  /// Bases before Cys104 that tell the family of a V, nt.
  private static let nextToCysteine = 60
  /// Most bases of a V behind the compared ones, nt.
  private static let longestTail = 24
  /// The score that the part next to Cys104 needs before the rest is tried on another diagonal.
  private static let anchoredScore = 20

  /// Lays the 5′ element on a read near a voted origin; `scratch.fiveRows` gets the rows that fit
  /// equally well outside primers.
  func placeFive(
    _ elementClass: ElementClass,
    _ voted: Int,
    _ revComp: Bool,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    let matrix = self[elementClass]
    guard matrix.count > 0 else { return nil }
    let reading = scratch.coding(revComp)
    let read = reading.span
    let origin = nearestOrigin(elementClass, voted, read, primerFree, &scratch)
    let sure = origin + elementClass.core  // first base right of the certain part
    // Compared with every row: from the read's start to just past the place where no trimming reaches.
    let compared = clippedRange(
      max(primerFree.lowerBound, origin - matrix.origin),
      min(primerFree.upperBound, origin + matrix.comparedPastOrigin)
    )
    guard compared.count >= Self.fewestCompared, sure > primerFree.lowerBound, sure < read.count
    else { return nil }
    guard scratch.compare(matrix, read, compared, origin: origin) else { return nil }
    let row = bestRow(scratch.equal)
    let most = scratch.equal[row]
    let element = extended(matrix, row, origin, read, primerFree)
    if elementClass.isVariable, 20 * most < 17 * compared.count {
      if let shifted = hiddenShift(matrix, element, most, read, compared, primerFree, &scratch) {
        return shifted
      }
      guard scratch.compare(matrix, read, compared, origin: origin) else { return nil }
    }
    guard element.start - compared.lowerBound >= Self.brokenOff else {
      return ranked(matrix, element, read, compared, primerFree, &scratch)
    }
    if elementClass.isVariable, element.score >= Self.anchoredScore,
      let shifted = shiftedAlignment(matrix, element, most, read, compared, primerFree, &scratch)
    {
      return shifted
    }
    // What lies before the aligned part is not this V's: rows are judged without it.
    let aligned = clippedRange(element.start, compared.upperBound)
    guard scratch.compare(matrix, read, aligned, origin: origin) else { return element }
    let again = extended(matrix, bestRow(scratch.equal), origin, read, primerFree)
    return ranked(matrix, again, read, aligned, primerFree, &scratch)
  }

  /// A shifted alignment of the row that fits best next to Cys104, where a row of another family
  /// fits the whole read a little everywhere and nowhere well.
  private func hiddenShift(
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

  private func bestRow(_ equal: [Int]) -> Int {
    var best = 0
    for row in equal.indices where equal[row] > equal[best] { best = row }
    return best
  }

  /// The origin among the voted one and its neighbours that fits best next to Cys104: after an
  /// insertion or deletion most k-mers may vote for the other side of it.
  private func nearestOrigin(
    _ elementClass: ElementClass,
    _ voted: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> Int {
    guard elementClass.isVariable else { return voted }
    let matrix = self[elementClass]
    var best = (origin: voted, equal: 0)
    for shift in 0...(2 * Self.largestShift) {
      let origin = voted + (shift % 2 == 0 ? shift / 2 : -(shift + 1) / 2)
      let count = votes(for: elementClass, at: origin, length: read.count, in: scratch.votes)
      guard origin == voted || count >= 2 else { continue }
      let near = clippedRange(
        max(primerFree.lowerBound, origin - 33),
        min(origin + 3, primerFree.upperBound)
      )
      guard scratch.compare(matrix, read, near, origin: origin) else { continue }
      let equal = scratch.equal[bestRow(scratch.equal)]
      if origin == voted {
        best.equal = equal
        // Well placed already: three in four bases are the V's.
        if 4 * equal >= 3 * near.count { break }
      } else if equal > best.equal + 4 {
        best = (origin, equal)
      }
    }
    return besideCysteine(matrix, best.origin, read, primerFree, &scratch)
  }

  /// The origin corrected for an insertion or deletion so close to Cys104 that no k-mer votes for
  /// what lies behind it: the codon's surroundings are nobody's here and a V's a few bases on.
  private func besideCysteine(
    _ matrix: ReferenceMatrix,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> Int {
    func equal(at origin: Int, _ scratch: inout AnnotationScratch) -> Int {
      let part = (origin - 9)..<(origin + 3)
      guard part.lowerBound >= primerFree.lowerBound, part.upperBound <= primerFree.upperBound,
        scratch.compare(matrix, read, part, origin: origin)
      else { return -1 }
      return scratch.equal[bestRow(scratch.equal)]
    }
    guard (0...8).contains(equal(at: origin, &scratch)) else { return origin }
    for distance in 1...6 {
      for shift in [distance, -distance] where equal(at: origin + shift, &scratch) == 12 {
        return origin + shift
      }
    }
    return origin
  }

  /// A row's best ungapped alignment around the certain part.
  func extended(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>
  ) -> PlacedElement {
    let sure = origin + matrix.elementClass.core
    let right = matrix.extend(
      row: row,
      origin: origin,
      read,
      from: sure,
      step: 1,
      bound: primerFree.upperBound
    )
    let left = matrix.extend(
      row: row,
      origin: origin,
      read,
      from: sure - 1,
      step: -1,
      bound: primerFree.lowerBound
    )
    return PlacedElement(
      elementClass: matrix.elementClass,
      row: row,
      origin: origin,
      start: sure - left.length,
      end: sure + right.length,
      score: left.score + right.score,
      shift: 0
    )
  }

  /// The element with the row that scores best over the aligned part and into the recombined bases;
  /// `scratch.fiveRows` gets all rows that score the same.
  ///
  /// `scratch.equal` must hold the counts over `compared`.
  private func ranked(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ read: Span<UInt8>,
    _ compared: Range<Int>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement {
    // One base more that is equal is worth a match and spares a mismatch.
    let worth = SegmentScore.match - SegmentScore.mismatch
    let tail = compared.upperBound
    let column = tail - element.origin + matrix.origin
    func score(_ row: Int, _ equal: Int) -> Int {
      let right = matrix.extend(
        row: row,
        origin: element.origin,
        read,
        from: tail,
        step: 1,
        bound: min(primerFree.upperBound, tail + Self.longestTail)
      )
      return worth * equal + right.score
    }
    let top = bestRow(scratch.equal)
    var best = score(top, scratch.equal[top])
    scratch.fiveRows.removeAll(keepingCapacity: true)
    for row in 0..<matrix.count {
      // A row's own remaining bases bound what it can still gain.
      let mostGain = SegmentScore.match * max(0, matrix.ends[row] - column)
      guard worth * scratch.equal[row] + mostGain >= best else { continue }
      let found = score(row, scratch.equal[row])
      if found > best {
        best = found
        scratch.fiveRows.removeAll(keepingCapacity: true)
      }
      if found == best { scratch.fiveRows.append(row) }
    }
    guard let first = scratch.fiveRows.first, first != element.row else { return element }
    return extended(matrix, first, element.origin, read, primerFree)
  }

  /// An alignment with shifts of the diagonal, where the ungapped one breaks off early.
  ///
  /// The shifted alignment must clearly beat `unshifted`, the equal bases over `compared` of the best
  /// row without any shift. The rows go into `scratch.fiveRows`; `nil` if no shift makes the broken
  /// part fit.
  private func shiftedAlignment(
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

extension ReferenceMatrix {
  /// How far past the origin all rows are compared: through Cys104, a few bases into the D, and not
  /// into the trimmed end of the intron.
  var comparedPastOrigin: Int {
    switch elementClass {
    case .heavyV, .kappaV, .lambdaV: 3
    case .heavyD: 6
    default: -20
    }
  }
}
