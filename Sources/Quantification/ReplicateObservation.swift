/// The counts of one replicate (one PCR).
///
/// Reads are always given: they tell the depth and what the controls are worth. With unique
/// molecular identifiers the replicate also has `molecules`, and if every replicate of a sample has
/// them, templates are estimated from these and not from the reads.
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
  /// The molecules of two reads or more of the same targets; `nil` without identifiers.
  package var molecules: TargetCounts?

  /// Creates an observation; the arrays must be as long as the lists they follow.
  package init(
    index: Int,
    dnaNanograms: Double?,
    cloneReads: [Int],
    controlReads: [Int],
    competitorReads: [Int],
    molecules: TargetCounts? = nil
  ) {
    self.index = index
    self.dnaNanograms = dnaNanograms
    self.cloneReads = cloneReads
    self.controlReads = controlReads
    self.competitorReads = competitorReads
    self.molecules = molecules
  }

  /// The counts in a unit; molecules must be there if they are asked for.
  func counts(_ unit: CountUnit) -> TargetCounts {
    let reads = TargetCounts(
      clones: cloneReads,
      controls: controlReads,
      competitors: competitorReads
    )
    return unit == .molecules ? molecules ?? reads : reads
  }
}

extension [ReplicateObservation] {
  /// Molecules if every replicate has them, else reads.
  var unit: CountUnit {
    !isEmpty && allSatisfy { $0.molecules != nil } ? .molecules : .reads
  }
}
