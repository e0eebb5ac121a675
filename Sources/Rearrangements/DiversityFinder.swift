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

/// Where each of the four bases stands in a short sequence, one bit a place.
struct BasePlaces: Sendable {
  /// The longest sequence, nt.
  static let longest = 128
  private(set) var places = InlineArray<4, UInt128>(repeating: 0)
  let count: Int

  init(_ bases: some Collection<UInt8>) {
    count = min(bases.count, Self.longest)
    var bit: UInt128 = 1
    for base in bases.prefix(Self.longest) {
      if base < 4 { places[Int(base)] |= bit }
      bit <<= 1
    }
  }

  /// The places of `self` that hold the same base as `other` laid at `diagonal` (may be negative).
  func equal(_ other: BasePlaces, at diagonal: Int) -> UInt128 {
    var equal: UInt128 = 0
    for base in 0..<4 {
      equal |=
        places[base]
        & (diagonal >= 0 ? other.places[base] << diagonal : other.places[base] >> -diagonal)
    }
    return equal
  }
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
  func findDiversity(_ read: [UInt8], between ndn: Range<Int>) -> FoundDiversity? {
    guard ndn.count >= 5 else { return nil }
    let first = max(0, ndn.lowerBound - Self.overhang)
    let region = first..<min(read.count, ndn.upperBound + Self.overhang, first + BasePlaces.longest)
    let places = BasePlaces(read[region])
    var best: FoundDiversity?
    var searched = 0
    let match = SegmentScore.match
    for (index, allele) in diversity.enumerated() {
      searched += allele.places.count
      for diagonal in (1 - allele.places.count)..<places.count {
        let equal = places.equal(allele.places, at: diagonal)
        // Without as many equal bases the diagonal cannot score as high.
        guard match * equal.nonzeroBitCount >= best?.score ?? 1 else {
          continue
        }
        let end = min(places.count, diagonal + allele.places.count)
        let segment = Self.bestSegment(equal, max(0, diagonal)..<end)
        if segment.score > best?.score ?? 0 {
          best = FoundDiversity(
            alleles: [index],
            range: (first + segment.range.lowerBound)..<(first + segment.range.upperBound),
            germlineStart: segment.range.lowerBound - diagonal,
            score: segment.score
          )
        } else if segment.score == best?.score, best?.alleles.contains(index) == false {
          best?.alleles.append(index)
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

  /// The stretch of places with the highest score; of equals the first that ends.
  private static func bestSegment(
    _ equal: UInt128,
    _ places: Range<Int>
  ) -> (range: Range<Int>, score: Int) {
    var best = (range: places.lowerBound..<places.lowerBound, score: 0)
    var start = places.lowerBound
    var score = 0
    let (match, mismatch) = (SegmentScore.match, SegmentScore.mismatch)
    for place in places {
      score +=
        equal >> place & 1 == 1 ? match : mismatch
      if score <= 0 {
        (score, start) = (0, place + 1)
      } else if score > best.score {
        best = (start..<(place + 1), score)
      }
    }
    return best
  }
}
