/// Why a replicate does not count.
package enum ExclusionReason: String, Hashable, Sendable {
  /// Its controls have no read at all.
  case noControlReads = "NO_CONTROL_READS"
  /// Its controls have too few reads.
  case fewControlReads = "FEW_CONTROL_READS"
}

/// A replicate as the quantification used it.
package struct ReplicateSummary: Hashable, Sendable {
  /// The number of the replicate, from 1.
  package var index: Int
  /// Why it does not count; `nil` if it does.
  package var exclusion: ExclusionReason?
  /// The DNA in nanograms; `nil` if unknown.
  package var dnaNanograms: Double?
  /// The reads of the controls that scale to templates.
  package var controlReads: Int
  /// Their copies; `nil` if the assay has no such control.
  package var controlCopies: Double?
}

/// A sum that does not depend on the order of its terms, to the last bit.
func orderlessSum(_ values: [Double]) -> Double { values.sorted().reduce(0, +) }
