import Alignments
import Nucleotides

extension Placement {
  /// A row's best ungapped alignment around the core of a 3′ element.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - bounds: Offsets of the strand that the alignment does not leave.
  ///   - five: The 5′ element; the alignment begins behind its core.
  ///   - mismatch: What two different bases score.
  /// - Returns: The row where it lies.
  package func threePrimeElement(
    row: Int,
    within bounds: Range<Int>,
    behind five: PlacedElement,
    mismatch: Int = SegmentScore.mismatch
  ) -> PlacedElement {
    let core = min(core, bounds.upperBound)
    let right = extendRight(row: row, from: core, bound: bounds.upperBound, mismatch: mismatch)
    let left = extendLeft(
      row: row,
      from: core - 1,
      bound: max(bounds.lowerBound, five.core),
      mismatch: mismatch
    )
    return element(
      row: row,
      (core - left.length)..<(core + right.length),
      score: left.score + right.score
    )
  }

  /// A row's best ungapped alignment back from its far end: trimming or hypermutation may have left
  /// nothing of it at the codon of Trp/Phe118, behind which it stays.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - bounds: Offsets of the strand that the alignment does not leave.
  ///   - mismatch: What two different bases score.
  /// - Returns: The row where it lies.
  package func threePrimeElementFromEnd(
    row: Int,
    within bounds: Range<Int>,
    mismatch: Int = SegmentScore.mismatch
  ) -> PlacedElement {
    let end = min(bounds.upperBound, matrix.ends[row] - matrix.origin + origin)
    let rest = extendLeft(
      row: row,
      from: end - 1,
      bound: max(bounds.lowerBound, origin + 3),
      mismatch: mismatch
    )
    return element(row: row, (end - rest.length)..<end, score: rest.score)
  }

  /// The 3′ element with the row that fits best outside primers.
  ///
  /// - Parameters:
  ///   - five: The 5′ element.
  ///   - rows: Receives the rows that fit equally well.
  /// - Returns: The element; `nil` if no row has anything outside primers, nor the primer a place
  ///   beside it.
  package func rankedThreePrimeElement(
    behind five: PlacedElement,
    rows: inout [Int]
  ) -> PlacedElement? {
    rows.removeAll(keepingCapacity: true)
    let primerFree = strand.primerFree
    let isJoining = elementClass.isJoining
    let mismatch =
      isJoining ? ThreePrimeParameters.mismatch(behind: five) : SegmentScore.mismatch
    let penalties = primerPenalties(ofRows: 0..<matrix.count, at: .three)
    var best: PlacedElement?
    var highest = Int.min
    func rank(_ element: PlacedElement) {
      guard element.score > 0 else { return }
      let rank = element.score - (penalties.isEmpty ? 0 : penalties[element.row])
      if rank > highest {
        (best, highest) = (element, rank)
        rows.removeAll(keepingCapacity: true)
      }
      if rank == highest { rows.append(element.row) }
    }
    var scoreAtCodon = 0
    for row in 0..<matrix.count {
      let around = threePrimeElement(
        row: row,
        within: primerFree,
        behind: five,
        mismatch: mismatch
      )
      scoreAtCodon = max(scoreAtCodon, around.score)
      // All bases behind the codon, were they equal: what is no better needs no look from the far end.
      let behind = matrix.ends[row] - matrix.origin - 3
      guard isJoining, SegmentScore.match * behind > around.score else {
        rank(around)
        continue
      }
      let back = threePrimeElementFromEnd(row: row, within: primerFree, mismatch: mismatch)
      rank(back.score > around.score ? back : around)
    }
    if let chosen = best, mismatch != SegmentScore.mismatch {
      // The rows are told apart with the read's own rate of differences, the evidence is not.
      let plain = threePrimeElement(row: chosen.row, within: primerFree, behind: five)
      if plain.score > 0, chosen.start <= origin { best = plain }
    }
    guard let placed = best else { return elementBesidePrimer(penalties, &rows) }
    // A shift has to explain the codon better than any row does, not what lies far behind it.
    let beaten = min(placed.score, scoreAtCodon)
    return shiftedAnchor(of: placed, behind: five, beating: beaten, &rows) ?? placed
  }

  /// A J whose primer begins where trimming or hypermutation left nothing of it: placed without any
  /// bases of its own, its rows those that the primer fits best.
  private func elementBesidePrimer(_ penalties: [Int], _ rows: inout [Int]) -> PlacedElement? {
    let end = strand.primerFree.upperBound
    let reach = ThreePrimeParameters.maximumLengthBesidePrimer
    guard elementClass.isJoining, let least = penalties.min(),
      let row = penalties.firstIndex(of: least), ((origin + 1)...(origin + reach)).contains(end)
    else { return nil }
    rows = penalties.indices.filter { penalties[$0] == least }
    return element(row: row, end..<end, score: 0)
  }

  /// A J with an insertion or deletion just behind Trp/Phe118, as in the G run of Trp-Gly: the codon
  /// and what lies before it are on another diagonal than the rest.
  ///
  /// - Parameters:
  ///   - placed: The J without a shift.
  ///   - five: The 5′ element.
  ///   - score: The score that a shift must beat.
  ///   - rows: Receives the row of the shifted J.
  /// - Returns: The element with its origin where the whole codon is; `nil` if the codon at the
  ///   placed origin is whole or no neighbour makes the alignment clearly better.
  private func shiftedAnchor(
    of placed: PlacedElement,
    behind five: PlacedElement,
    beating score: Int,
    _ rows: inout [Int]
  ) -> PlacedElement? {
    guard elementClass.isJoining, !hasAnchor(ofRow: placed.row) else { return nil }
    let primerFree = strand.primerFree
    var best: PlacedElement?
    for row in 0..<matrix.count {
      for distance in 1...ThreePrimeParameters.maximumAnchorShift {
        for shift in [distance, -distance] {
          let codon = shifted(by: shift)
          guard codon.hasAnchor(ofRow: row) else { continue }
          let left = codon.extendLeft(
            row: row,
            from: codon.origin + 2,
            bound: max(primerFree.lowerBound, five.core)
          )
          let behind = max(codon.origin, origin) + 3
          let right = extendRight(row: row, from: behind, bound: primerFree.upperBound)
          let total = left.score + right.score + Int(BandedAligner.gapOpen)
          guard total > best?.score ?? score else { continue }
          best = codon.element(
            row: row,
            (codon.origin + 3 - left.length)..<(behind + right.length),
            score: total,
            shift: shift
          )
        }
      }
    }
    if let best { rows = [best.row] }
    return best
  }

  /// Whether the strand has a row's codon of Trp/Phe118 at the origin.
  private func hasAnchor(ofRow row: Int) -> Bool {
    guard origin >= 0, origin + 3 <= strand.count else { return false }
    return differences(ofRow: row, over: origin..<(origin + 3)) == 0
  }
}
