import Alignments

/// A D gene found between V and J.
struct FoundDiversity {
  /// Indices into the D alleles that score equally, in their order.
  var alleles: [Int]
  /// The aligned offsets of the read.
  var range: Range<Int>
  /// Offset of the first aligned base in the first allele.
  var germlineStart: Int
  /// Score in units of `SegmentScore`.
  var score: Int
}

extension Annotator {
  /// Expected number of equally good chance hits above which no D is called.
  ///
  /// Chosen here: one, so that a D is named only where random bases between V and J would not show
  /// as good a one.
  private static let highestExpectation = 1.0
  /// K of Karlin and Altschul (1990) for ungapped DNA with this scheme, rounded up.
  private static let karlinK = 0.35
  /// How far a D may reach into what V or J claimed by chance, nt.
  private static let overhang = 3

  /// The best D in the bases between V and J; `nil` if none is better than chance.
  func findDiversity(_ read: Span<UInt8>, between ndn: Range<Int>) -> FoundDiversity? {
    let region =
      max(0, ndn.lowerBound - Self.overhang)..<min(read.count, ndn.upperBound + Self.overhang)
    guard ndn.count >= 5 else { return nil }
    var best: FoundDiversity?
    var searched = 0
    for (index, allele) in diversity.enumerated() {
      searched += allele.bases.count
      let bases = allele.bases.span
      for diagonal in (region.lowerBound - bases.count + 1)..<region.upperBound {
        let first = max(region.lowerBound, diagonal)
        let last = min(region.upperBound, diagonal + bases.count)
        var start = first
        var score = 0
        for position in first..<last {
          score +=
            read[position] == bases[position - diagonal]
            ? SegmentScore.element.match : SegmentScore.element.mismatch
          if score <= 0 {
            score = 0
            start = position + 1
          } else if score > best?.score ?? 0 {
            best = FoundDiversity(
              alleles: [index],
              range: start..<(position + 1),
              germlineStart: start - diagonal,
              score: score
            )
          } else if score == best?.score, best?.alleles.contains(index) == false {
            best?.alleles.append(index)
          }
        }
      }
    }
    guard var found = best else { return nil }
    let expectation =
      Self.karlinK * Double(region.count * searched)
      * exponential(-SegmentScore.natsPerUnit * Double(found.score))
    guard expectation <= Self.highestExpectation else { return nil }
    let clipped = found.range.clamped(to: ndn)
    guard !clipped.isEmpty else { return nil }
    found.germlineStart += clipped.lowerBound - found.range.lowerBound
    found.range = clipped
    return found
  }
}
