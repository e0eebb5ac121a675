/// The IMGT unique numbering of V domains, on gapped nucleotide letters.
///
/// Position p is the columns 3(p − 1) to 3p − 1, counted from 0. Source: Lefranc and others 2003,
/// doi:10.1016/S0145-305X(02)00039-3.
enum IMGTNumbering {
  /// The letter of a gap.
  static let gap = UInt8(ascii: ".")

  /// The first position of FR1, CDR1, FR2, CDR2, FR3 and CDR3.
  static let regionStarts = (fr1: 1, cdr1: 27, fr2: 39, cdr2: 56, fr3: 66, cdr3: 105)

  /// The position of the second conserved cysteine, the last of FR3.
  static let secondCysteine = 104

  /// How many columns a V must have to hold Cys104.
  static let columnsThroughCysteine = secondCysteine * 3

  /// The letters without gaps.
  static func withoutGaps(_ gapped: String) -> String {
    String(decoding: gapped.utf8.lazy.filter { $0 != gap }, as: UTF8.self)
  }

  /// How many bases stand before a position; also the 0-based offset of its first base, if it has
  /// one.
  static func offset(of position: Int, in gapped: String) -> Int {
    gapped.utf8.prefix((position - 1) * 3).count { $0 != gap }
  }
}
