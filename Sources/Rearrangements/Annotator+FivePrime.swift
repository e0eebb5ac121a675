import Alignments
import Nucleotides

extension Annotator {
  /// How far the diagonal of a V may shift through insertions and deletions, nt.
  static let largestShift = 18
  /// Fewest bases of a read, outside primers, by which V genes are told apart.
  private static let fewestCompared = 8
  /// Bases before the aligned part from which on another diagonal is looked for.
  static let brokenOff = 15
  /// Per cent of equal bases above which no shift of the diagonal is looked for.
  private static let unsuspicious = 93
  /// Per cent of equal bases below which the primer has a say in which V it is.
  static let primerHasSay = 85
  /// Most bases of a V behind the compared ones, nt.
  private static let longestTail = 36
  /// The score that the part next to Cys104 needs before the rest is tried on another diagonal.
  static let anchoredScore = 20

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
    scratch.likelyRows[Int(elementClass.rawValue)] = row
    let element = extended(matrix, row, origin, read, primerFree)
    if elementClass.isVariable, 100 * most < Self.unsuspicious * compared.count {
      let whole = scratch.equal
      if let shifted = hiddenShift(matrix, element, most, read, compared, primerFree, &scratch) {
        return shifted
      }
      scratch.equal = whole
    }
    guard element.start - compared.lowerBound >= Self.brokenOff else {
      return ranked(matrix, element, read, compared, primerFree, &scratch)
    }
    // An origin that was corrected has the votes for the other side of the gap to speak for it.
    if elementClass.isVariable, element.score >= Self.anchoredScore || origin != voted,
      let shifted = shiftedAlignment(matrix, element, most, read, compared, primerFree, &scratch)
    {
      return shifted
    }
    // What lies before the aligned part is not this V's: rows are judged without it.
    let aligned = clippedRange(element.start, compared.upperBound)
    guard scratch.compare(matrix, read, aligned, origin: origin) else {
      // Nothing but the trimmed end is aligned: no row shares a base of the part compared.
      scratch.equal = [Int](repeating: 0, count: matrix.count)
      return ranked(matrix, element, read, aligned, primerFree, &scratch)
    }
    let again = extended(matrix, bestRow(scratch.equal), origin, read, primerFree)
    return ranked(matrix, again, read, aligned, primerFree, &scratch)
  }

  func bestRow(_ equal: [Int]) -> Int {
    var best = 0
    for row in equal.indices where equal[row] > equal[best] { best = row }
    return best
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
    let top = bestRow(scratch.equal)
    let most = scratch.equal[top]
    let isSuspicious =
      matrix.elementClass.isVariable && 100 * most < Self.primerHasSay * compared.count
    // One base more that is equal is worth a match and spares a mismatch.
    let mismatch = isSuspicious ? SegmentScore.mildMismatch : SegmentScore.mismatch
    let worth = SegmentScore.match - mismatch
    let tail = compared.upperBound
    let column = tail - element.origin + matrix.origin
    func score(_ row: Int, _ equal: Int) -> Int {
      let right = matrix.extend(
        row: row,
        origin: element.origin,
        read,
        from: tail,
        step: 1,
        bound: min(primerFree.upperBound, tail + Self.longestTail),
        mismatch: mismatch
      )
      return worth * equal + right.score
    }
    // Hypermutation leaves little to tell genes by: rows a little behind are told by the primer.
    let margin = isSuspicious ? Self.largestPenalty : 0
    var best = score(top, most)
    var candidates: [(row: Int, score: Int)] = []
    // A row's remaining bases bound what it can still gain.
    let mostOfAny = SegmentScore.match * max(0, matrix.farthestEnd - column)
    for row in 0..<matrix.count where worth * scratch.equal[row] + mostOfAny >= best - margin {
      let mostGain = SegmentScore.match * max(0, matrix.ends[row] - column)
      guard worth * scratch.equal[row] + mostGain >= best - margin else { continue }
      let found = score(row, scratch.equal[row])
      best = max(best, found)
      if found >= best - margin { candidates.append((row, found)) }
    }
    candidates.removeAll { $0.score < best - margin }
    if candidates.count > 1 {
      let penalties = primerPenalties(
        matrix,
        candidates.map(\.row),
        element.origin,
        read,
        primerFree,
        atStart: true
      )
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
    return extended(matrix, first, element.origin, read, primerFree)
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
