import Nucleotides
import Rearrangements
import Records

extension SampleTable {
  /// A heavy-chain read with two D, the second inverted, a base fewer in its V and one that differs in
  /// its first D.
  package static let fusion: Read = {
    let letters = "TGTGCGAGAGGTATTACTATGCCGCAGCTGGTACTACTTTGACTACTGGGGC"
    let v = Rearrangement.SegmentCall(
      alleles: ["IGHV3-21*01"],
      sequenceRange: 0..<9,
      germlineRange: 285..<295,
      cigar: "5=1D4=",
      identity: 0.9,
      score: 30,
      confidence: 0.75
    )
    let d = Rearrangement.SegmentCall(
      alleles: ["IGHD3-22*01"],
      sequenceRange: 11..<21,
      germlineRange: 1..<11,
      cigar: "6=1X3=",
      identity: 0.9,
      score: 9.5,
      confidence: 0.5
    )
    let second = Rearrangement.SegmentCall(
      alleles: ["IGHD6-13*01", "IGHD6-25*01"],
      sequenceRange: 23..<31,
      germlineRange: 2..<10,
      cigar: "8=",
      identity: 1,
      score: 10,
      confidence: 0.625,
      isInverted: true
    )
    let j = Rearrangement.SegmentCall(
      alleles: ["IGHJ4*02"],
      sequenceRange: 32..<52,
      germlineRange: 0..<20,
      cigar: "20=",
      identity: 1,
      score: 25.4,
      confidence: 1
    )
    let rearrangement = Rearrangement(
      type: .ighVDJ,
      sequence: NucleotideSequence(letters) ?? NucleotideSequence(),
      revComp: false,
      v: v,
      d: d,
      j: j,
      ndnRange: 9..<32,
      junctionRange: 0..<49,
      vjInFrame: false,
      stopCodon: false,
      primerFree: 0..<52,
      sequenceAlignment: "TGTGC-GAGAGGTATTACTATGCCGCAGCTGGTACTACTTTGACTACTGGGGC",
      germlineAlignment: "TGTGCTGAGANNTATTACGATGNNGCAGCTGGNACTACTTTGACTACTGGGGC",
      vFrameshift: true,
      d2: second
    )
    return Read(
      name: "d<d>",
      letters: letters,
      row: AIRRRow(rearrangement: rearrangement)
    )
  }()
}
