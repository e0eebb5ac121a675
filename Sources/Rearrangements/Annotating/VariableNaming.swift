import Alignments
import Nucleotides

/// Names placed 5′ elements: a V by those set apart where one of them fits clearly better.
struct VariableNaming: Sendable {
  /// When a V set apart is named.
  private enum Parameters {
    /// How much likelier a V is none of those set apart beforehand, in nats: 10,000 to 1.
    ///
    /// Few pseudogenes rearrange, and orphons do so only by an artefact. Chosen here.
    static let priorAgainst = 9.2
    /// The odds, in nats, from which it is named: four in five.
    ///
    /// Chosen here.
    static let minimumOdds = 1.4
    /// Differences from the V placed below which none set apart is sought: one base more cannot
    /// overcome the odds beforehand.
    static let minimumDifferences = 2
  }

  /// The elements that are placed.
  let matrices: ReferenceMatrices
  /// The V set apart.
  let setApart: ReferenceMatrices

  /// A placed 5′ element under the names of the rows that fit it best, those set apart among them.
  ///
  /// - Parameters:
  ///   - five: The element as placed.
  ///   - rows: The rows that fit equally well.
  ///   - strand: The strand that it lies on.
  ///   - three: Where the 3′ element starts; `nil` if there is none.
  ///   - scratch: Working memory.
  /// - Returns: The element, its rows and its alignment.
  func named(
    _ five: PlacedElement,
    rows: [Int],
    on strand: Strand,
    before three: Int?,
    _ scratch: inout AnnotationScratch
  ) -> NamedSegment {
    let matrix = matrices[five.elementClass]
    let segment = five.aligned(to: rows, of: matrix, on: strand, &scratch.aligner)
    guard segment.path.differenceCount >= Parameters.minimumDifferences,
      var other = setApart(insteadOf: five, on: strand, &scratch.placing.comparison)
    else { return NamedSegment(element: five, matrix: matrix, rows: rows, segment: segment) }
    other.element.end = min(other.element.end, three ?? strand.count)
    let apart = setApart[five.elementClass]
    return NamedSegment(
      element: other.element,
      matrix: apart,
      rows: other.rows,
      segment: other.element.aligned(to: other.rows, of: apart, on: strand, &scratch.aligner),
      probability: other.probability,
      isSetApart: true
    )
  }

  /// The V set apart that fits a read clearly better than the V placed; `nil` if there is none.
  ///
  /// Its rows are laid on the same diagonal, without gaps. An equal base more is worth what it is for
  /// the probability of a call, at the share of bases that differ from it.
  private func setApart(
    insteadOf five: PlacedElement,
    on strand: Strand,
    _ comparison: inout RowComparison
  ) -> (element: PlacedElement, rows: [Int], probability: Double)? {
    let placement = five.placement(in: setApart, on: strand)
    let matrix = placement.matrix
    let part = clippedRange(
      max(strand.primerFree.lowerBound, five.origin - matrix.origin),
      min(strand.primerFree.upperBound, five.end)
    )
    guard matrix.count > 0, !part.isEmpty, comparison.compare(placement, part) else { return nil }
    let first = comparison.bestRow
    let element = placement.fivePrimeElement(row: first, within: strand.primerFree)
    let aligned = element.start..<element.end
    guard element.score > five.score, !aligned.isEmpty else { return nil }
    let worth = SegmentScore.match - SegmentScore.mismatch
    let gain = Double(element.score - five.score) / Double(worth)
    let different = placement.differences(ofRow: first, over: aligned)
    let rate = DifferenceRate(different: different, aligned: aligned.count)
    let odds = gain * rate.natsPerEqualBase(in: five.elementClass) - Parameters.priorAgainst
    guard odds >= Parameters.minimumOdds else { return nil }
    return (element, comparison.bestRows, 1 / (1 + exponential(-odds)))
  }
}
