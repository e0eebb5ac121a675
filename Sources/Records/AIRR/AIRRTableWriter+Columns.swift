import Diagnostics
import Germline
import Nucleotides
import Rearrangements

extension [UInt8] {
  /// Appends the field of a column that follows from the rearrangement alone.
  mutating func append(_ column: AIRRColumn, of read: Rearrangement) {
    switch column {
    case .revComp: append(flag: read.revComp)
    case .productive: append(flag: read.productive)
    case .vjInFrame: append(flag: read.vjInFrame)
    case .stopCodon: append(flag: read.stopCodon)
    case .vFrameshift: append(flag: read.vFrameshift)
    case .locus: append(text: read.type.locus.rawValue)
    case .sequenceAlignment: append(contentsOf: read.sequenceAlignment.utf8)
    case .germlineAlignment: append(contentsOf: read.germlineAlignment.utf8)
    case .junction: append(bases: read.junction)
    case .junctionAA: append(text: read.junctionAA)
    case .junctionLength: append(count: read.junctionRange?.count)
    case .np1: append(bases: read.nucleotidesBeforeD)
    case .np2: append(bases: read.nucleotidesAfterD)
    case .np3: append(bases: read.np3)
    case .np1Length: append(count: read.nucleotidesBeforeD?.count)
    case .np2Length: append(count: read.nucleotidesAfterD?.count)
    case .np3Length: append(count: read.np3?.count)
    case .ctRearrangementClass: append(text: read.type.rawValue)
    default: append(column, ofSegmentsIn: read)
    }
  }

  /// Appends the field of a column that describes one segment; nothing if the segment is absent.
  private mutating func append(_ column: AIRRColumn, ofSegmentsIn read: Rearrangement) {
    let length = read.sequence.count
    switch column {
    case .vCall: append(alleles: read.v)
    case .dCall: append(alleles: read.d)
    case .d2Call: append(alleles: read.d2)
    case .jCall: append(alleles: read.j)
    case .vScore: append(read.v?.score, decimals: 2)
    case .dScore: append(read.d?.score, decimals: 2)
    case .d2Score: append(read.d2?.score, decimals: 2)
    case .jScore: append(read.j?.score, decimals: 2)
    case .vIdentity: append(read.v?.identity, decimals: 5)
    case .dIdentity: append(read.d?.identity, decimals: 5)
    case .d2Identity: append(read.d2?.identity, decimals: 5)
    case .jIdentity: append(read.j?.identity, decimals: 5)
    case .vCigar: append(cigar: read.v, readLength: length)
    case .dCigar: append(cigar: read.d, readLength: length)
    case .d2Cigar: append(cigar: read.d2, readLength: length)
    case .jCigar: append(cigar: read.j, readLength: length)
    case .vSequenceStart: append(start: read.v?.sequenceRange)
    case .vSequenceEnd: append(end: read.v?.sequenceRange)
    case .vGermlineStart: append(start: read.v?.germlineRange)
    case .vGermlineEnd: append(end: read.v?.germlineRange)
    case .dSequenceStart: append(start: read.d?.sequenceRange)
    case .dSequenceEnd: append(end: read.d?.sequenceRange)
    case .dGermlineStart: append(start: read.d?.germlineRange)
    case .dGermlineEnd: append(end: read.d?.germlineRange)
    case .d2SequenceStart: append(start: read.d2?.sequenceRange)
    case .d2SequenceEnd: append(end: read.d2?.sequenceRange)
    case .d2GermlineStart: append(start: read.d2?.germlineRange)
    case .d2GermlineEnd: append(end: read.d2?.germlineRange)
    case .jSequenceStart: append(start: read.j?.sequenceRange)
    case .jSequenceEnd: append(end: read.j?.sequenceRange)
    case .jGermlineStart: append(start: read.j?.germlineRange)
    case .jGermlineEnd: append(end: read.j?.germlineRange)
    case .ctVConfidence: append(read.v?.confidence, decimals: 5)
    case .ctDConfidence: append(read.d?.confidence, decimals: 5)
    case .ctJConfidence: append(read.j?.confidence, decimals: 5)
    case .ctVFunctionality: append(text: read.v?.functionality.rawValue)
    case .ctDInverted: append(flag: read.d?.isInverted)
    case .ctD2Inverted: append(flag: read.d2?.isInverted)
    default: preconditionFailure("no field for \(column.rawValue)")
    }
  }

  /// Appends the field of a column that follows from a V alone; nothing for the others.
  mutating func append(_ column: AIRRColumn, of lone: LoneVariable) {
    switch column {
    case .revComp: append(flag: lone.revComp)
    case .locus: append(text: lone.locus.rawValue)
    case .sequenceAlignment: append(contentsOf: lone.sequenceAlignment.utf8)
    case .germlineAlignment: append(contentsOf: lone.germlineAlignment.utf8)
    case .vCall: append(alleles: lone.v)
    case .vScore: append(lone.v.score, decimals: 2)
    case .vIdentity: append(lone.v.identity, decimals: 5)
    case .vCigar: append(cigar: lone.v, readLength: lone.sequence.count)
    case .vSequenceStart: append(start: lone.v.sequenceRange)
    case .vSequenceEnd: append(end: lone.v.sequenceRange)
    case .vGermlineStart: append(start: lone.v.germlineRange)
    case .vGermlineEnd: append(end: lone.v.germlineRange)
    case .ctVConfidence: append(lone.v.confidence, decimals: 5)
    case .ctVFunctionality: append(text: lone.v.functionality.rawValue)
    default: break
    }
  }

  /// Appends the names of every allele that fits equally well.
  private mutating func append(alleles call: Rearrangement.SegmentCall?) {
    guard let call else { return }
    for (index, name) in call.alleles.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(contentsOf: name.utf8)
    }
  }

  /// Appends a CIGAR over the whole read as AIRR writes it: `S` for the read's ends outside the
  /// segment, `N` for the germline bases before the alignment.
  private mutating func append(cigar call: Rearrangement.SegmentCall?, readLength: Int) {
    guard let call else { return }
    append(call.sequenceRange.lowerBound, operation: UInt8(ascii: "S"))
    append(call.germlineRange.lowerBound, operation: UInt8(ascii: "N"))
    append(contentsOf: call.cigar.utf8)
    append(readLength - call.sequenceRange.upperBound, operation: UInt8(ascii: "S"))
  }

  /// Appends one CIGAR operation; nothing for a length of zero.
  private mutating func append(_ length: Int, operation: UInt8) {
    guard length > 0 else { return }
    append(count: length)
    append(operation)
  }

  /// Appends the 1-based first position of a range.
  private mutating func append(start range: Range<Int>?) {
    append(count: range.map { $0.lowerBound + 1 })
  }

  /// Appends the 1-based last position of a range.
  private mutating func append(end range: Range<Int>?) { append(count: range?.upperBound) }
}

extension Rearrangement {
  /// The bases between V and D, or V (intron) and J (Kde); `nil` in DJ, which has no V.
  fileprivate var nucleotidesBeforeD: NucleotideSequence? { type == .ighDJ ? nil : np1 }

  /// The bases between D and J, in DJ too; `nil` without a D.
  fileprivate var nucleotidesAfterD: NucleotideSequence? {
    type == .ighDJ ? sequence[ndnRange] : np2
  }
}
