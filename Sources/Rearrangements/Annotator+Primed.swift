import Alignments
import Nucleotides

extension Annotator {
  /// Longest stretch under a primer that is looked at, nt.
  private static let longestPrimer = 25
  /// Fewest bases under a primer that show where it lies, nt.
  private static let fewestUnderPrimer = 12
  /// Equal minus different bases that V and J need together between primers that fix their places,
  /// half the score of what follows the codon of Cys104 and precedes that of Trp118 added.
  ///
  /// Chosen here, one less for heavy chains, whose misprimed reads pass less often; see the article
  /// "Annotation".
  private static let evidenceBetweenPrimers = (heavy: 13, light: 14)
  /// Fewest bases of a V behind its primer, nt.
  private static let fewestBetweenPrimers = 8
  /// The same for each of them alone.
  private static let leastOfEach = -3
  /// Differences from a primer that still make a row its template.
  private static let toleratedUnderPrimer = 1
  /// Units of `SegmentScore` that each further difference from a primer takes from a row.
  private static let penaltyUnderPrimer = 2
  /// The most that they take: primers bind to genes not their own.
  static let largestPenalty = 6

  /// What each of some rows loses because it differs from the primer at the 5′ (`atStart`) or 3′ end,
  /// where another of them is that primer's template; empty if none is.
  ///
  /// The bases are the primer's and show no mutation, but a primer seldom finds a gene that it does
  /// not fit, and hypermutation leaves little of a J to tell it by.
  func primerPenalties(
    _ matrix: ReferenceMatrix,
    _ rows: some Collection<Int>,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    atStart: Bool
  ) -> [Int] {
    let hidden = atStart ? primerFree.lowerBound : read.count - primerFree.upperBound
    guard hidden >= Self.fewestUnderPrimer else { return [] }
    var different: [Int] = []
    for row in rows {
      let under = underPrimer(matrix, row, origin, read, primerFree, atStart: atStart)
      different.append(
        under.count < Self.fewestUnderPrimer
          ? Self.toleratedUnderPrimer + 1
          : matrix.mismatches(row: row, origin: origin, read, under)
      )
    }
    guard different.contains(where: { $0 <= Self.toleratedUnderPrimer }) else { return [] }
    return different.map {
      min(
        Self.largestPenalty,
        Self.penaltyUnderPrimer * max(0, $0 - Self.toleratedUnderPrimer)
      )
    }
  }

  /// What the primer takes from each row of a placed element's matrix; empty where it has no say: for
  /// a D or Kde, and for a V that hypermutation left recognisable.
  func primerSay(
    _ element: PlacedElement,
    _ path: AlignmentPath,
    _ coding: [UInt8],
    _ primerFree: Range<Int>
  ) -> [Int] {
    let matrix = self[element.elementClass]
    switch element.elementClass {
    case .heavyV, .kappaV, .lambdaV:
      guard let identity = path.identity, 100 * identity < Double(Self.primerHasSay) else {
        return []
      }
    case .heavyJ, .kappaJ, .lambdaJ: break
    case .heavyD, .kappaIntron, .kappaDeleting: return []
    }
    return primerPenalties(
      matrix,
      0..<matrix.count,
      element.origin,
      coding.span,
      primerFree,
      atStart: element.elementClass.isFivePrime
    )
  }

  /// The bases under a primer at one end that have a counterpart in a row.
  private func underPrimer(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    _ origin: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    atStart: Bool
  ) -> Range<Int> {
    let shift = origin - matrix.origin
    let first =
      atStart ? max(0, primerFree.lowerBound - Self.longestPrimer) : primerFree.upperBound
    let last =
      atStart
      ? primerFree.lowerBound : min(read.count, primerFree.upperBound + Self.longestPrimer)
    return clippedRange(
      max(first, matrix.starts[row] + shift),
      min(last, matrix.ends[row] + shift)
    )
  }

  /// A V and a J whose primers lie where these elements have them, judged by all bases between: where
  /// both places are known, no stretch free of mutations is needed.
  ///
  /// - Parameters:
  ///   - five: The V where its 8-mers place it.
  ///   - three: The J.
  ///   - read: Base codes of the coding strand.
  ///   - primerFree: The offsets between the primers.
  ///   - rows: Receives the V rows that fit equally well.
  /// - Returns: The elements from primer to primer; `nil` if they are no better than chance.
  func primedPair(
    _ five: PlacedElement,
    _ three: PlacedElement,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    _ rows: inout [Int]
  ) -> (five: PlacedElement, three: PlacedElement)? {
    guard five.elementClass.isVariable else { return nil }
    let v = self[five.elementClass]
    let j = self[three.elementClass]
    let first = clippedRange(primerFree.lowerBound, min(five.origin + 3, primerFree.upperBound))
    let last = clippedRange(max(three.origin, primerFree.lowerBound), primerFree.upperBound)
    guard first.count >= Self.fewestBetweenPrimers, !last.isEmpty,
      isPrimed(j, three, read, primerFree, atStart: false)
    else { return nil }
    let primed = primedRows(v, five, read, primerFree, comparing: first)
    guard let row = primed.first else { return nil }
    var five = five
    if row != five.row { (five.row, five.end) = (row, first.upperBound) }
    let fiveExcess = excess(v, five, read, first)
    let threeExcess = excess(j, three, read, last)
    // What recombination left of either element between the codons speaks for it as well.
    let tail = v.extend(
      row: five.row,
      origin: five.origin,
      read,
      from: first.upperBound,
      step: 1,
      bound: primerFree.upperBound
    )
    let head = j.extend(
      row: three.row,
      origin: three.origin,
      read,
      from: three.origin - 1,
      step: -1,
      bound: first.upperBound
    )
    let needed =
      five.elementClass == .heavyV
      ? Self.evidenceBetweenPrimers.heavy : Self.evidenceBetweenPrimers.light
    guard min(fiveExcess, threeExcess) >= Self.leastOfEach,
      2 * (fiveExcess + threeExcess) + tail.score + head.score >= 2 * needed
    else { return nil }
    var (left, right) = (five, three)
    left.start = first.lowerBound
    left.end = max(five.end, first.upperBound)
    left.score = max(1, score(v, five, read, left.start..<left.end))
    right.start = min(three.start, last.lowerBound)
    right.end = last.upperBound
    right.score = max(1, score(j, three, read, right.start..<right.end))
    rows = primed
    return (left, right)
  }

  /// The rows of V that the primer at the 5′ end fits, and among them those with the fewest
  /// differences over a part of the read.
  private func primedRows(
    _ matrix: ReferenceMatrix,
    _ five: PlacedElement,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    comparing part: Range<Int>
  ) -> [Int] {
    var fewest = Int.max
    var rows: [Int] = []
    var element = five
    for row in 0..<matrix.count {
      element.row = row
      let different = matrix.mismatches(row: row, origin: five.origin, read, part)
      guard different <= fewest, isPrimed(matrix, element, read, primerFree, atStart: true)
      else { continue }
      if different < fewest { (fewest, rows) = (different, []) }
      rows.append(row)
    }
    return rows
  }

  /// Whether the bases under the primer at one end are those of the placed row: three in four.
  private func isPrimed(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    atStart: Bool
  ) -> Bool {
    let under = underPrimer(
      matrix,
      element.row,
      element.origin,
      read,
      primerFree,
      atStart: atStart
    )
    guard under.count >= Self.fewestUnderPrimer else { return false }
    let different = matrix.mismatches(row: element.row, origin: element.origin, read, under)
    return 4 * different <= under.count
  }

  /// Equal minus different bases of a row over a part of the read.
  private func excess(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ read: Span<UInt8>,
    _ part: Range<Int>
  ) -> Int {
    part.count - 2 * matrix.mismatches(row: element.row, origin: element.origin, read, part)
  }

  private func score(
    _ matrix: ReferenceMatrix,
    _ element: PlacedElement,
    _ read: Span<UInt8>,
    _ part: Range<Int>
  ) -> Int {
    let different = matrix.mismatches(row: element.row, origin: element.origin, read, part)
    return SegmentScore.match * (part.count - different) + SegmentScore.mismatch * different
  }
}
