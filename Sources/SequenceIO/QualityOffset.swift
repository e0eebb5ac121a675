/// Tells files with Phred+64 qualities (Illumina 1.3 to 1.7, Solexa) from Phred+33 ones.
///
/// Judged once, over the first 10,000 reads or the whole file if it has fewer. Phred+64 is stated
/// if all three hold:
///
/// - the lowest character is `;` (59) or above, the lowest one Phred+64 can have (Solexa −5);
/// - the lowest character is `J` (74) or below: Phred+64 data have bases of Q10 or worse;
/// - the highest character is from `O` (79, Q15 as Phred+64) to `i` (105, Q41 as Phred+64).
///
/// So no file is refused that has a base below Q26 among those reads as Phred+33 (`;` is Q26),
/// none whose best Phred+33 quality is 45 (`N`) or less, and none with qualities above Q72 such as
/// the Q93 of PacBio.
/// What could be mistaken is Phred+33 data with no base below Q26, one at Q41 or less and one
/// between Q46 and Q72, in ten thousand reads.
package struct QualityOffset: Sendable {
  /// How many reads are judged: so many that the lowest score is seen, so few that a wrong file is
  /// refused at once (chosen here).
  package static let window = 10_000

  private var lowest = UInt8.max
  private var highest = UInt8.min
  private var isJudged = false

  /// Creates a judge that has seen no read.
  package init() {}

  /// Whether reads are still being collected.
  package var isOpen: Bool { !isJudged }

  /// Takes in the extremes of one read's quality characters.
  package mutating func observe(lowest low: UInt8, highest high: UInt8) {
    lowest = min(lowest, low)
    highest = max(highest, high)
  }

  /// Ends the collection.
  ///
  /// - Returns: The extremes if the qualities are Phred+64, else `nil`.
  package mutating func judge() -> (lowest: UInt8, highest: UInt8)? {
    guard isOpen else { return nil }
    isJudged = true
    let hasLowest = (UInt8(ascii: ";")...UInt8(ascii: "J")).contains(lowest)
    let hasHighest = (UInt8(ascii: "O")...UInt8(ascii: "i")).contains(highest)
    return hasLowest && hasHighest ? (lowest, highest) : nil
  }
}
