import Alignments
import Nucleotides

extension Annotator {
  /// Most bases from Trp/Phe118 to a primer of the J, nt.
  private static let longestBesidePrimer = 30

  /// Judges the rows at an origin by what lies outside primers.
  func rankRows(
    _ matrix: ReferenceMatrix,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    after five: PlacedElement,
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    scratch.threeRows.removeAll(keepingCapacity: true)
    var best: PlacedElement?
    var highest = Int.min
    let penalties = primerPenalties(
      matrix,
      0..<matrix.count,
      origin,
      read,
      primerFree,
      atStart: false
    )
    let isJoining = matrix.elementClass != .kappaDeleting
    let mismatch = isJoining ? Self.mismatch(besides: five) : SegmentScore.mismatch
    func rank(_ element: PlacedElement) {
      guard element.score > 0 else { return }
      let rank = element.score - (penalties.isEmpty ? 0 : penalties[element.row])
      if rank > highest {
        (best, highest) = (element, rank)
        scratch.threeRows.removeAll(keepingCapacity: true)
      }
      if rank == highest { scratch.threeRows.append(element.row) }
    }
    var atCodon: PlacedElement?
    for row in 0..<matrix.count {
      let around = placed(matrix, row, origin, read, primerFree, after: five, mismatch)
      if around.score > atCodon?.score ?? 0 { atCodon = around }
      // All bases behind the codon, were they equal: what is no better needs no look from the far end.
      let behind = matrix.ends[row] - matrix.origin - 3
      guard isJoining, SegmentScore.match * behind > around.score else {
        rank(around)
        continue
      }
      let back = placedFromEnd(matrix, row, origin, read, primerFree, mismatch)
      rank(back.score > around.score ? back : around)
    }
    if let chosen = best, mismatch != SegmentScore.mismatch {
      // The rows are told apart with the read's own rate of differences, the evidence is not.
      let plain = placed(matrix, chosen.row, origin, read, primerFree, after: five)
      if plain.score > 0, chosen.start <= origin { best = plain }
    }
    guard let placed = best else {
      return besidePrimer(matrix, origin, primerFree, penalties, &scratch)
    }
    // A shift has to explain the codon better than any row does, not what lies far behind it.
    let beating = min(placed.score, atCodon?.score ?? 0)
    return shiftedAnchor(
      matrix,
      placed,
      beating: beating,
      read,
      primerFree,
      after: five,
      &scratch
    ) ?? placed
  }

  /// A J whose primer begins where trimming or hypermutation left nothing of it: placed without any
  /// bases of its own, its rows those that the primer fits best.
  private func besidePrimer(
    _ matrix: ReferenceMatrix,
    _ origin: Int,
    _ primerFree: Range<Int>,
    _ penalties: [Int],
    _ scratch: inout AnnotationScratch
  ) -> PlacedElement? {
    let end = primerFree.upperBound
    guard matrix.elementClass != .kappaDeleting, let least = penalties.min(),
      let row = penalties.firstIndex(of: least),
      ((origin + 1)...(origin + Self.longestBesidePrimer)).contains(end)
    else { return nil }
    scratch.threeRows = penalties.indices.filter { penalties[$0] == least }
    return PlacedElement(
      elementClass: matrix.elementClass,
      row: row,
      origin: origin,
      start: end,
      end: end,
      score: 0,
      shift: 0
    )
  }

  /// A row's best ungapped alignment around the certain part, inside `bounds`.
  func placed(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ bounds: Range<Int>,
    after five: PlacedElement,
    _ mismatch: Int = SegmentScore.mismatch
  ) -> PlacedElement {
    let sure = min(origin + matrix.elementClass.core, bounds.upperBound)
    let right = matrix.extend(
      row: row,
      origin: origin,
      read,
      from: sure,
      step: 1,
      bound: bounds.upperBound,
      mismatch: mismatch
    )
    let left = matrix.extend(
      row: row,
      origin: origin,
      read,
      from: sure - 1,
      step: -1,
      bound: max(bounds.lowerBound, five.origin + five.elementClass.core),
      mismatch: mismatch
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

  /// What two different bases score in a J behind a V of which such a share differs: the likelihoods
  /// of equal and different bases at that share, on the scale of `SegmentScore.match`.
  private static func mismatch(besides five: PlacedElement) -> Int {
    let aligned = five.end - five.start
    // The score's own weights tell how many bases differ.
    let different = (SegmentScore.match * aligned - five.score) / 5
    let perCent = 100 * (different + 1) / max(1, aligned + 20)
    return perCent < 2
      ? SegmentScore.severeMismatch
      : perCent < 16 ? SegmentScore.mismatch : SegmentScore.mildMismatch
  }

  /// A row's best ungapped alignment back from its far end, inside `bounds`: trimming or hypermutation
  /// may have left nothing of it at the codon of Trp/Phe118, behind which it stays.
  func placedFromEnd(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ bounds: Range<Int>,
    _ mismatch: Int = SegmentScore.mismatch
  ) -> PlacedElement {
    let end = min(bounds.upperBound, matrix.ends[row] - matrix.origin + origin)
    let rest = matrix.extend(
      row: row,
      origin: origin,
      read,
      from: end - 1,
      step: -1,
      bound: max(bounds.lowerBound, origin + 3),
      mismatch: mismatch
    )
    return PlacedElement(
      elementClass: matrix.elementClass,
      row: row,
      origin: origin,
      start: end - rest.length,
      end: end,
      score: rest.score,
      shift: 0
    )
  }
}
