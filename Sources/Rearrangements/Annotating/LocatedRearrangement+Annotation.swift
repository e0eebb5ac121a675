import Alignments
import Nucleotides

extension LocatedRearrangement {
  /// The rearrangement with its segments aligned.
  ///
  /// - Parameters:
  ///   - strand: The coding strand.
  ///   - five: The V, the D of a DJ, or the intron.
  ///   - d: The D between V and J, next to V if there are two; `nil` where none is found.
  ///   - d2: The D next to J of a D–D fusion.
  ///   - three: The J or Kde.
  /// - Returns: What a table says of the read.
  func annotated(
    on strand: Strand,
    five: AlignedSegment,
    d: AlignedSegment?,
    d2: AlignedSegment?,
    three: AlignedSegment
  ) -> Rearrangement {
    let coding = strand.bases
    var view = AlignmentView()
    view.append(five, of: coding)
    var last = ndnRange.lowerBound
    if let d {
      view.appendUntemplated(coding[last..<d.call.sequenceRange.lowerBound])
      view.append(d, of: coding)
      last = d.call.sequenceRange.upperBound
    }
    if let d2 {
      view.appendUntemplated(coding[last..<d2.call.sequenceRange.lowerBound])
      view.append(d2, of: coding)
      last = d2.call.sequenceRange.upperBound
    }
    view.appendUntemplated(coding[last..<ndnRange.upperBound])
    view.append(three, of: coding)
    let isVariable = self.five.elementClass.isVariable
    let junction = junctionRange
    let end = three.call.sequenceRange.upperBound
    return Rearrangement(
      type: type,
      sequence: NucleotideSequence(codes: coding),
      revComp: revComp,
      v: isVariable ? five.call : nil,
      d: type == .ighDJ ? five.call : d?.call,
      j: self.three.elementClass == .kappaDeleting ? nil : three.call,
      ndnRange: ndnRange,
      junctionRange: junction,
      vjInFrame: junction.map { $0.count % 3 == 0 },
      stopCodon: junction.map {
        hasStop(coding, frameOf: $0, in: five.call.sequenceRange.lowerBound..<end)
      },
      primerFree: strand.primerFree,
      sequenceAlignment: view.readLine,
      germlineAlignment: view.germlineLine,
      vFrameshift: isVariable
        ? (five.path.count(of: .insertion) - five.path.count(of: .deletion)) % 3 != 0 : nil,
      d2: d2?.call
    )
  }

  /// Whether a codon in the junction's frame, whole inside `part`, is a stop.
  private func hasStop(
    _ codes: [UInt8],
    frameOf junction: Range<Int>,
    in part: Range<Int>
  ) -> Bool {
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
}
