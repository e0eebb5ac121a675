import Alignments

extension Annotator {
  /// Differences from the best row beyond which a row weighs nothing.
  private static let mostBehind = 12

  /// The probability that the gene of one of `rows` is the one aligned, if one row of the matrix is.
  ///
  /// Every row is laid along the same path. Of two rows the one with a base more equal is
  /// 3(1 − *e*)/*e* times as likely, *e* being the share of bases that differ in this read; a gene
  /// weighs as its best allele, and all genes are equally likely beforehand.
  ///
  /// - Parameters:
  ///   - matrix: The matrix of the segment's class.
  ///   - rows: The rows named, indices into the matrix.
  ///   - segment: Where the first of them lies.
  ///   - coding: Base codes of the coding strand.
  ///   - errorRate: The share *e*, above 0 and below 0.75.
  ///   - scratch: Working memory.
  /// - Returns: `0...1`; 1 if the matrix has one gene.
  func confidence(
    _ matrix: ReferenceMatrix,
    _ rows: [Int],
    _ segment: LaidOutSegment,
    _ coding: [UInt8],
    _ errorRate: Double,
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
    return share(of: rows, matrix, equal, errorRate)
  }

  /// The weight of the genes of some rows over that of all genes.
  private func share(
    of rows: [Int],
    _ matrix: ReferenceMatrix,
    _ equal: [Int],
    _ errorRate: Double
  ) -> Double {
    var ofGene = [Int](repeating: 0, count: matrix.geneNames.count)
    var most = 0
    for row in equal.indices {
      let gene = Int(matrix.genes[row])
      ofGene[gene] = max(ofGene[gene], equal[row])
      most = max(most, equal[row])
    }
    let step = errorRate / (3 * (1 - errorRate))
    var weights = [1.0]
    for behind in 1...Self.mostBehind { weights.append(weights[behind - 1] * step) }
    var named = [Bool](repeating: false, count: ofGene.count)
    for row in rows { named[Int(matrix.genes[row])] = true }
    var (own, all) = (0.0, 0.0)
    for gene in ofGene.indices where most - ofGene[gene] <= Self.mostBehind {
      let weight = weights[most - ofGene[gene]]
      all += weight
      if named[gene] { own += weight }
    }
    return own / all
  }
}
