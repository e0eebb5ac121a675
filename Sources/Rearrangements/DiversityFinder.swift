import Alignments

/// A D gene found between V and J.
struct FoundDiversity {
  /// Indices into the entries of the table that fit the aligned bases equally well; those of the
  /// likeliest gene first.
  var entries: [Int]
  /// Whether the bases are the reverse complement of the alleles.
  var isInverted: Bool
  /// The aligned offsets of the read.
  var range: Range<Int>
  /// Offset of the first aligned base in the first entry.
  var germlineStart: Int
  /// Score in units of `SegmentScore`.
  var score: Int
  /// The probability that one of the named genes is the D, `0...1`.
  var confidence: Double
}

/// What speaks for one entry of the table: the summed weight of its diagonals, and the best of them.
private struct EntryWeight {
  var total = 0.0
  var best = 0.0
  var diagonal = 0
}

extension Annotator {
  /// How far a D may reach into what V or J claimed by chance, nt.
  private static let overhang = 3
  /// How many diagonals there may be, from −64 on.
  private static let diagonals = BasePlaces.longest + BasePlaces.longestAllele

  /// Finds the D in the bases between V and J.
  ///
  /// - Parameters:
  ///   - read: Base codes of the coding strand.
  ///   - ndn: The offsets between V and J.
  ///   - errorRate: The share of bases of a germline element that differ in this read.
  ///   - none: The weight of there being no D.
  /// - Returns: The D; `nil` if none is likely enough.
  func findDiversity(
    _ read: [UInt8],
    between ndn: Range<Int>,
    errorRate: Double,
    none: Double = DiversityModel.none
  ) -> FoundDiversity? {
    guard ndn.count >= DiversityModel.shortest else { return nil }
    let first = max(0, ndn.lowerBound - Self.overhang)
    let region = first..<min(read.count, ndn.upperBound + Self.overhang, first + BasePlaces.longest)
    let bases = BasePlaces(read[region])
    let model = DiversityModel(errorRate: errorRate)
    let weights = weigh(read, region, bases, model)
    return named(weights, model, read, region, within: ndn, bases, none)
  }

  /// Finds both D of a D–D fusion beside the likelier one.
  ///
  /// A second D must be of another gene and overcome how rare such fusions are.
  ///
  /// - Parameters:
  ///   - first: The likelier D.
  ///   - read: Base codes of the coding strand.
  ///   - ndn: The offsets between V and J.
  ///   - errorRate: The share of bases of a germline element that differ in this read.
  /// - Returns: The D next to V and the D next to J; `nil` for the latter where there is one D.
  func findFusion(
    with first: FoundDiversity,
    _ read: [UInt8],
    between ndn: Range<Int>,
    errorRate: Double
  ) -> (five: FoundDiversity, three: FoundDiversity?) {
    let genes = Set(first.entries.map { diversity.genes[$0] })
    func second(_ part: Range<Int>) -> FoundDiversity? {
      guard part.count >= DiversityModel.shortestSecond,
        let found = findDiversity(
          read,
          between: part,
          errorRate: errorRate,
          none: DiversityModel.noSecond
        )
      else { return nil }
      return found.entries.contains { genes.contains(diversity.genes[$0]) } ? nil : found
    }
    let before = second(ndn.lowerBound..<first.range.lowerBound)
    let behind = second(first.range.upperBound..<ndn.upperBound)
    if let before, before.confidence > behind?.confidence ?? 0 { return (before, first) }
    return (first, behind)
  }

  /// The weight of every entry, over the diagonals on which it shares a 4-mer with the read.
  private func weigh(
    _ read: [UInt8],
    _ region: Range<Int>,
    _ bases: BasePlaces,
    _ model: DiversityModel
  ) -> [EntryWeight] {
    // A bit for every entry that shares a 4-mer with the read on a diagonal.
    let width = (diversity.names.count + 63) / 64
    var marks = [UInt64](repeating: 0, count: Self.diagonals * width)
    let starts = diversity.starts.span
    let words = diversity.words.span
    var word = 0
    var run = 0
    for position in region {
      let base = read[position]
      run = base < 4 ? run &+ 1 : 0
      word = (word &<< 2 | Int(base & 3)) & 255
      guard run >= DiversityTable.k else { continue }
      let place = position &- region.lowerBound &- DiversityTable.k &+ 1
      for slot in Int(starts[word])..<Int(starts[word &+ 1]) {
        let entry = Int(words[slot] &>> 6)
        let diagonal = place &- Int(words[slot] & 63) &+ BasePlaces.longestAllele
        marks[diagonal &* width &+ entry &>> 6] |= 1 &<< UInt64(entry & 63)
      }
    }
    var weights = [EntryWeight](repeating: EntryWeight(), count: diversity.names.count)
    for number in 0..<Self.diagonals {
      let diagonal = number - BasePlaces.longestAllele
      var shifted: InlineArray<4, UInt64>?
      for part in 0..<width {
        var left = marks[number * width + part]
        while left != 0 {
          let entry = part * 64 + left.trailingZeroBitCount
          left &= left - 1
          let places = shifted ?? bases.shifted(by: diagonal)
          shifted = places
          add(entry, diagonal, places, region.count, model, to: &weights[entry])
        }
      }
    }
    return weights
  }

  /// Adds what one diagonal of an entry weighs.
  private func add(
    _ entry: Int,
    _ diagonal: Int,
    _ shifted: InlineArray<4, UInt64>,
    _ length: Int,
    _ model: DiversityModel,
    to weight: inout EntryWeight
  ) {
    let places = diversity.places[entry]
    let equal = places.equal(shifted)
    // Five equal bases in a row, or nine in all: less is no D that could be told from chance.
    let pairs = equal & equal &>> 1
    guard pairs & pairs &>> 2 & equal &>> 4 != 0 || equal.nonzeroBitCount >= 9 else { return }
    let range = max(0, -diagonal)..<min(places.count, length - diagonal)
    guard range.count >= DiversityModel.shortest else { return }
    var added = model.weight(equal, places.transitions(shifted), range, of: places.count)
    if isInverted(entry) { added *= DiversityModel.inverted }
    weight.total += added
    if added > weight.best { (weight.best, weight.diagonal) = (added, diagonal) }
  }

  /// The likeliest gene with what fits equally well; `nil` if it is not likely enough.
  private func named(
    _ weights: [EntryWeight],
    _ model: DiversityModel,
    _ read: [UInt8],
    _ region: Range<Int>,
    within ndn: Range<Int>,
    _ bases: BasePlaces,
    _ none: Double
  ) -> FoundDiversity? {
    // Alleles of one gene exclude each other: the gene weighs as its best one.
    var ofGene = [Double](repeating: 0, count: diversity.geneCount)
    var winner = 0
    for entry in weights.indices {
      let gene = diversity.genes[entry]
      ofGene[gene] = max(ofGene[gene], weights[entry].total)
      if weights[entry].total > weights[winner].total { winner = entry }
    }
    let all = ofGene.reduce(0, +)
    guard all / (all + none) >= DiversityModel.fewestConfidence else { return nil }
    let diagonal = weights[winner].diagonal
    let places = diversity.places[winner]
    let shifted = bases.shifted(by: diagonal)
    let segment = model.bestSegment(
      places.equal(shifted),
      places.transitions(shifted),
      max(0, -diagonal)..<min(places.count, region.count - diagonal),
      of: places.count
    )
    let first = region.lowerBound + diagonal
    let range = (first + segment.lowerBound)..<(first + segment.upperBound)
    let clipped = range.clamped(to: ndn)
    guard clipped.count >= DiversityModel.shortest else { return nil }
    let stretch =
      (clipped.lowerBound - region.lowerBound)..<(clipped.upperBound - region.lowerBound)
    let equal = equalBases(winner, bases, stretch, at: diagonal)
    var tied = [winner]
    for entry in weights.indices
    where entry != winner && weights[entry].total > 0 && isInverted(entry) == isInverted(winner) {
      var offset = stretch.upperBound - diversity.places[entry].count
      while offset <= stretch.lowerBound, equalBases(entry, bases, stretch, at: offset) < equal {
        offset += 1
      }
      if offset <= stretch.lowerBound { tied.append(entry) }
    }
    let own = diversity.genes[winner]
    var isCounted = [Bool](repeating: false, count: diversity.geneCount)
    var share = 0.0
    for entry in tied where !isCounted[diversity.genes[entry]] {
      isCounted[diversity.genes[entry]] = true
      share += ofGene[diversity.genes[entry]]
    }
    let confidence = share / (all + none)
    guard confidence >= DiversityModel.fewestConfidence else { return nil }
    return FoundDiversity(
      entries: tied.filter { diversity.genes[$0] == own }
        + tied.filter { diversity.genes[$0] != own },
      isInverted: isInverted(winner),
      range: clipped,
      germlineStart: segment.lowerBound + clipped.lowerBound - range.lowerBound,
      score: SegmentScore.match * equal + SegmentScore.mismatch * (clipped.count - equal),
      confidence: confidence
    )
  }

  /// Whether an entry is the reverse complement of its allele.
  private func isInverted(_ entry: Int) -> Bool { entry >= diversity.firstInverted }

  /// The equal bases of an entry laid on a stretch of the region, on one diagonal.
  private func equalBases(
    _ entry: Int,
    _ bases: BasePlaces,
    _ stretch: Range<Int>,
    at diagonal: Int
  ) -> Int {
    let first = UInt64(stretch.lowerBound - diagonal)
    let mask = (UInt64.max &>> UInt64(64 - stretch.count)) &<< first
    return (diversity.places[entry].equal(bases.shifted(by: diagonal)) & mask).nonzeroBitCount
  }
}
