/// How a 5′ element is placed and its row chosen.
///
/// All numbers are chosen here, on simulated libraries; the article "Comparison" says what they reach.
enum FivePrimeParameters {
  /// Bases of a read, outside primers, by which V genes are told apart at all, nt.
  ///
  /// Framework 3 amplicons leave some 10 of them.
  static let minimumComparedLength = 8
  /// Per cent of equal bases from which on no shift of the diagonal is looked for: a V that has one
  /// hides its start from rows of its own gene, so that fewer are equal.
  static let unsuspiciousIdentity = 93
  /// Per cent of equal bases below which the primer has a say in which V it is: hypermutation leaves
  /// less than that to tell genes by.
  static let primerIdentity = 85
  /// Bases of a V behind the compared ones that are looked at, nt: few V have more behind the codon
  /// of Cys104, and trimming takes them.
  static let maximumTailLength = 36
  /// The score that the part next to Cys104 needs before the rest is tried on another diagonal: 10 equal
  /// bases more than its differences cost.
  static let minimumAnchoredScore = 20
}
