package import Nucleotides
package import Rearrangements

/// A rearrangement made up from germline alleles, with the truth about it.
///
/// Offsets are 0-based and half-open in `sequence`.
package struct SimulatedRearrangement: Hashable, Sendable {
  /// The kind of recombination.
  package var type: RearrangementType
  /// The molecule, coding strand, 5′ to 3′.
  package var sequence: NucleotideSequence
  /// The V allele; `nil` in IGH DJ and intron–Kde.
  package var vAllele: String?
  /// The D allele; `nil` outside IGH.
  package var dAllele: String?
  /// The J allele; `nil` in Kde rearrangements.
  package var jAllele: String?
  /// The bases between the 5′ and the 3′ element, as the recombination made them.
  ///
  /// A base of this range may equal the germline's next one by chance; no annotator can tell then.
  package var ndnRange: Range<Int>
  /// The bases that stem from the D; `nil` outside IGH, empty if trimming left none.
  package var dRange: Range<Int>?
  /// From Cys104 to Trp/Phe118 inclusive; `nil` for types without them.
  package var junctionRange: Range<Int>?
  /// Where a base of V or J was substituted, in rising order.
  package var substitutions: [Int]

  /// The junction's bases; `nil` for types without one.
  package var junction: NucleotideSequence? { junctionRange.map { sequence[$0] } }

  /// The bases between the elements.
  package var ndn: NucleotideSequence { sequence[ndnRange] }

  /// Creates a rearrangement.
  package init(
    type: RearrangementType,
    sequence: NucleotideSequence,
    vAllele: String? = nil,
    dAllele: String? = nil,
    jAllele: String? = nil,
    ndnRange: Range<Int>,
    dRange: Range<Int>? = nil,
    junctionRange: Range<Int>? = nil,
    substitutions: [Int] = []
  ) {
    self.type = type
    self.sequence = sequence
    self.vAllele = vAllele
    self.dAllele = dAllele
    self.jAllele = jAllele
    self.ndnRange = ndnRange
    self.dRange = dRange
    self.junctionRange = junctionRange
    self.substitutions = substitutions
  }
}
