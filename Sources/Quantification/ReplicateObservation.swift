/// The counts of one replicate (one PCR).
package struct ReplicateObservation: Hashable, Sendable {
  /// The number of the replicate, from 1.
  package var index: Int
  /// The DNA in the PCR in nanograms; `nil` if unknown.
  package var dnaNanograms: Double?
  /// The reads of each tracked clone, in the order of the clones.
  package var cloneReads: [Int]
  /// The reads of each control, in the order of the controls.
  package var controlReads: [Int]
  /// The reads of each control's competitor, in the order of the controls; 0 where there is none.
  package var competitorReads: [Int]

  /// Creates an observation; the arrays must be as long as the lists they follow.
  package init(
    index: Int,
    dnaNanograms: Double?,
    cloneReads: [Int],
    controlReads: [Int],
    competitorReads: [Int]
  ) {
    self.index = index
    self.dnaNanograms = dnaNanograms
    self.cloneReads = cloneReads
    self.controlReads = controlReads
    self.competitorReads = competitorReads
  }
}
