import Alignments

/// A V, J or other placed element aligned under the names that it is given.
struct NamedSegment {
  /// Where it lies.
  var element: PlacedElement
  /// The matrix its rows are of.
  var matrix: ReferenceMatrix
  /// The rows that fit equally well.
  var rows: [Int]
  /// The alignment with the element's own row.
  var segment: AlignedSegment
  /// The probability that a V is of those set apart if it is named so; 1 for every other.
  var probability = 1.0
  /// Whether its rows are of the V set apart.
  var isSetApart = false
}

extension NamedSegment {
  /// Differences from the best gene beyond which a gene weighs nothing: at 1 % of differences that
  /// is 5.7 nats each, at 30 % and full tempering 1.2.
  ///
  /// Chosen here, for speed.
  private static let maximumDifferencesBehind = 12

  /// Writes into the call the probability that the gene of one of its rows is the one aligned, if one
  /// row of the matrix is.
  ///
  /// Every row is laid along the same path. A gene weighs as its best allele, and all genes are
  /// equally likely beforehand. What the primer says counts as where rows are chosen.
  ///
  /// - Parameters:
  ///   - strand: The strand.
  ///   - rate: The share of bases that differ in the read.
  ///   - penalties: Units that each row loses for its differences from the primer; empty for none.
  ///   - comparison: Working memory.
  mutating func judge(
    on strand: Strand,
    _ rate: DifferenceRate,
    penalties: [Int],
    _ comparison: inout RowComparison
  ) {
    let columns = segment.firstColumn..<(segment.firstColumn + segment.germline.count)
    guard !columns.isEmpty else { return segment.call.confidence = 0 }
    comparison.compare(
      matrix,
      along: segment.path,
      over: columns,
      strand.bases,
      from: segment.call.sequenceRange.lowerBound
    )
    segment.call.confidence = probability * share(of: comparison.equal, rate, penalties)
  }

  /// The weight of the genes of the rows over that of all genes.
  private func share(of equal: [Int], _ rate: DifferenceRate, _ penalties: [Int]) -> Double {
    // In units of `SegmentScore`, of which a base more that is equal is worth five.
    let worth = SegmentScore.match - SegmentScore.mismatch
    var ofGene = [Int](repeating: .min, count: matrix.geneNames.count)
    var most = Int.min
    for row in equal.indices {
      let gene = Int(matrix.genes[row])
      let units = worth * equal[row] - (penalties.isEmpty ? 0 : penalties[row])
      ofGene[gene] = max(ofGene[gene], units)
      most = max(most, units)
    }
    let step = -rate.natsPerEqualBase(in: matrix.elementClass) / Double(worth)
    var named = [Bool](repeating: false, count: ofGene.count)
    for row in rows { named[Int(matrix.genes[row])] = true }
    var (own, all) = (0.0, 0.0)
    let lowest = most - worth * Self.maximumDifferencesBehind
    for gene in ofGene.indices where ofGene[gene] > lowest {
      let weight = exponential(step * Double(most - ofGene[gene]))
      all += weight
      if named[gene] { own += weight }
    }
    return own / all
  }

  /// What the primer takes from each row of the matrix; empty where it has no say: for a D or Kde, for
  /// a V set apart and for a V that hypermutation left recognisable.
  func primerPenalties(on strand: Strand) -> [Int] {
    switch element.elementClass {
    case .heavyV, .kappaV, .lambdaV:
      guard !isSetApart, let identity = segment.path.identity,
        100 * identity < Double(FivePrimeParameters.primerIdentity)
      else { return [] }
    case .heavyJ, .kappaJ, .lambdaJ: break
    case .heavyD, .kappaIntron, .kappaDeleting: return []
    }
    return Placement(matrix, on: strand, at: element.origin)
      .primerPenalties(
        ofRows: 0..<matrix.count,
        at: element.elementClass.isFivePrime ? .five : .three
      )
  }
}
