import Alignments

/// A D gene found between V and J.
struct FoundDiversity {
  /// Indices into the D alleles that fit the aligned bases equally well; those of the likeliest gene
  /// first.
  var alleles: [Int]
  /// The aligned offsets of the read.
  var range: Range<Int>
  /// Offset of the first aligned base in the first allele.
  var germlineStart: Int
  /// Score in units of `SegmentScore`.
  var score: Int
  /// The probability that one of the named genes is the D, `0...1`.
  var confidence: Double
}

extension Annotator {
  /// How far a D may reach into what V or J claimed by chance, nt.
  private static let overhang = 3

  /// Finds the D in the bases between V and J.
  ///
  /// - Parameters:
  ///   - read: Base codes of the coding strand.
  ///   - ndn: The offsets between V and J.
  ///   - errorRate: The share of bases of a germline element that differ in this read.
  /// - Returns: The D; `nil` if none is likely enough.
  func findDiversity(
    _ read: [UInt8],
    between ndn: Range<Int>,
    errorRate: Double
  ) -> FoundDiversity? {
    guard ndn.count >= DiversityModel.shortest else { return nil }
    let first = max(0, ndn.lowerBound - Self.overhang)
    let region = first..<min(read.count, ndn.upperBound + Self.overhang, first + BasePlaces.longest)
    let bases = BasePlaces(read[region])
    let model = DiversityModel(errorRate: errorRate)
    var weights = [(total: Double, best: Double, diagonal: Int)](
      repeating: (0, 0, 0),
      count: diversity.count
    )
    let longest = diversity.reduce(0) { max($0, $1.places.count) }
    for diagonal in (DiversityModel.shortest - longest)...(region.count - DiversityModel.shortest) {
      let shifted = bases.shifted(by: diagonal)
      for index in diversity.indices {
        let allele = diversity[index].places
        let equal = allele.equal(shifted)
        // Four equal bases in a row, and six in all: less is no D.
        guard equal & equal >> 1 & equal >> 2 & equal >> 3 != 0, equal.nonzeroBitCount >= 6
        else { continue }
        let places = max(0, -diagonal)..<min(allele.count, region.count - diagonal)
        let weight = model.weight(equal, allele.transitions(shifted), places, of: allele.count)
        weights[index].total += weight
        if weight > weights[index].best {
          weights[index].best = weight
          weights[index].diagonal = diagonal
        }
      }
    }
    return named(weights, model, read, region, within: ndn, bases)
  }

  /// The likeliest gene with what fits equally well; `nil` if it is not likely enough.
  private func named(
    _ weights: [(total: Double, best: Double, diagonal: Int)],
    _ model: DiversityModel,
    _ read: [UInt8],
    _ region: Range<Int>,
    within ndn: Range<Int>,
    _ bases: BasePlaces
  ) -> FoundDiversity? {
    // Alleles of one gene exclude each other: the gene weighs as its best one.
    var ofGene: [Substring: Double] = [:]
    var winner = 0
    for (index, weight) in weights.enumerated() {
      let gene = diversity[index].gene
      ofGene[gene] = max(ofGene[gene] ?? 0, weight.total)
      if weight.total > weights[winner].total { winner = index }
    }
    let all = ofGene.keys.sorted().reduce(0) { $0 + (ofGene[$1] ?? 0) }
    guard all > 0 else { return nil }
    let diagonal = weights[winner].diagonal
    let allele = diversity[winner].places
    let shifted = bases.shifted(by: diagonal)
    let places = max(0, -diagonal)..<min(allele.count, region.count - diagonal)
    let segment = model.bestSegment(
      allele.equal(shifted),
      allele.transitions(shifted),
      places,
      of: allele.count
    )
    let first = region.lowerBound + diagonal
    let range = (first + segment.lowerBound)..<(first + segment.upperBound)
    let clipped = range.clamped(to: ndn)
    guard clipped.count >= DiversityModel.shortest else { return nil }
    let start = segment.lowerBound + clipped.lowerBound - range.lowerBound
    let equal = equalBases(of: winner, at: start, read, clipped)
    let tied = diversity.indices.filter { other in
      other != winner && fits(other, atLeast: equal, read, clipped)
    }
    let genes = Set(([winner] + tied).map { diversity[$0].gene })
    let share = genes.sorted().reduce(0) { $0 + (ofGene[$1] ?? 0) }
    let confidence = share / (all + DiversityModel.none)
    guard confidence >= DiversityModel.fewestConfidence else { return nil }
    let own = diversity[winner].gene
    return FoundDiversity(
      alleles: [winner] + tied.filter { diversity[$0].gene == own }
        + tied.filter { diversity[$0].gene != own },
      range: clipped,
      germlineStart: start,
      score: SegmentScore.match * equal + SegmentScore.mismatch * (clipped.count - equal),
      confidence: confidence
    )
  }

  /// The equal bases of an allele laid on a stretch of the read.
  private func equalBases(
    of allele: Int,
    at start: Int,
    _ read: [UInt8],
    _ range: Range<Int>
  ) -> Int {
    let bases = diversity[allele].bases
    return range.count { bases[start + $0 - range.lowerBound] == read[$0] }
  }

  /// Whether an allele has, at any offset, as many equal bases on a stretch of the read.
  private func fits(_ allele: Int, atLeast equal: Int, _ read: [UInt8], _ range: Range<Int>) -> Bool
  {
    let bases = diversity[allele].bases
    guard bases.count >= range.count else { return false }
    return (0...(bases.count - range.count)).contains {
      equalBases(of: allele, at: $0, read, range) >= equal
    }
  }
}
