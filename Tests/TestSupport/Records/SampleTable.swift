package import Germline
import Nucleotides
import Rearrangements
package import Records

/// Annotated reads made up for the table tests.
package enum SampleTable {
  package struct Read {
    package var name: String
    package var letters: String
    package var row: AIRRRow
  }

  package static let germline = GermlineSet(
    name: "test",
    version: "1",
    sha256: SampleBaseline.digest,
    alleles: [
      GermlineAllele(
        name: "IGHJ4*02",
        locus: .heavy,
        segment: .j,
        sequence: bases("ACTACTTTGACTACTGGGGCCAAGGAACCCTGGTCACCGTCTCCTCAG"),
        frame: 2
      )
    ],
    elements: []
  )

  package static let reads = [heavy(vStart: 287, jEnd: 21), incomplete, intron, offTarget, fusion]

  /// A heavy-chain read of the other strand.
  package static func heavy(vStart: Int, jEnd: Int) -> Read {
    let v = Rearrangement.SegmentCall(
      alleles: ["IGHV3-23*01", "IGHV3-23D*01"],
      sequenceRange: 2..<11,
      germlineRange: vStart..<vStart + 9,
      cigar: "9=",
      identity: 1,
      score: 12.345_678
    )
    let j = Rearrangement.SegmentCall(
      alleles: ["IGHJ4*02"],
      sequenceRange: 13..<29,
      germlineRange: jEnd - 16..<jEnd,
      cigar: "16=",
      identity: 0.987_654_321,
      score: -0.5
    )
    let rearrangement = Rearrangement(
      type: .ighVDJ,
      sequence: bases("CCTGTGCGAAAGGACTTTGACTACTGGGGG"),
      revComp: true,
      v: v,
      d: nil,
      j: j,
      ndnRange: 11..<13,
      junctionRange: 2..<27,
      vjInFrame: false,
      stopCodon: true,
      primerFree: 0..<30,
      sequenceAlignment: "TGTGCGAAAGGACTTTGACTACTGGGG",
      germlineAlignment: "TGTGCGAAANNACTTTGACTACTGGGG"
    )
    return Read(
      name: "read/1",
      letters: "CCCCCAGTAGTCAAAGTCCTTTCGCACAgg",
      row: AIRRRow(
        rearrangement: rearrangement,
        duplicateCount: 7,
        cloneID: "S01\t1",
        templates: 1.5,
        likeFraction: 1e-6
      )
    )
  }

  /// A D to J read: no V, no junction, nothing known about frames.
  private static let incomplete: Read = {
    let letters = "GTATTACTATGGTTCCCTACTTTGACTACTGG"
    let rearrangement = Rearrangement(
      type: .ighDJ,
      sequence: bases(letters),
      revComp: false,
      v: nil,
      d: Rearrangement.SegmentCall(
        alleles: ["IGHD3-10*01"],
        sequenceRange: 0..<14,
        germlineRange: 0..<14,
        cigar: "5=1X8=",
        identity: 13.0 / 14,
        score: 14
      ),
      j: Rearrangement.SegmentCall(
        alleles: ["IGHJ4*02"],
        sequenceRange: 17..<32,
        germlineRange: 2..<17,
        cigar: "15=",
        identity: nil,
        score: 20
      ),
      ndnRange: 14..<17,
      junctionRange: nil,
      vjInFrame: nil,
      stopCodon: nil,
      primerFree: 0..<32,
      sequenceAlignment: letters,
      germlineAlignment: "GTATTTCTATGGTTNNNTACTTTGACTACTGG"
    )
    return Read(name: "dj", letters: letters, row: AIRRRow(rearrangement: rearrangement))
  }()

  /// An intron–Kde read: no gene at all.
  private static let intron: Read = {
    let letters = "AGCTTTCTCAAGAACTTGGGCCTGGAGCCCTAGTGGCAGCCC"
    let rearrangement = Rearrangement(
      type: .igkIntronKde,
      sequence: bases(letters),
      revComp: false,
      v: nil,
      d: nil,
      j: nil,
      ndnRange: 20..<23,
      junctionRange: nil,
      vjInFrame: nil,
      stopCodon: nil,
      primerFree: 0..<42,
      sequenceAlignment: letters,
      germlineAlignment: letters
    )
    return Read(
      name: "intron",
      letters: letters,
      row: AIRRRow(rearrangement: rearrangement, duplicateCount: 812)
    )
  }()

  private static let offTarget = Read(
    name: "off\ttarget",
    letters: "acgtn",
    row: AIRRRow(rearrangement: nil, rejection: "no_v")
  )

  private static func bases(_ letters: String) -> NucleotideSequence {
    NucleotideSequence(letters) ?? NucleotideSequence()
  }
}
