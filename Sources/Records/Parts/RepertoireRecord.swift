package import Clonotyping
import Tracking

/// How much of one class of rearrangements a library holds.
package struct RepertoireRecord: Codable, Hashable, Sendable {
  /// The class that is scored by itself.
  package var locusClass: LocusClass
  /// Reads annotated as this class, controls left out.
  package var usableReads: Int
  /// Distinct clonotypes after error collapse.
  package var clonotypes: Int
  /// Reads by rank, over all clonotypes of the class; empty without any.
  package var abundance: [AbundancePoint]
  /// The clonotypes with most reads, at most 20.
  package var largest: [Largest]

  /// Creates a record.
  package init(
    locusClass: LocusClass,
    usableReads: Int,
    clonotypes: Int,
    abundance: [AbundancePoint] = [],
    largest: [Largest] = []
  ) {
    self.locusClass = locusClass
    self.usableReads = usableReads
    self.clonotypes = clonotypes
    self.abundance = abundance
    self.largest = largest
  }

  private enum CodingKeys: String, CodingKey {
    case locusClass = "locus_class"
    case usableReads = "usable_reads"
    case clonotypes
    case abundance
    case largest
  }
}
