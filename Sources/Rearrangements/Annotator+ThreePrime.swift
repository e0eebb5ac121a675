import Alignments
import Nucleotides

extension Annotator {
  /// How far the 3′ element's origin may lie behind the 5′ element's, nt.
  private static let longestGap = 260
  /// How far Trp/Phe118 may be off the diagonal of the bases behind it, nt.
  private static let largestAnchorShift = 3
  /// 8-mers that a J before another one must have.
  private static let votesOfWholeJ = 10
  /// Fewest bases between the codons of Trp/Phe118 of two J, nt.
  private static let shortestJ = 20
  /// A score, primers included, that makes a search beyond the voted origin unnecessary.
  private static let sureScore = 40

  /// Lays the 3′ element on a read behind a placed 5′ element; `scratch.threeRows` gets the rows
  /// that fit equally well outside primers.
  func placeThree(
    _ elementClass: ElementClass,
    after five: PlacedElement,
    _ votes: OriginVotes,
    _ revComp: Bool,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    let matrix = self[elementClass]
    guard matrix.count > 0 else { return nil }
    let reading = scratch.coding(revComp)
    let read = reading.span
    let first = elementClass == .kappaDeleting ? five.origin - 20 : five.origin + 6
    let last = min(first + Self.longestGap, read.count - 3)
    guard first <= last else { return nil }
    let voted = votes.origin[Int(elementClass.rawValue)]
    var best: (placed: PlacedElement, withPrimer: Int)?
    var isFar = false
    let likely = scratch.likelyRows[Int(elementClass.rawValue)]
    func consider(_ origin: Int, fromEnd: Bool = false, isOnly: Bool = true) {
      for number in 0..<matrix.count {
        let row = number == 0 ? likely : number == likely ? 0 : number
        let whole =
          fromEnd
          ? placedFromEnd(matrix, row, origin, read, 0..<read.count)
          : placed(matrix, row, origin, read, 0..<read.count, after: five)
        if whole.score > best?.withPrimer ?? 0 { best = (whole, whole.score) }
        // Where no other origin competes it does not matter which row it is, nor how sure.
        if isOnly, whole.score >= Self.sureScore { return }
      }
    }
    if votes.count[Int(elementClass.rawValue)] >= 3, (first...last).contains(voted) {
      consider(voted)
      if best?.withPrimer ?? 0 < EvidenceThreshold.threeWithPrimer,
        elementClass != .kappaDeleting
      {
        consider(voted, fromEnd: true)
        isFar = best?.withPrimer ?? 0 >= EvidenceThreshold.threeWithPrimer
      }
    }
    if let sure = best, sure.withPrimer >= Self.sureScore {
      // Of two whole J the one next to the 5′ element is the rearranged one.
      for origin in first..<max(first, sure.placed.origin - Self.shortestJ)
      where self.votes(for: elementClass, at: origin, read, &scratch)
        >= Self.votesOfWholeJ
      {
        best = nil
        consider(origin)
        if best?.withPrimer ?? 0 >= Self.sureScore { break }
        best = sure
      }
    } else {
      for origin in likelyOrigins(matrix, first...last, read, &scratch) {
        consider(origin, isOnly: false)
      }
    }
    guard let (whole, withPrimer) = best, withPrimer >= EvidenceThreshold.threeWithPrimer else {
      return nil
    }
    var element = rankRows(matrix, whole.origin, read, primerFree, after: five, &scratch)
    if let element { scratch.likelyRows[Int(elementClass.rawValue)] = element.row }
    // Bases at the codon that are equal by chance are no J where only its far end was found.
    if isFar, let start = element?.start { element?.start = max(start, whole.origin + 3) }
    return element
  }

  /// The three origins whose surroundings share most bases with any row, for reads whose J has no
  /// whole k-mer left.
  private func likelyOrigins(
    _ matrix: ReferenceMatrix,
    _ origins: ClosedRange<Int>,
    _ read: Span<UInt8>,
    _ scratch: inout AnnotationScratch
  ) -> [Int] {
    var found: [(equal: Int, origin: Int)] = []
    let core = matrix.elementClass.core
    for origin in origins {
      let part = clippedRange(max(0, origin + core - 12), min(read.count, origin + core + 28))
      guard !part.isEmpty else { continue }
      guard scratch.compare(matrix, read, part, origin: origin) else { continue }
      let equal = scratch.equal.max() ?? 0
      if equal >= 14 { found.append((equal, origin)) }
    }
    found.sort { ($1.equal, $0.origin) < ($0.equal, $1.origin) }
    return found.prefix(3).map(\.origin)
  }

  /// A J with an insertion or deletion just behind Trp/Phe118, as in the G run of Trp-Gly: the codon
  /// and what lies before it are on another diagonal than the rest.
  ///
  /// - Returns: The element with its origin where the whole codon is; `nil` if the codon at the
  ///   placed origin is whole or no neighbour makes the alignment clearly better.
  func shiftedAnchor(
    _ matrix: ReferenceMatrix,
    _ placed: PlacedElement,
    beating least: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    after five: PlacedElement,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    guard matrix.elementClass != .kappaDeleting,
      !hasAnchor(matrix, placed.row, at: placed.origin, read)
    else { return nil }
    var best: PlacedElement?
    for row in 0..<matrix.count {
      for distance in 1...Self.largestAnchorShift {
        for shift in [distance, -distance] {
          let origin = placed.origin + shift
          guard hasAnchor(matrix, row, at: origin, read) else { continue }
          let left = matrix.extend(
            row: row,
            origin: origin,
            read,
            from: origin + 2,
            step: -1,
            bound: max(primerFree.lowerBound, five.origin + five.elementClass.core)
          )
          let right = matrix.extend(
            row: row,
            origin: placed.origin,
            read,
            from: max(origin, placed.origin) + 3,
            step: 1,
            bound: primerFree.upperBound
          )
          let score = left.score + right.score + Int(BandedAligner.gapOpen)
          guard score > best?.score ?? least else { continue }
          best = PlacedElement(
            elementClass: matrix.elementClass,
            row: row,
            origin: origin,
            start: origin + 3 - left.length,
            end: max(origin, placed.origin) + 3 + right.length,
            score: score,
            shift: shift
          )
        }
      }
    }
    if let best { scratch.threeRows = [best.row] }
    return best
  }

  /// Whether a read has a row's codon of Trp/Phe118 at an origin.
  private func hasAnchor(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    at origin: Int,
    _ read: Span<UInt8>
  ) -> Bool {
    guard origin >= 0, origin + 3 <= read.count else { return false }
    return matrix.mismatches(row: row, origin: origin, read, origin..<(origin + 3)) == 0
  }
}
