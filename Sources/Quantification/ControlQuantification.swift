/// What one control showed in the replicates that count.
package struct ControlQuantification: Hashable, Sendable {
  /// The control.
  package var definition: ControlDefinition
  /// Its reads.
  package var reads: Int
  /// The reads of its competitor; `nil` if it has none.
  package var competitorReads: Int?
  /// The copies of a spike, or the copies of a genomic locus as its competitor tells.
  ///
  /// `nil` if the competitor is missing or unread.
  package var copies: Double?
  /// The reads per copy; `nil` without copies.
  package var readsPerCopy: Double?
  /// Its molecules; `nil` without molecular identifiers.
  package var molecules: Int?
  /// Its counts over those that the line through all controls gives, minus 1; `nil` if it is not
  /// one of several on that line.
  package var residual: Double?

  init(
    _ definition: ControlDefinition,
    at index: Int,
    in replicates: [ReplicateObservation],
    calibration: Calibration
  ) {
    self.definition = definition
    if calibration.unit == .molecules {
      molecules = replicates.reduce(0) { $0 + $1.counts(.molecules).controls[index] }
    }
    if let line = calibration.universal, line.residuals.count > 1 {
      residual = line.residuals.first { $0.control == definition.name }?.relative
    }
    reads = replicates.reduce(0) { $0 + $1.controlReads[index] }
    switch definition.kind {
    case .spike(let copiesPerReplicate):
      copies = copiesPerReplicate * Double(replicates.count)
    case .genomic(_, let competitor):
      guard let competitor else { return }
      let counted = replicates.reduce(0) { $0 + $1.competitorReads[index] }
      competitorReads = counted
      guard counted > 0 else { return }
      let added = competitor.copiesPerReplicate * Double(replicates.count)
      copies = Double(reads) * added / Double(counted)
    }
    if let copies, copies > 0 { readsPerCopy = Double(reads) / copies }
  }
}
