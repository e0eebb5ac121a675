package import Nucleotides
import Rearrangements

/// The bases by which a rearrangement or a control is found again in other samples.
///
/// All recombined bases with germline bases on both sides, cut clear of primers and of two bases
/// next to them: V-trim … NDN … J-trim (article "Matching", section 1).
package struct Signature: Hashable, Sendable {
  /// The bases, coding strand.
  package var bases: NucleotideSequence
  /// Offsets of the recombined bases in `bases`; where V and J meet without any, the two bases at
  /// the seam.
  package var ndn: Range<Int>

  /// Creates a signature.
  package init(bases: NucleotideSequence, ndn: Range<Int>) {
    (self.bases, self.ndn) = (bases, ndn)
  }

  /// Germline bases wanted on each side of the recombined ones, nt.
  ///
  /// Chosen here: twice 20 are `minimumBases` even where nothing was inserted, and more bases outside
  /// the junction only add errors to be forgiven.
  static let wantedFlank = 20
  /// Fewest bases of a signature, nt (article "Index selection", section 2, gate `signature`): with four
  /// differences they still hold
  /// eight equal bases in a row, by which `SignatureMatcher` finds them.
  package static let minimumBases = 40
  /// Bases left out next to a primer, nt.
  ///
  /// Chosen here: a primer synthesised a base or two too short, and trimming by its consensus, leave
  /// the primer's bases there.
  static let edgeTrim = 2
  /// Fewest germline bases on each side: fewer would not show that the seam is there, nt.
  ///
  /// Chosen here: four random bases are the germline's in 1 of 256 cases.
  package static let minimumFlank = 4

  /// Cuts the signature out of a read; `nil` if it leaves too few bases around the recombined ones.
  ///
  /// - Parameters:
  ///   - read: The read, coding strand.
  ///   - recombined: Offsets of the recombined bases.
  ///   - primerFree: Offsets between primers.
  package init?(
    of read: NucleotideSequence,
    recombined: Range<Int>,
    primerFree: Range<Int>
  ) {
    guard
      Self.informativeBases(of: read, recombined: recombined, primerFree: primerFree)
        >= Self.minimumBases
    else { return nil }
    let first = primerFree.lowerBound + Self.edgeTrim
    let last = primerFree.upperBound - Self.edgeTrim
    var start = max(first, recombined.lowerBound - Self.wantedFlank)
    var end = min(last, recombined.upperBound + Self.wantedFlank)
    if end - start < Self.minimumBases { start = max(first, end - Self.minimumBases) }
    if end - start < Self.minimumBases { end = min(last, start + Self.minimumBases) }
    bases = read[start..<end]
    let seam =
      recombined.isEmpty
      ? (recombined.lowerBound - 1)..<(recombined.lowerBound + 1) : recombined
    ndn = (seam.lowerBound - start)..<(seam.upperBound - start)
  }

  /// Known bases that a signature of a read can have at most (gate `signature`); 0 where either
  /// side of the recombined bases is too short to show the seam.
  ///
  /// - Parameters:
  ///   - read: The read, coding strand.
  ///   - recombined: Offsets of the recombined bases.
  ///   - primerFree: Offsets between primers.
  /// - Returns: The bases, or 0.
  static func informativeBases(
    of read: NucleotideSequence,
    recombined: Range<Int>,
    primerFree: Range<Int>
  ) -> Int {
    let first = primerFree.lowerBound + edgeTrim
    let last = primerFree.upperBound - edgeTrim
    guard recombined.lowerBound - first >= minimumFlank,
      last - recombined.upperBound >= minimumFlank
    else { return 0 }
    return read.codes[first..<last].count { $0 < 4 }
  }
}
