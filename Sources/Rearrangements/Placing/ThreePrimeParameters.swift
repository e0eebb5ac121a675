import Alignments

/// How a 3′ element is sought and its row chosen.
///
/// All numbers are chosen here, on simulated libraries, unless a source is given.
enum ThreePrimeParameters {
  /// How far the 3′ element's origin may lie behind the 5′ element's, nt: the longest junctions of
  /// human heavy chains have some 120; twice as much leaves room for a second D and for insertions.
  static let maximumGap = 260
  /// Where the search for Trp/Phe118 begins, counted from the 5′ element's origin, nt: a junction of two
  /// codons between the conserved ones.
  static let firstJoiningOffset = 6
  /// The same for a Kde, nt: trimming may take that much of a V behind Cys104 and before it.
  static let firstDeletingOffset = -20
  /// 8-mers that must speak for the voted origin.
  static let minimumVotes = 3
  /// The score that a 3′ element needs, primers included, in units of `SegmentScore`: 13 equal bases
  /// more than its differences cost.
  static let minimumScoreWithPrimer = 26
  /// A score, primers included, that makes a search beyond the voted origin unnecessary: 20 equal bases
  /// more than the differences cost are no chance.
  static let sureScore = 40
  /// 8-mers that a J before another one must have: 17 equal bases in a row.
  static let minimumVotesOfFirstJoining = 10
  /// Bases between the codons of Trp/Phe118 of two J at least, nt: what is nearer is one J found twice.
  static let minimumJoiningDistance = 20
  /// The bases around the core that are compared to find a J without a whole 8-mer, nt before and
  /// behind it.
  static let searchedAroundCore = (before: 12, behind: 28)
  /// How many of these 40 bases the best row must share: of random bases it shares 10 on average.
  static let minimumSearchedEqual = 14
  /// How many such places are tried.
  static let maximumSearchedOrigins = 3
  /// How far Trp/Phe118 may be off the diagonal of the bases behind it, nt: a codon.
  static let maximumAnchorShift = 3
  /// Bases from Trp/Phe118 to a primer of the J at most, nt: the J ends there.
  static let maximumLengthBesidePrimer = 30
  /// Per cent of different bases of the V below which a difference in the J speaks more against a
  /// row.
  static let severeBelow = 2
  /// Per cent from which on it speaks less.
  static let mildFrom = 16
  /// What is added to the bases aligned for this share, one different and so many equal ones, so that a
  /// short V does not claim to have none.
  static let assumedAligned = 20

  /// What two different bases score in a J behind a V of which such a share differs: the likelihoods
  /// of equal and different bases at that share, on the scale of `SegmentScore.match`.
  static func mismatch(behind five: PlacedElement) -> Int {
    let aligned = five.end - five.start
    // The score's own weights tell how many bases differ.
    let worth = SegmentScore.match - SegmentScore.mismatch
    let different = (SegmentScore.match * aligned - five.score) / worth
    let perCent = 100 * (different + 1) / max(1, aligned + assumedAligned)
    return perCent < severeBelow
      ? SegmentScore.severeMismatch
      : perCent < mildFrom ? SegmentScore.mismatch : SegmentScore.mildMismatch
  }
}
