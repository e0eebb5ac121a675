package import Alignments
import Nucleotides

/// A segment on its read with what drawing the alignment needs.
package struct AlignedSegment {
  /// The steps from the first aligned base to the last.
  package var path: AlignmentPath
  /// The aligned germline bases.
  var germline: [UInt8]
  /// The column of the first of them, in the matrix of a V or J, in the allele of a D.
  var firstColumn: Int
  /// What a table says of it.
  package var call: Rearrangement.SegmentCall
}

extension PlacedElement {
  /// The call, path and germline bases of a placed element, cut to the coding part of a J.
  ///
  /// - Parameters:
  ///   - rows: The rows that fit equally well; the element's own is one of them.
  ///   - matrix: Their matrix.
  ///   - strand: The strand that the element lies on.
  ///   - aligner: Aligns a V with insertions or deletions.
  /// - Returns: The aligned segment, without a probability.
  package func aligned(
    to rows: [Int],
    of matrix: ReferenceMatrix,
    on strand: Strand,
    _ aligner: inout BandedAligner
  ) -> AlignedSegment {
    let coding = strand.bases
    let base = row * matrix.width
    // A V's shift is on its left, a J's on its right: its end is on the shifted diagonal.
    let endShift = elementClass.isFivePrime ? 0 : shift
    let codingEnd = matrix.ends[row] - matrix.origin + origin - endShift
    // Of a D with the genome before it only the D itself is drawn.
    let isDiversity = elementClass == .heavyD
    let first = isDiversity ? max(start, origin) : start
    let range = clippedRange(first, min(end, codingEnd))
    let cells = matrix.cells
    var path = AlignmentPath()
    var firstColumn = range.lowerBound - origin + matrix.origin
    if shift != 0,
      let aligned = aligner.align(
        coding.span,
        range,
        cells.span,
        (base + matrix.starts[row])..<(base + range.upperBound - origin + endShift
          + matrix.origin),
        band: 2 * ShiftParameters.maximumShift
      )
    {
      path = aligned.path
      firstColumn = aligned.germlineStart - base
    } else {
      path.append(cells.span, from: base + firstColumn, coding.span, range)
    }
    let germlineStart = firstColumn - (isDiversity ? matrix.origin : matrix.starts[row])
    let count = range.count - path.count(of: .insertion) + path.count(of: .deletion)
    return AlignedSegment(
      path: path,
      germline: Array(cells[(base + firstColumn)..<(base + firstColumn + count)]),
      firstColumn: firstColumn,
      call: Rearrangement.SegmentCall(
        alleles: rows.map { matrix.names[$0] },
        sequenceRange: range,
        germlineRange: germlineStart..<(germlineStart + count),
        cigar: path.cigar,
        identity: path.identity,
        score: Double(score) * SegmentScore.natsPerUnit,
        functionality: matrix.functionality(of: rows)
      )
    )
  }
}

extension FoundDiversity {
  /// The call, path and germline bases of a D between V and J.
  ///
  /// - Parameters:
  ///   - table: The D alleles.
  ///   - strand: The strand that it was found on.
  /// - Returns: The aligned segment.
  func aligned(in table: DiversityTable, on strand: Strand) -> AlignedSegment {
    let bases = table.bases[entries[0]]
    let germlineRange = germlineStart..<(germlineStart + range.count)
    var path = AlignmentPath()
    path.append(bases.span, from: germlineStart, strand.bases.span, range)
    return AlignedSegment(
      path: path,
      germline: Array(bases[germlineRange]),
      firstColumn: germlineStart,
      call: Rearrangement.SegmentCall(
        alleles: entries.map { table.names[$0] },
        sequenceRange: range,
        germlineRange: germlineRange,
        cigar: path.cigar,
        identity: path.identity,
        score: Double(score) * SegmentScore.natsPerUnit,
        confidence: confidence,
        isInverted: isInverted
      )
    )
  }
}

extension AlignmentPath {
  /// Equal columns over all columns; `nil` for an empty path.
  var identity: Double? {
    let columns = runs.reduce(0) { $0 + $1.length }
    return columns > 0 ? Double(count(of: .match)) / Double(columns) : nil
  }

  /// How many columns are no match, gaps included.
  var differenceCount: Int {
    runs.reduce(0) { $0 + ($1.step == .match ? 0 : $1.length) }
  }
}
