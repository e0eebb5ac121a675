/// One strand of a read, with what of it is the patient's own.
package struct Strand: Sendable {
  /// Base codes, 5′ to 3′.
  package let bases: [UInt8]
  /// Whether it is the reverse complement of the read as sequenced.
  package let revComp: Bool
  /// Its offsets that are not under a primer; only they count as evidence and choose alleles.
  package let primerFree: Range<Int>

  /// Creates a strand.
  ///
  /// - Parameters:
  ///   - bases: Base codes, 5′ to 3′.
  ///   - revComp: Whether it is the reverse complement of the read as sequenced.
  ///   - primerFree: The strand's offsets that are not under a primer.
  package init(bases: [UInt8], revComp: Bool, primerFree: Range<Int>) {
    (self.bases, self.revComp, self.primerFree) = (bases, revComp, primerFree)
  }

  /// How many bases it has.
  package var count: Int { bases.count }
}

/// One of the two ends of a strand.
package enum StrandEnd: Hashable, Sendable {
  /// The 5′ end, where a V begins.
  case five
  /// The 3′ end, where a J or Kde ends.
  case three
}

extension Range<Int> {
  /// The same offsets counted on the other strand of a read of so many bases.
  func mirrored(in count: Int) -> Range<Int> { (count - upperBound)..<(count - lowerBound) }
}
