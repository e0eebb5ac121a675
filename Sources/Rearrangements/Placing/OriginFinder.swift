import Alignments
import Nucleotides

/// Corrects the voted origin of a V: after an insertion or deletion most 8-mers may vote for the other
/// side of it.
package struct OriginFinder: Sendable {
  /// How an origin is judged.
  ///
  /// Chosen here, on V with one insertion or deletion at every place.
  fileprivate enum Parameters {
    /// Bases before the codon of Cys104 by which origins are compared, nt.
    static let nearLength = 33
    /// Of these and the codon, one in so many may differ where the origin is right; of random bases
    /// the best row of some hundred has half.
    static let nearDifferenceShare = 4
    /// 8-mers that must speak for another origin.
    static let minimumVotes = 2
    /// Equal bases by which another origin must be ahead of more than.
    static let minimumGain = 4
    /// Bases around Cys104 that must all be a V's to place its origin: one 12-mer of the index.
    static let surroundingsLength = SeedIndex.length
    /// How many of them the best row may share for them to be nobody's: of 12 random bases the best of
    /// some hundred rows seldom has more.
    static let maximumSharedBeside = 9
    /// Where they begin, counted from Cys104, nt, to reach through the codon.
    static let surroundingsStart = -9
    /// The same for what happened within the last bases before the codon, nt: a codon further.
    static let furtherStart = -6
    /// How far such an insertion or deletion may move the origin, nt: two codons.
    static let maximumShiftBeside = 6
  }

  private let kmers: KmerIndexes
  private let seeds: SeedIndex

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - kmers: The 8-mers of all elements.
  ///   - seeds: The 12-mers of 5′ elements.
  package init(kmers: KmerIndexes, seeds: SeedIndex) { (self.kmers, self.seeds) = (kmers, seeds) }

  /// The origin among the voted one and its neighbours that fits best next to Cys104.
  ///
  /// - Parameters:
  ///   - voted: The origin that most 8-mers voted for.
  ///   - matrix: The rows of a 5′ class.
  ///   - strand: The strand.
  ///   - scratch: Has the votes on the strand.
  /// - Returns: The origin; the voted one for what is no V.
  package func nearest(
    to voted: Int,
    of matrix: ReferenceMatrix,
    on strand: Strand,
    _ scratch: inout PlacingScratch
  ) -> Int {
    let elementClass = matrix.elementClass
    guard elementClass.isVariable else { return voted }
    let placement = Placement(matrix, on: strand, at: voted)
    let likely = scratch.likelyRows[Int(elementClass.rawValue)]
    if placement.isWellPlaced(row: likely) { return voted }
    var best = (origin: voted, equal: 0)
    for number in 0...(2 * ShiftParameters.maximumShift) {
      let shift = number % 2 == 0 ? number / 2 : -(number + 1) / 2
      let origin = voted + shift
      guard
        shift == 0
          || scratch.votes.votes(for: elementClass, at: origin, on: strand, kmers)
            >= Parameters.minimumVotes
      else { continue }
      let near = placement.nearCysteine(shiftedBy: shift)
      guard scratch.comparison.compare(placement, near, shiftedBy: shift) else { continue }
      let equal = scratch.comparison.equal[scratch.comparison.bestRow]
      if shift == 0 {
        best.equal = equal
        if Placement.isWellPlaced(equal: equal, of: near.count) { break }
      } else if equal > best.equal + Parameters.minimumGain {
        best = (origin, equal)
      }
    }
    let found = best.origin == voted ? placement : placement.shifted(by: best.origin - voted)
    return besideCysteine(found, &scratch.comparison)
  }

  /// The origin corrected for an insertion or deletion so close to Cys104 that no 8-mer votes for
  /// what lies behind it: the codon's surroundings are nobody's here and a V's a few bases on.
  private func besideCysteine(
    _ placement: Placement,
    _ comparison: inout RowComparison
  ) -> Int {
    let origin = placement.origin
    guard let part = placement.aroundCysteine(from: Parameters.surroundingsStart),
      comparison.compare(placement, part),
      comparison.equal[comparison.bestRow] <= Parameters.maximumSharedBeside
    else { return origin }
    let read = placement.strand.bases.span
    for first in [Parameters.surroundingsStart, Parameters.furtherStart] {
      for distance in 1...Parameters.maximumShiftBeside {
        for shift in [distance, -distance] {
          if let part = placement.aroundCysteine(from: first + shift),
            seeds.holds(placement.elementClass, offset: first, read, at: part.lowerBound)
          {
            return origin + shift
          }
        }
      }
    }
    return origin
  }
}

extension Placement {
  private typealias Parameters = OriginFinder.Parameters

  /// The bases by which an origin so many bases further on is judged.
  fileprivate func nearCysteine(shiftedBy shift: Int = 0) -> Range<Int> {
    clippedRange(
      max(strand.primerFree.lowerBound, origin + shift - Parameters.nearLength),
      min(origin + shift + 3, strand.primerFree.upperBound)
    )
  }

  /// The surroundings of Cys104 from an offset to it on; `nil` where they are not clear of primers.
  fileprivate func aroundCysteine(from first: Int) -> Range<Int>? {
    let part = (origin + first)..<(origin + first + Parameters.surroundingsLength)
    return part.clamped(to: strand.primerFree) == part ? part : nil
  }

  /// Whether so many equal bases show that an origin is right.
  fileprivate static func isWellPlaced(equal: Int, of count: Int) -> Bool {
    Parameters.nearDifferenceShare * (count - equal) <= count
  }

  /// Whether one row alone shows that no other origin is better than this one.
  fileprivate func isWellPlaced(row: Int) -> Bool {
    let near = nearCysteine()
    guard !near.isEmpty, let around = aroundCysteine(from: Parameters.surroundingsStart)
    else { return false }
    return Self.isWellPlaced(
      equal: near.count - differences(ofRow: row, over: near),
      of: near.count
    )
      && differences(ofRow: row, over: around)
        < Parameters.surroundingsLength - Parameters.maximumSharedBeside
  }
}
