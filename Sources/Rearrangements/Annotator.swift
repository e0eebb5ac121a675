package import Germline
import Nucleotides

/// Finds immunoglobulin rearrangements in reads, against one germline set.
///
/// A pure function of the read's bases: qualities, other reads and thread count change nothing.
/// `locate` says where the elements lie and costs a few microseconds; `annotate` adds what a row of
/// an AIRR table needs. Both work on caller-owned scratch.
package struct Annotator: Sendable {
  /// The germline set.
  package let germline: GermlineSet
  /// One matrix a class, in the order of `ElementClass`.
  package let matrices: [ReferenceMatrix]
  /// The D alleles, for D inside IGH VDJ.
  let diversity: DiversityTable
  let index: ElementIndex
  /// The 8-mers of 3′ elements.
  let threeIndex: ElementIndex
  /// The 12-mers of 5′ elements.
  let fiveSeeds: SeedIndex
  /// The V set apart, one matrix a class in the order of `ElementClass`; without rows for what is no V.
  let setApart: [ReferenceMatrix]
  /// The control that sequencers are given.
  let phiX: GenomeWords

  /// Prepares the tables of a set; takes some milliseconds.
  package init(_ germline: GermlineSet) {
    self.germline = germline
    matrices = ElementClass.allCases.map {
      ReferenceMatrix($0, ReferenceMatrix.Row.rows(of: $0, in: germline))
    }
    diversity = DiversityTable(germline)
    index = ElementIndex(matrices)
    fiveSeeds = SeedIndex(matrices.filter(\.elementClass.isFivePrime))
    threeIndex = ElementIndex(matrices.filter { !$0.elementClass.isFivePrime })
    setApart = ElementClass.allCases.map {
      ReferenceMatrix($0, ReferenceMatrix.Row.setApart(of: $0, in: germline))
    }
    phiX = GenomeWords(circular: SequencingControl.phiX174.codes)
  }

  /// The matrix of a class.
  package subscript(elementClass: ElementClass) -> ReferenceMatrix {
    matrices[Int(elementClass.rawValue)]
  }
}

/// Evidence thresholds of the annotator.
///
/// In units of `SegmentScore` (two for a match, minus three for a mismatch, 0.635 nats
/// each). Chosen here so that chance placements stay below one in
/// 100,000 reads; see the article "Annotation".
enum EvidenceThreshold {
  /// For the 5′ element outside primers: 14 equal bases more than its mismatches cost.
  static let five = 28
  /// For the 3′ element, primers included.
  static let threeWithPrimer = 26
  /// For the 3′ element outside primers.
  static let three = 8
  /// For the 5′ element where nothing of the J is left at Trp/Phe118: 15 equal bases more than a
  /// primer of 25 nt has that nobody declared.
  static let fiveBeforeFarJ = 80
  /// For both together outside primers.
  static let sum = 50
  /// For the bases under a V primer to show that the primer lies where the V says it should.
  static let underPrimer = 20
  /// For the 5′ element outside such a primer.
  static let fiveBehindPrimer = 12
  /// For both together behind such a primer.
  static let sumBehindPrimer = 36
  /// How much better another locus must fit the 5′ part to make the read a chimera.
  static let otherLocus = 20
  /// How many more 8-mers must be those of another locus's 3′ element to make the read a chimera.
  static let otherVotes: UInt16 = 10
  /// Bases of the genome before a D that show that no V was joined to it.
  static let fewestFlank = 15
  /// One in so many of them may differ.
  static let flankShare = 5
}
