package import Clonotyping

/// How much of one class of rearrangements a library holds.
package struct RepertoireRecord: Codable, Hashable, Sendable {
  /// The class that is scored by itself.
  package var locusClass: LocusClass
  /// Reads annotated as this class, controls left out.
  package var usableReads: Int
  /// Distinct clonotypes after error collapse.
  package var clonotypes: Int

  /// Creates a record.
  package init(
    locusClass: LocusClass,
    usableReads: Int,
    clonotypes: Int
  ) {
    self.locusClass = locusClass
    self.usableReads = usableReads
    self.clonotypes = clonotypes
  }

  private enum CodingKeys: String, CodingKey {
    case locusClass = "locus_class"
    case usableReads = "usable_reads"
    case clonotypes
  }
}
