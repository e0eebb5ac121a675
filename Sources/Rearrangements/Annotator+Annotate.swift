import Alignments
import Nucleotides

extension Annotator {
  /// Annotates one read in full.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - scratch: Working memory.
  /// - Returns: The annotated rearrangement.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func annotate(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> Rearrangement {
    var located = try locate(read, primerFree: primerFree, &scratch)
    let coding = scratch.coding(located.revComp)
    let free =
      located.revComp
      ? (read.count - primerFree.upperBound)..<(read.count - primerFree.lowerBound) : primerFree
    let (fiveRows, threeRows) = (scratch.fiveRows, scratch.threeRows)
    let named = named(
      located.five,
      fiveRows,
      coding,
      free,
      before: located.three.start,
      &scratch
    )
    var five = named.segment
    located.five = named.element
    var three = laidOut(
      located.three,
      self[located.three.elementClass],
      threeRows,
      coding,
      &scratch
    )
    let ndn = located.ndnRange
    let errorRate = errorRate([five.path, three.path])
    var (d, d2): (LaidOutSegment?, LaidOutSegment?)
    if located.type == .ighVDJ,
      let likelier = findDiversity(coding, between: ndn, errorRate: errorRate)
    {
      let found = findFusion(with: likelier, coding, between: ndn, errorRate: errorRate)
      d = laidOut(found.five, coding)
      d2 = found.three.map { laidOut($0, coding) }
    }
    five.call.confidence =
      named.probability
      * confidence(
        named.matrix,
        named.rows,
        five,
        coding,
        errorRate,
        named.isSetApart ? [] : primerSay(located.five, five.path, coding, free),
        &scratch
      )
    three.call.confidence = confidence(
      self[located.three.elementClass],
      threeRows,
      three,
      coding,
      errorRate,
      primerSay(located.three, three.path, coding, free),
      &scratch
    )
    let junction = located.junctionRange
    let end = three.call.sequenceRange.upperBound
    var view = AlignmentView()
    view.append(five, of: coding)
    view.appendUntemplated(
      coding[ndn.lowerBound..<(d?.call.sequenceRange.lowerBound ?? ndn.upperBound)]
    )
    if let d {
      view.append(d, of: coding)
      view.appendUntemplated(
        coding[
          d.call.sequenceRange.upperBound..<(d2?.call.sequenceRange.lowerBound ?? ndn.upperBound)
        ]
      )
    }
    if let d2 {
      view.append(d2, of: coding)
      view.appendUntemplated(coding[d2.call.sequenceRange.upperBound..<ndn.upperBound])
    }
    view.append(three, of: coding)
    let isVariable = located.five.elementClass.isVariable
    return Rearrangement(
      type: located.type,
      sequence: NucleotideSequence(codes: coding),
      revComp: located.revComp,
      v: isVariable ? five.call : nil,
      d: located.type == .ighDJ ? five.call : d?.call,
      j: located.three.elementClass == .kappaDeleting ? nil : three.call,
      ndnRange: ndn,
      junctionRange: junction,
      vjInFrame: junction.map { $0.count % 3 == 0 },
      stopCodon: junction.map {
        hasStop(coding, frameOf: $0, in: five.call.sequenceRange.lowerBound..<end)
      },
      primerFree: free,
      sequenceAlignment: view.readLine,
      germlineAlignment: view.germlineLine,
      vFrameshift: isVariable
        ? (five.path.count(of: .insertion) - five.path.count(of: .deletion)) % 3 != 0 : nil,
      d2: d2?.call
    )
  }

  /// The share of germline bases that differ in a read, estimated from what is aligned: between 1 and
  /// 30 %, a few differences assumed where little is aligned.
  func errorRate(_ paths: [AlignmentPath]) -> Double {
    let different = paths.reduce(0) { $0 + $1.count(of: .mismatch) }
    let aligned = paths.reduce(different) { $0 + $1.count(of: .match) }
    return errorRate(different: different, aligned: aligned)
  }

  /// The same for so many different bases among those aligned.
  func errorRate(different: Int, aligned: Int) -> Double {
    min(0.3, max(0.01, (Double(different) + 1) / Double(aligned + 20)))
  }

  /// Whether a codon in the junction's frame, whole inside `part`, is a stop.
  private func hasStop(_ codes: [UInt8], frameOf junction: Range<Int>, in part: Range<Int>) -> Bool
  {
    var first = part.lowerBound + (junction.lowerBound - part.lowerBound) % 3
    let stop = UInt8(ascii: "*")
    while first + 3 <= part.upperBound {
      if GeneticCode.aminoAcid(codes[first], codes[first + 1], codes[first + 2]) == stop {
        return true
      }
      first += 3
    }
    return false
  }

  /// The call, path and germline bases of a placed element, cut to the coding part of a J.
  func laidOut(
    _ element: PlacedElement,
    _ matrix: ReferenceMatrix,
    _ rows: [Int],
    _ coding: [UInt8],
    _ scratch: inout AnnotationScratch
  ) -> LaidOutSegment {
    let row = element.row
    let base = row * matrix.width
    // A V's shift is on its left, a J's on its right: its end is on the shifted diagonal.
    let endShift = element.elementClass.isFivePrime ? 0 : element.shift
    let codingEnd = matrix.ends[row] - matrix.origin + element.origin - endShift
    // Of a D with the genome before it only the D itself is drawn.
    let isDiversity = element.elementClass == .heavyD
    let start = isDiversity ? max(element.start, element.origin) : element.start
    let range = clippedRange(start, min(element.end, codingEnd))
    let cells = matrix.cells
    var path = AlignmentPath()
    var firstColumn = range.lowerBound - element.origin + matrix.origin
    if element.shift != 0,
      let aligned = scratch.aligner.align(
        coding.span,
        range,
        cells.span,
        (base + matrix.starts[row])..<(base + range.upperBound - element.origin + endShift
          + matrix.origin),
        band: 2 * Self.largestShift
      )
    {
      path = aligned.path
      firstColumn = aligned.germlineStart - base
    } else {
      path.append(cells.span, from: base + firstColumn, coding.span, range)
    }
    let first = firstColumn - (isDiversity ? matrix.origin : matrix.starts[row])
    let germlineCount = range.count - path.count(of: .insertion) + path.count(of: .deletion)
    let names = rows.map { matrix.names[$0] }
    return LaidOutSegment(
      path: path,
      germline: Array(matrix.cells[(base + firstColumn)..<(base + firstColumn + germlineCount)]),
      firstColumn: firstColumn,
      call: Rearrangement.SegmentCall(
        alleles: names,
        sequenceRange: range,
        germlineRange: first..<(first + germlineCount),
        cigar: path.cigar,
        identity: path.identity,
        score: Double(element.score) * SegmentScore.natsPerUnit,
        functionality: matrix.functionality(of: rows)
      )
    )
  }

  /// The call, path and germline bases of a D between V and J.
  private func laidOut(_ found: FoundDiversity, _ coding: [UInt8]) -> LaidOutSegment {
    let bases = diversity.bases[found.entries[0]]
    let germlineRange = found.germlineStart..<(found.germlineStart + found.range.count)
    var path = AlignmentPath()
    path.append(bases.span, from: germlineRange.lowerBound, coding.span, found.range)
    return LaidOutSegment(
      path: path,
      germline: Array(bases[germlineRange]),
      firstColumn: germlineRange.lowerBound,
      call: Rearrangement.SegmentCall(
        alleles: found.entries.map { diversity.names[$0] },
        sequenceRange: found.range,
        germlineRange: germlineRange,
        cigar: path.cigar,
        identity: path.identity,
        score: Double(found.score) * SegmentScore.natsPerUnit,
        confidence: found.confidence,
        isInverted: found.isInverted
      )
    )
  }
}

/// A segment on its read with what drawing the alignment needs.
struct LaidOutSegment {
  var path: AlignmentPath
  /// The aligned germline bases.
  var germline: [UInt8]
  /// The column of the first of them, in the matrix of a V or J, in the allele of a D.
  var firstColumn: Int
  var call: Rearrangement.SegmentCall
}

/// The two lines of an alignment, column by column, as letters.
struct AlignmentView {
  private var read: [UInt8] = []
  private var germline: [UInt8] = []

  /// The read's line.
  var readLine: String { String(decoding: read, as: UTF8.self) }
  /// The germline's line.
  var germlineLine: String { String(decoding: germline, as: UTF8.self) }

  mutating func append(_ segment: LaidOutSegment, of coding: [UInt8]) {
    let gap = UInt8(ascii: "-")
    var position = segment.call.sequenceRange.lowerBound
    var other = 0
    for run in segment.path.runs {
      switch run.step {
      case .match, .mismatch:
        for offset in 0..<run.length {
          read.append(baseLetter(coding[position + offset]))
          germline.append(baseLetter(segment.germline[other + offset]))
        }
        position += run.length
        other += run.length
      case .insertion:
        for offset in 0..<run.length {
          read.append(baseLetter(coding[position + offset]))
          germline.append(gap)
        }
        position += run.length
      case .deletion:
        for offset in 0..<run.length {
          read.append(gap)
          germline.append(baseLetter(segment.germline[other + offset]))
        }
        other += run.length
      }
    }
  }

  mutating func appendUntemplated(_ bases: ArraySlice<UInt8>) {
    for base in bases {
      read.append(baseLetter(base))
      germline.append(UInt8(ascii: "N"))
    }
  }
}

extension AlignmentPath {
  /// Equal columns over all columns; `nil` for an empty path.
  var identity: Double? {
    let columns = runs.reduce(0) { $0 + $1.length }
    return columns > 0 ? Double(count(of: .match)) / Double(columns) : nil
  }
}
