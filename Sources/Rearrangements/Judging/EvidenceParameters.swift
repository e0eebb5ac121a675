/// The evidence that a rearrangement needs.
///
/// Scores are in units of `SegmentScore` (two for a match, minus three for a mismatch, 0.635 nats
/// each). All numbers are chosen here, so that chance placements stay below one in 100,000 reads; the
/// article "Annotation" says what they ask for, the article "Comparison" what passes them.
enum EvidenceParameters {
  /// For the 5′ element outside primers: 14 equal bases more than its mismatches cost.
  static let minimumFive = 28
  /// For the 3′ element outside primers.
  static let minimumThree = 8
  /// For the 5′ element where nothing of the J is left at Trp/Phe118: 15 equal bases more than a
  /// primer of 25 nt has that nobody declared.
  static let minimumFiveBeforeFarJ = 80
  /// For both together outside primers.
  static let minimumSum = 50
  /// For the bases under a V primer to show that the primer lies where the V says it should.
  static let minimumUnderPrimer = 20
  /// For the 5′ element outside such a primer.
  static let minimumFiveBehindPrimer = 12
  /// For both together behind such a primer.
  static let minimumSumBehindPrimer = 36
  /// Bases of the genome before a D that show that no V was joined to it, nt: more than N bases and a
  /// second D leave equal by chance.
  static let minimumFlankLength = 15
  /// One in so many of them may differ.
  static let flankDifferenceShare = 5
  /// Bases of a V behind its primer where both primers fix the places, nt: framework 3 primers leave
  /// that many.
  static let minimumLengthBetweenPrimers = 8
  /// Equal minus different bases that V and J need together between such primers, half the score of
  /// what follows the codon of Cys104 and precedes that of Trp118 added: one less for heavy chains,
  /// whose misprimed reads pass less often.
  static let excessBetweenPrimers = (heavy: 13, light: 14)
  /// The same for each of them alone: a V beyond doubt makes up for a J lost but for its primer.
  static let minimumExcessOfEach = -3
  /// How much better another locus must fit the 5′ part to make the read a chimera: 10 equal bases.
  static let otherLocusMargin = 20
  /// How many more 8-mers must be those of another locus's 3′ element to make the read a chimera: 17
  /// equal bases in a row.
  static let otherLocusVotes: UInt16 = 10
  /// The score that a V needs to be named without a J or Kde: 30 equal bases more than its
  /// differences cost.
  static let minimumLoneVariable = 60
  /// Bases that a dimer has between its primers at most, nt: less than any J keeps of its own.
  static let maximumDimerInsert = 10
}
