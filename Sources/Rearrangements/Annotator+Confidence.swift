import Alignments

extension Annotator {
  /// Differences from the best row beyond which a row weighs nothing.
  private static let mostBehind = 12

  /// The probability that the gene of one of `rows` is the one aligned, if one row of the matrix is.
  ///
  /// Every row is laid along the same path. Of two rows the one with a base more equal is
  /// (3(1 − *e*)/*e*)^*t* times as likely, *e* being the share of bases that differ in this read and
  /// *t* its `tempering`; a gene weighs as its best allele, and all genes are equally likely
  /// beforehand. What the primer says counts as where rows are chosen.
  ///
  /// - Parameters:
  ///   - matrix: The matrix of the segment's class.
  ///   - rows: The rows named, indices into the matrix.
  ///   - segment: Where the first of them lies.
  ///   - coding: Base codes of the coding strand.
  ///   - errorRate: The share *e*, above 0 and below 0.75.
  ///   - penalties: Units that each row loses for its differences from the primer; empty for none.
  ///   - scratch: Working memory.
  /// - Returns: `0...1`; 1 if the matrix has one gene.
  func confidence(
    _ matrix: ReferenceMatrix,
    _ rows: [Int],
    _ segment: LaidOutSegment,
    _ coding: [UInt8],
    _ errorRate: Double,
    _ penalties: [Int],
    _ scratch: inout AnnotationScratch
  ) -> Double {
    let columns = segment.firstColumn..<(segment.firstColumn + segment.germline.count)
    guard !columns.isEmpty else { return 0 }
    let blocks =
      (columns.lowerBound / comparisonBlock)..<((columns.upperBound - 1) / comparisonBlock + 1)
    if scratch.query.count < matrix.width {
      scratch.query = [UInt8](repeating: queryPadding, count: matrix.width)
    }
    for column in (blocks.lowerBound * comparisonBlock)..<(blocks.upperBound * comparisonBlock) {
      scratch.query[column] = queryPadding
    }
    var position = segment.call.sequenceRange.lowerBound
    var column = segment.firstColumn
    for run in segment.path.runs {
      if run.step == .match || run.step == .mismatch {
        for offset in 0..<run.length { scratch.query[column + offset] = coding[position + offset] }
      }
      if run.step != .deletion { position += run.length }
      if run.step != .insertion { column += run.length }
    }
    var equal = scratch.equal
    matrix.compareAll(scratch.query.span, blocks, into: &equal)
    return share(of: rows, matrix, equal, errorRate, penalties)
  }

  /// The weight of the genes of some rows over that of all genes.
  private func share(
    of rows: [Int],
    _ matrix: ReferenceMatrix,
    _ equal: [Int],
    _ errorRate: Double,
    _ penalties: [Int]
  ) -> Double {
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
    let step = -natsPerBase(matrix.elementClass, errorRate) / Double(worth)
    var named = [Bool](repeating: false, count: ofGene.count)
    for row in rows { named[Int(matrix.genes[row])] = true }
    var (own, all) = (0.0, 0.0)
    for gene in ofGene.indices where ofGene[gene] > most - worth * Self.mostBehind {
      let weight = exponential(step * Double(most - ofGene[gene]))
      all += weight
      if named[gene] { own += weight }
    }
    return own / all
  }

  /// What one base more that is equal speaks for a row of a class, in nats, where a share `errorRate` of
  /// bases differs.
  func natsPerBase(_ elementClass: ElementClass, _ errorRate: Double) -> Double {
    elementClass.tempering(errorRate) * naturalLogarithm(3 * (1 - errorRate) / errorRate)
  }
}

extension ElementClass {
  /// The power to which likelihoods are raised before they are made a probability: hypermutation
  /// comes in bursts, so that bases are not as many witnesses as they are bases.
  ///
  /// Falls from 1 with the share of different bases to the class's value at 12 %; measured, see the
  /// article "Comparison".
  fileprivate func tempering(_ errorRate: Double) -> Double {
    let least =
      switch self {
      case .heavyV, .kappaV, .lambdaV: 0.6
      case .heavyJ: 0.45
      case .kappaIntron, .heavyD, .kappaJ, .lambdaJ, .kappaDeleting: 0.75
      }
    return 1 - (1 - least) * min(1, errorRate / 0.12)
  }
}
