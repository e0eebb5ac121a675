import Nucleotides

/// Lays a 3′ element — a J or the kappa deleting element — on a strand behind a placed 5′ element.
package struct ThreePrimePlacer: Sendable {
  private let matrices: ReferenceMatrices
  private let kmers: KmerIndexes

  /// Creates a placer.
  ///
  /// - Parameters:
  ///   - matrices: The elements.
  ///   - kmers: Their 8-mers.
  package init(_ matrices: ReferenceMatrices, _ kmers: KmerIndexes) {
    (self.matrices, self.kmers) = (matrices, kmers)
  }

  /// The best alignment found so far, primers included.
  private struct Candidate {
    var origin: Int
    var score: Int
  }

  /// Lays an element on a strand.
  ///
  /// - Parameters:
  ///   - elementClass: The class of the element.
  ///   - five: The 5′ element.
  ///   - votes: Those of the strand's 8-mers.
  ///   - strand: The strand.
  ///   - scratch: `threeRows` gets the rows that fit equally well outside primers.
  /// - Returns: The element; `nil` if none is found behind the 5′ element.
  package func place(
    _ elementClass: ElementClass,
    behind five: PlacedElement,
    by votes: OriginVotes,
    on strand: Strand,
    _ scratch: inout PlacingScratch
  ) -> PlacedElement? {
    let matrix = matrices[elementClass]
    guard matrix.count > 0 else { return nil }
    let isJoining = elementClass.isJoining
    let first =
      five.origin
      + (isJoining
        ? ThreePrimeParameters.firstJoiningOffset : ThreePrimeParameters.firstDeletingOffset)
    let last = min(first + ThreePrimeParameters.maximumGap, strand.count - 3)
    guard first <= last else { return nil }
    let voted = votes.origin(of: elementClass)
    var best: Candidate?
    var isFar = false
    let likely = scratch.likelyRows[Int(elementClass.rawValue)]
    let whole = 0..<strand.count
    func consider(_ origin: Int, fromEnd: Bool = false, isOnly: Bool = true) {
      let placement = Placement(matrix, on: strand, at: origin)
      for number in 0..<matrix.count {
        let row = number == 0 ? likely : number == likely ? 0 : number
        let element =
          fromEnd
          ? placement.threePrimeElementFromEnd(row: row, within: whole)
          : placement.threePrimeElement(row: row, within: whole, behind: five)
        if element.score > best?.score ?? 0 {
          best = Candidate(origin: origin, score: element.score)
        }
        // Where no other origin competes it does not matter which row it is, nor how sure.
        if isOnly, element.score >= ThreePrimeParameters.sureScore { return }
      }
    }
    if votes.count(of: elementClass) >= ThreePrimeParameters.minimumVotes,
      (first...last).contains(voted)
    {
      consider(voted)
      if best?.score ?? 0 < ThreePrimeParameters.minimumScoreWithPrimer, isJoining {
        consider(voted, fromEnd: true)
        isFar = best?.score ?? 0 >= ThreePrimeParameters.minimumScoreWithPrimer
      }
    }
    if let sure = best, sure.score >= ThreePrimeParameters.sureScore {
      // Of two whole J the one next to the 5′ element is the rearranged one.
      let end = max(first, sure.origin - ThreePrimeParameters.minimumJoiningDistance)
      for origin in first..<end
      where scratch.votes.votes(for: elementClass, at: origin, on: strand, kmers)
        >= ThreePrimeParameters.minimumVotesOfFirstJoining
      {
        best = nil
        consider(origin)
        if best?.score ?? 0 >= ThreePrimeParameters.sureScore { break }
        best = sure
      }
    } else {
      for origin in likelyOrigins(of: matrix, on: strand, first...last, &scratch.comparison) {
        consider(origin, isOnly: false)
      }
    }
    guard let best, best.score >= ThreePrimeParameters.minimumScoreWithPrimer else { return nil }
    let placement = Placement(matrix, on: strand, at: best.origin)
    var element = placement.rankedThreePrimeElement(behind: five, rows: &scratch.threeRows)
    if let element { scratch.likelyRows[Int(elementClass.rawValue)] = element.row }
    // Bases at the codon that are equal by chance are no J where only its far end was found.
    if isFar, let start = element?.start { element?.start = max(start, best.origin + 3) }
    return element
  }

  /// The origins whose surroundings share most bases with any row, for reads whose J has no whole
  /// 8-mer left.
  private func likelyOrigins(
    of matrix: ReferenceMatrix,
    on strand: Strand,
    _ origins: ClosedRange<Int>,
    _ comparison: inout RowComparison
  ) -> [Int] {
    let around = ThreePrimeParameters.searchedAroundCore
    var found: [(equal: Int, origin: Int)] = []
    let placement = Placement(matrix, on: strand, at: 0)
    for origin in origins {
      let core = placement.core + origin
      let part = clippedRange(
        max(0, core - around.before),
        min(strand.count, core + around.behind)
      )
      guard !part.isEmpty, comparison.compare(placement, part, shiftedBy: origin) else {
        continue
      }
      let equal = comparison.equal.max() ?? 0
      if equal >= ThreePrimeParameters.minimumSearchedEqual { found.append((equal, origin)) }
    }
    found.sort { ($1.equal, $0.origin) < ($0.equal, $1.origin) }
    return found.prefix(ThreePrimeParameters.maximumSearchedOrigins).map(\.origin)
  }
}
