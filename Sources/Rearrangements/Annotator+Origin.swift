import Alignments
import Nucleotides

extension Annotator {
  /// Bases around Cys104 that must all be a V's to place its origin.
  private static let surroundings = SeedIndex.length
  /// How many of them the best row may share for them to be nobody's.
  private static let mostSharedBeside = 9
  /// Where they begin, counted from Cys104: through the codon, and, for what happened within the last
  /// bases before it, a codon further.
  private static let firstSurroundings = [-9, -6]

  /// The origin among the voted one and its neighbours that fits best next to Cys104: after an
  /// insertion or deletion most k-mers may vote for the other side of it.
  func nearestOrigin(
    _ elementClass: ElementClass,
    _ voted: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> Int {
    guard elementClass.isVariable else { return voted }
    let matrix = self[elementClass]
    let likely = scratch.likelyRows[Int(elementClass.rawValue)]
    if isWellPlaced(matrix, likely, at: voted, read, primerFree) { return voted }
    var best = (origin: voted, equal: 0)
    for shift in 0...(2 * Self.largestShift) {
      let origin = voted + (shift % 2 == 0 ? shift / 2 : -(shift + 1) / 2)
      guard origin == voted || votes(for: elementClass, at: origin, read, &scratch) >= 2 else {
        continue
      }
      let near = Self.nearCysteine(origin, primerFree)
      guard scratch.compare(matrix, read, near, origin: origin) else { continue }
      let equal = scratch.equal[bestRow(scratch.equal)]
      if origin == voted {
        best.equal = equal
        if Self.isWellPlaced(equal: equal, of: near.count) { break }
      } else if equal > best.equal + 4 {
        best = (origin, equal)
      }
    }
    return besideCysteine(matrix, best.origin, read, primerFree, &scratch)
  }

  /// The bases by which an origin is judged.
  private static func nearCysteine(_ origin: Int, _ primerFree: Range<Int>) -> Range<Int> {
    clippedRange(max(primerFree.lowerBound, origin - 33), min(origin + 3, primerFree.upperBound))
  }

  /// Whether three in four bases are the V's.
  private static func isWellPlaced(equal: Int, of count: Int) -> Bool { 4 * equal >= 3 * count }

  /// Whether one row alone shows that no other origin is better than this one.
  private func isWellPlaced(
    _ matrix: ReferenceMatrix,
    _ row: Int,
    at origin: Int,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>
  ) -> Bool {
    let near = Self.nearCysteine(origin, primerFree)
    let first = origin + Self.firstSurroundings[0]
    let around = first..<(first + Self.surroundings)
    guard !near.isEmpty, around.lowerBound >= primerFree.lowerBound,
      around.upperBound <= primerFree.upperBound
    else { return false }
    let different = matrix.mismatches(row: row, origin: origin, read, near)
    return Self.isWellPlaced(equal: near.count - different, of: near.count)
      && matrix.mismatches(row: row, origin: origin, read, around)
        < Self.surroundings - Self.mostSharedBeside
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
    func around(_ origin: Int, from first: Int) -> Range<Int>? {
      let part = (origin + first)..<(origin + first + Self.surroundings)
      return part.clamped(to: primerFree) == part ? part : nil
    }
    guard let part = around(origin, from: Self.firstSurroundings[0]),
      scratch.compare(matrix, read, part, origin: origin),
      scratch.equal[bestRow(scratch.equal)] <= Self.mostSharedBeside
    else { return origin }
    for first in Self.firstSurroundings {
      for distance in 1...6 {
        for shift in [distance, -distance] {
          if let part = around(origin + shift, from: first),
            fiveSeeds.holds(matrix.elementClass, offset: first, read, at: part.lowerBound)
          {
            return origin + shift
          }
        }
      }
    }
    return origin
  }
}
