/// When and how the diagonal of a V is shifted for an insertion or deletion.
///
/// All numbers are chosen here, on simulated V with gaps of every length and place.
package enum ShiftParameters {
  /// How far the diagonal may shift, nt: six codons, the longest of nearly all insertions and deletions
  /// of hypermutation.
  package static let maximumShift = 18
  /// How many insertions and deletions a V may have.
  static let maximumCount = 3
  /// Bases before the aligned part from which on another diagonal is looked for, nt: fewer say little
  /// about where they belong.
  static let minimumBrokenLength = 15
  /// 8-mers of the part broken off that must speak for a diagonal.
  static let minimumVotes = 3
  /// The same where the alignment did not break off: a row must then be worth a look.
  static let minimumHiddenVotes = 8
  /// Equal bases by which a shift must beat every row without one, so that it is not a row of another
  /// gene.
  static let minimumGain = 6
  /// Bases before Cys104 that tell the gene of a V whose start is on another diagonal, nt: to the middle
  /// of framework 2 for gaps in CDR1, inside framework 3 for gaps in CDR2.
  static let lengthsBeforeCysteine = [100, 45]
  /// How many rows that fit these bases equally well are tried: alleles of one gene, of which one will
  /// do to find the shift.
  static let maximumAnchoredRows = 4
}
