import Alignments
import Nucleotides

extension Annotator {
  /// How far the diagonal of a V may shift through insertions and deletions, nt.
  static let largestShift = 12

  /// Fewest bases of a read, outside primers, by which V genes are told apart.
  private static let fewestCompared = 8
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
    let blocks = matrix.layOut(read, compared, origin: origin, into: &scratch.query)
    guard !blocks.isEmpty else { return nil }
    scratch.compare(matrix, blocks)
    var row = 0
    for other in 1..<max(1, matrix.count) where scratch.equal[other] > scratch.equal[row] {
      row = other
    }
    var element = extended(matrix, row, origin, read, primerFree)
    let missing = element.start - compared.lowerBound
    if elementClass.rawValue <= ElementClass.lambdaV.rawValue, missing >= 15,
      element.score >= Self.anchoredScore,
      let (shifted, rows) = shiftedAlignment(matrix, element, read, compared, primerFree, &scratch)
    {
      scratch.fiveRows = rows
      return shifted
    }
    chooseRows(matrix, &element, read, compared, primerFree, &scratch)
    return element
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
    guard elementClass.rawValue <= ElementClass.lambdaV.rawValue else { return voted }
    let matrix = self[elementClass]
    let top = votes(for: elementClass, at: voted, length: read.count, in: scratch.votes)
    var best: (origin: Int, equal: Int)?
    for shift in 0...(2 * Self.largestShift) {
      let origin = voted + (shift % 2 == 0 ? shift / 2 : -(shift + 1) / 2)
      let count = votes(for: elementClass, at: origin, length: read.count, in: scratch.votes)
      guard origin == voted || count >= max(4, top / 8) else { continue }
      let near = clippedRange(
        max(primerFree.lowerBound, origin - 45),
        min(origin + 3, primerFree.upperBound)
      )
      let blocks = matrix.layOut(read, near, origin: origin, into: &scratch.query)
      guard !blocks.isEmpty else { continue }
      scratch.compare(matrix, blocks)
      let equal = scratch.equal.max() ?? 0
      if best.map({ equal > $0.equal + 4 }) ?? true { best = (origin, equal) }
    }
    return best?.origin ?? voted
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

  /// Keeps the rows with the fewest differences over the whole aligned part.
  private func chooseRows(
    _ matrix: ReferenceMatrix,
    _ element: inout PlacedElement,
    _ read: Span<UInt8>,
    _ compared: Range<Int>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) {
    // Of equally good rows the one that reaches farthest into the recombined bases sets the end.
    let most = scratch.equal[element.row]
    let sure = element.origin + matrix.elementClass.core
    var farthest: (row: Int, score: Int) = (element.row, 0)
    for row in 0..<matrix.count where scratch.equal[row] == most {
      let right = matrix.extend(
        row: row,
        origin: element.origin,
        read,
        from: sure,
        step: 1,
        bound: primerFree.upperBound
      )
      if right.score > farthest.score { farthest = (row, right.score) }
    }
    if farthest.row != element.row {
      element = extended(matrix, farthest.row, element.origin, read, primerFree)
    }
    // Outside the aligned part differences are noise that all rows share.
    let tail = clippedRange(compared.upperBound, element.end)
    var fewest = Int.max
    scratch.fiveRows.removeAll(keepingCapacity: true)
    for row in 0..<matrix.count where scratch.equal[row] + tail.count >= most {
      let differences =
        matrix.mismatches(row: row, origin: element.origin, read, tail) - scratch.equal[row]
      if differences < fewest {
        fewest = differences
        scratch.fiveRows.removeAll(keepingCapacity: true)
      }
      if differences == fewest { scratch.fiveRows.append(row) }
    }
    if let first = scratch.fiveRows.first, first != element.row {
      element = extended(matrix, first, element.origin, read, primerFree)
    }
  }

  /// An alignment with one shift of the diagonal, where the ungapped one breaks off early.
  ///
  /// - Returns: The element with its rows; `nil` if no shift makes the broken part fit.
  private func shiftedAlignment(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ read: Span<UInt8>,
    _ compared: Range<Int>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> (PlacedElement, [Int])? {
    let broken = clippedRange(compared.lowerBound, element.start)
    let kept = clippedRange(element.start, compared.upperBound)
    let keptMisses = (0..<matrix.count).map {
      matrix.mismatches(row: $0, origin: element.origin, read, kept)
    }
    var best: (equal: Int, shift: Int, rows: [Int]) = (0, 0, [])
    for shift in -Self.largestShift...Self.largestShift where shift != 0 {
      // The broken part's own k-mers must have voted for the shifted origin.
      let voters = votes(
        for: matrix.elementClass,
        at: element.origin - shift,
        length: read.count,
        in: scratch.votes
      )
      guard voters >= 3 else { continue }
      let blocks = matrix.layOut(
        read,
        broken,
        origin: element.origin - shift,
        into: &scratch.query
      )
      guard !blocks.isEmpty else { continue }
      scratch.compare(matrix, blocks)
      for row in 0..<matrix.count {
        let equal = scratch.equal[row] - keptMisses[row]
        if equal > best.equal { best = (equal, shift, []) }
        if equal == best.equal, shift == best.shift { best.rows.append(row) }
      }
    }
    guard let row = best.rows.first else { return nil }
    let inBroken = best.equal + keptMisses[row]
    let before =
      broken.count
      - matrix.mismatches(
        row: row,
        origin: element.origin,
        read,
        broken
      )
    guard Double(inBroken) >= 0.65 * Double(broken.count), inBroken >= before + 6 else {
      return nil
    }
    var shifted = extended(
      matrix,
      row,
      element.origin,
      read,
      clippedRange(element.start, primerFree.upperBound)
    )
    let start = max(
      compared.lowerBound,
      matrix.starts[row] - matrix.origin + element.origin - best.shift
    )
    shifted.score += SegmentScore.element.match * inBroken
    shifted.score += SegmentScore.element.mismatch * (broken.count - inBroken)
    shifted.score += Int(BandedAligner.gapOpen)
    shifted.start = start
    shifted.shift = best.shift
    return (shifted, best.rows)
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
