package import Germline
package import Nucleotides

/// One annotated sequence.
///
/// Property names are those of the AIRR Rearrangement schema in Swift's case. Positions are 0-based
/// half-open offsets: in the read for `…Sequence`, in the ungapped allele for `…Germline`.
package struct Rearrangement: Hashable, Sendable {
  /// One germline segment laid on the read.
  package struct SegmentCall: Hashable, Sendable {
    /// Names of every allele that fits equally well, best-known first; never empty.
    package var alleles: [String]
    /// The aligned offsets of the read.
    package var sequenceRange: Range<Int>
    /// The aligned offsets of the first allele.
    package var germlineRange: Range<Int>
    /// The extended CIGAR of that alignment (`=`, `X`, `I`, `D`), without clipping.
    package var cigar: String
    /// Equal bases over aligned columns outside primers, `0...1`; `nil` if there are none.
    package var identity: Double?
    /// The log-odds score of the alignment, in nats; more is better.
    package var score: Double
    /// The probability that one of the named genes is the segment's, `0...1`; `nil` if not judged.
    package var confidence: Double?
    /// Whether the alleles named are functional; what is no V counts as such.
    package var functionality: Functionality
    /// Whether a D lies inverted: `germlineRange` then counts on the reverse complement.
    package var isInverted: Bool

    /// Creates a call.
    package init(
      alleles: [String],
      sequenceRange: Range<Int>,
      germlineRange: Range<Int>,
      cigar: String,
      identity: Double?,
      score: Double,
      confidence: Double? = nil,
      isInverted: Bool = false,
      functionality: Functionality = .functional
    ) {
      self.alleles = alleles
      self.sequenceRange = sequenceRange
      self.germlineRange = germlineRange
      self.cigar = cigar
      self.identity = identity
      self.score = score
      self.confidence = confidence
      self.isInverted = isInverted
      self.functionality = functionality
    }
  }

  /// The kind of recombination.
  package var type: RearrangementType
  /// The read on the coding strand; all offsets refer to it.
  package var sequence: NucleotideSequence
  /// Whether `sequence` is the reverse complement of the read as sequenced.
  package var revComp: Bool
  /// The V; `nil` in IGH DJ and intron–Kde.
  package var v: SegmentCall?
  /// The D; `nil` where none is found beyond chance.
  package var d: SegmentCall?
  /// The D next to J of a D–D fusion, `d` being the one next to V; `nil` where there is one D.
  package var d2: SegmentCall?
  /// The J; `nil` in Kde rearrangements.
  package var j: SegmentCall?
  /// Offsets of the bases between the 5′ and the 3′ element (V or D or intron, and J or Kde): the
  /// region that recombination made; may be empty.
  package var ndnRange: Range<Int>
  /// Offsets from Cys104 to Trp/Phe118 inclusive; `nil` where either lies outside the read or is no
  /// part of the rearrangement.
  package var junctionRange: Range<Int>?
  /// Whether V and J are in one reading frame; `nil` without a junction.
  package var vjInFrame: Bool?
  /// Whether the reading frame of the V and J part holds a stop codon; `nil` without a junction.
  package var stopCodon: Bool?
  /// Whether insertions and deletions in V leave its reading frame broken; `nil` without a V.
  package var vFrameshift: Bool?
  /// Where the read lies between primers: offsets that are the patient's own bases.
  package var primerFree: Range<Int>
  /// The read with gaps where the germline has more, from the first to the last aligned base.
  package var sequenceAlignment: String
  /// The germline with `N` for np bases and gaps where the read has more, column by column.
  package var germlineAlignment: String

  /// Creates a rearrangement.
  package init(
    type: RearrangementType,
    sequence: NucleotideSequence,
    revComp: Bool,
    v: SegmentCall?,
    d: SegmentCall?,
    j: SegmentCall?,
    ndnRange: Range<Int>,
    junctionRange: Range<Int>?,
    vjInFrame: Bool?,
    stopCodon: Bool?,
    primerFree: Range<Int>,
    sequenceAlignment: String,
    germlineAlignment: String,
    vFrameshift: Bool? = nil,
    d2: SegmentCall? = nil
  ) {
    self.type = type
    self.sequence = sequence
    self.revComp = revComp
    self.v = v
    self.d = d
    self.j = j
    self.ndnRange = ndnRange
    self.junctionRange = junctionRange
    self.vjInFrame = vjInFrame
    self.stopCodon = stopCodon
    self.primerFree = primerFree
    self.sequenceAlignment = sequenceAlignment
    self.germlineAlignment = germlineAlignment
    self.vFrameshift = vFrameshift
    self.d2 = d2
  }

  /// Whether the rearrangement can make a receptor: V and J in frame, V's frame whole, no stop codon
  /// and the V no pseudogene; `nil` without a junction.
  package var productive: Bool? {
    guard let vjInFrame, let stopCodon else { return nil }
    return vjInFrame && !stopCodon && vFrameshift != true && v?.functionality != .pseudogene
  }

  /// The junction's bases; `nil` without one.
  package var junction: NucleotideSequence? { junctionRange.map { sequence[$0] } }

  /// The junction's amino acids, incomplete codons left out; `nil` without a junction.
  package var junctionAA: String? { junction.map { GeneticCode.translate($0.codes) } }

  /// Bases between V and D, or between V (D, intron) and J (Kde) where there is no D between them.
  package var np1: NucleotideSequence {
    guard type == .ighVDJ, let d else { return sequence[ndnRange] }
    return sequence[ndnRange.lowerBound..<d.sequenceRange.lowerBound]
  }

  /// Bases between D and J (or the second D) of a V(D)J rearrangement; `nil` where no D is found
  /// between them.
  package var np2: NucleotideSequence? {
    guard type == .ighVDJ, let d else { return nil }
    let end = d2?.sequenceRange.lowerBound ?? ndnRange.upperBound
    return sequence[d.sequenceRange.upperBound..<end]
  }

  /// Bases between the second D and J; `nil` where there is no second D.
  package var np3: NucleotideSequence? {
    d2.map { sequence[$0.sequenceRange.upperBound..<ndnRange.upperBound] }
  }
}
