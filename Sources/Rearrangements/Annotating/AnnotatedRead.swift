import Alignments
import Nucleotides

/// A read with all its segments aligned: what a rearrangement is written from.
struct AnnotatedRead {
  /// Where the elements lie.
  var located: LocatedRearrangement
  /// The coding strand.
  var strand: Strand
  /// The V, the D of a DJ, or the intron.
  var five: AlignedSegment
  /// The D between V and J, next to V if there are two; `nil` where none is found.
  var d: AlignedSegment?
  /// The D next to J of a D–D fusion.
  var d2: AlignedSegment?
  /// The J or Kde.
  var three: AlignedSegment

  /// The rearrangement.
  var rearrangement: Rearrangement {
    let (coding, view) = (strand.bases, alignment)
    let isVariable = located.five.elementClass.isVariable
    let junction = located.junctionRange
    let end = three.call.sequenceRange.upperBound
    return Rearrangement(
      type: located.type,
      sequence: NucleotideSequence(codes: coding),
      revComp: located.revComp,
      v: isVariable ? five.call : nil,
      d: located.type == .ighDJ ? five.call : d?.call,
      j: located.three.elementClass == .kappaDeleting ? nil : three.call,
      ndnRange: located.ndnRange,
      junctionRange: junction,
      vjInFrame: junction.map { $0.count % 3 == 0 },
      stopCodon: junction.map {
        hasStop(frameOf: $0, in: five.call.sequenceRange.lowerBound..<end)
      },
      primerFree: strand.primerFree,
      sequenceAlignment: view.readLine,
      germlineAlignment: view.germlineLine,
      vFrameshift: isVariable
        ? (five.path.count(of: .insertion) - five.path.count(of: .deletion)) % 3 != 0 : nil,
      d2: d2?.call
    )
  }

  /// The alignment from the first base of the 5′ element to the last of the 3′ element.
  private var alignment: AlignmentView {
    let coding = strand.bases
    let ndn = located.ndnRange
    var view = AlignmentView()
    view.append(five, of: coding)
    var end = ndn.lowerBound
    for segment in [d, d2] {
      guard let segment else { continue }
      view.appendUntemplated(coding[end..<segment.call.sequenceRange.lowerBound])
      view.append(segment, of: coding)
      end = segment.call.sequenceRange.upperBound
    }
    view.appendUntemplated(coding[end..<ndn.upperBound])
    view.append(three, of: coding)
    return view
  }

  /// Whether a codon in the junction's frame, whole inside `part`, is a stop.
  private func hasStop(frameOf junction: Range<Int>, in part: Range<Int>) -> Bool {
    let codes = strand.bases
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
