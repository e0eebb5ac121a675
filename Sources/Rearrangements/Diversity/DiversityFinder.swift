import Alignments

/// Finds the D between a V and a J.
package struct DiversityFinder: Sendable {
  /// The D alleles.
  let table: DiversityTable

  /// Creates a finder.
  ///
  /// - Parameter table: The D alleles.
  package init(_ table: DiversityTable) { self.table = table }

  /// Finds the D in the bases between V and J, or both of a D–D fusion.
  ///
  /// - Parameters:
  ///   - read: Base codes of the coding strand.
  ///   - ndn: The offsets between V and J.
  ///   - errorRate: The share of bases of a germline element that differ in this read.
  /// - Returns: The D, next to V if there are two; `nil` if none is likely enough; and the D next to J
  ///   of a fusion.
  package func find(
    _ read: [UInt8],
    between ndn: Range<Int>,
    errorRate: Double
  ) -> (five: FoundDiversity?, three: FoundDiversity?) {
    let region = DiversityRegion(read, between: ndn)
    guard let region, let first = likeliest(in: region, errorRate: errorRate) else {
      return (nil, nil)
    }
    let genes = Set(first.entries.map { table.genes[$0] })
    // A second D must be of another gene and overcome how rare such fusions are.
    func second(_ part: Range<Int>) -> FoundDiversity? {
      guard part.count >= DiversityModel.minimumSecondLength,
        let region = DiversityRegion(read, between: part),
        let found = likeliest(in: region, errorRate: errorRate, none: DiversityModel.noSecond)
      else { return nil }
      return found.entries.contains { genes.contains(table.genes[$0]) } ? nil : found
    }
    let before = second(ndn.lowerBound..<first.range.lowerBound)
    let behind = second(first.range.upperBound..<ndn.upperBound)
    if let before, before.confidence > behind?.confidence ?? 0 { return (before, first) }
    return (first, behind)
  }

  /// The likeliest D in a region.
  ///
  /// - Parameters:
  ///   - region: Where it is sought.
  ///   - errorRate: The share of bases of a germline element that differ in this read.
  ///   - none: The weight of there being no D.
  /// - Returns: The D; `nil` if none is likely enough.
  private func likeliest(
    in region: DiversityRegion,
    errorRate: Double,
    none: Double = DiversityModel.none
  ) -> FoundDiversity? {
    let model = DiversityModel(errorRate: errorRate)
    return named(weigh(region, model), model, in: region, none: none)
  }

  /// The likeliest gene with what fits equally well; `nil` if it is not likely enough.
  private func named(
    _ weights: [EntryWeight],
    _ model: DiversityModel,
    in region: DiversityRegion,
    none: Double
  ) -> FoundDiversity? {
    // Alleles of one gene exclude each other: the gene weighs as its best one.
    var ofGene = [Double](repeating: 0, count: table.geneCount)
    var winner = 0
    for entry in weights.indices {
      let gene = table.genes[entry]
      ofGene[gene] = max(ofGene[gene], weights[entry].total)
      if weights[entry].total > weights[winner].total { winner = entry }
    }
    let all = ofGene.reduce(0, +)
    guard all / (all + none) >= DiversityModel.minimumConfidence else { return nil }
    let diagonal = weights[winner].diagonal
    let places = table.places[winner]
    let shifted = region.bases.shifted(by: diagonal)
    let segment = model.bestSegment(
      places.equal(shifted),
      places.transitions(shifted),
      region.places(of: places, at: diagonal),
      of: places.count
    )
    let first = region.range.lowerBound + diagonal
    let range = (first + segment.lowerBound)..<(first + segment.upperBound)
    let clipped = range.clamped(to: region.ndn)
    guard clipped.count >= DiversityModel.minimumLength else { return nil }
    let start = clipped.lowerBound - region.range.lowerBound
    let stretch = start..<(start + clipped.count)
    let equal = places.equalBases(region.bases, stretch, at: diagonal)
    let tied = entries(equalTo: winner, weights, in: region, over: stretch, equal: equal)
    let own = table.genes[winner]
    var isCounted = [Bool](repeating: false, count: table.geneCount)
    var share = 0.0
    for entry in tied where !isCounted[table.genes[entry]] {
      isCounted[table.genes[entry]] = true
      share += ofGene[table.genes[entry]]
    }
    let confidence = share / (all + none)
    guard confidence >= DiversityModel.minimumConfidence else { return nil }
    return FoundDiversity(
      entries: tied.filter { table.genes[$0] == own } + tied.filter { table.genes[$0] != own },
      isInverted: table.isInverted(winner),
      range: clipped,
      germlineStart: segment.lowerBound + clipped.lowerBound - range.lowerBound,
      score: SegmentScore.match * equal + SegmentScore.mismatch * (clipped.count - equal),
      confidence: confidence
    )
  }

  /// The entries that have as many equal bases over a stretch as the winner, on whatever diagonal; the
  /// winner first.
  private func entries(
    equalTo winner: Int,
    _ weights: [EntryWeight],
    in region: DiversityRegion,
    over stretch: Range<Int>,
    equal: Int
  ) -> [Int] {
    var tied = [winner]
    for entry in weights.indices
    where entry != winner && weights[entry].total > 0
      && table.isInverted(entry) == table.isInverted(winner)
    {
      let places = table.places[entry]
      var offset = stretch.upperBound - places.count
      while offset <= stretch.lowerBound,
        places.equalBases(region.bases, stretch, at: offset) < equal
      {
        offset += 1
      }
      if offset <= stretch.lowerBound { tied.append(entry) }
    }
    return tied
  }
}

/// The bases in which a D is sought.
struct DiversityRegion {
  /// The offsets between V and J.
  let ndn: Range<Int>
  /// These and a few to both sides.
  let range: Range<Int>
  /// The read.
  let read: [UInt8]
  /// The bases of `range` as bits.
  let bases: BasePlaces

  /// Takes the bases between V and J; `nil` if they are too few for a D.
  init?(_ read: [UInt8], between ndn: Range<Int>) {
    guard ndn.count >= DiversityModel.minimumLength else { return nil }
    let overhang = DiversityModel.maximumOverhang
    let first = max(0, ndn.lowerBound - overhang)
    range =
      first..<min(read.count, ndn.upperBound + overhang, first + BasePlaces.maximumCount)
    (self.ndn, self.read) = (ndn, read)
    bases = BasePlaces(read[range])
  }

  /// The places of an allele that lie on the region, on a diagonal.
  func places(of allele: AllelePlaces, at diagonal: Int) -> Range<Int> {
    max(0, -diagonal)..<min(allele.count, range.count - diagonal)
  }
}

extension AllelePlaces {
  /// The equal bases of an allele laid on a stretch of a region, on one diagonal.
  fileprivate func equalBases(
    _ bases: BasePlaces,
    _ stretch: Range<Int>,
    at diagonal: Int
  ) -> Int {
    let first = UInt64(stretch.lowerBound - diagonal)
    let mask = (UInt64.max &>> UInt64(64 - stretch.count)) &<< first
    return (equal(bases.shifted(by: diagonal)) & mask).nonzeroBitCount
  }
}
