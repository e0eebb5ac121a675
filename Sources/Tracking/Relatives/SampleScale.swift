/// How the reads of a sample become templates and shares of cells.
package struct SampleScale: Hashable, Sendable {
  /// The places, from 0, of the replicates that count.
  package var usedReplicates: [Int]
  /// Reads one template gives; `nil` without controls that tell.
  package var readsPerTemplate: Double?
  /// Nucleated cells of the replicates that count; `nil` if not known.
  package var cells: Double?

  /// Creates a scale.
  package init(usedReplicates: [Int], readsPerTemplate: Double?, cells: Double?) {
    self.usedReplicates = usedReplicates
    (self.readsPerTemplate, self.cells) = (readsPerTemplate, cells)
  }
}
