package import Quantification

extension FollowupRecord {
  /// The counts of a clonotype that are expected without its clone, by their cause.
  ///
  /// Means over the replicates used, in reads, or in molecules where these are counted.
  package struct BackgroundRecord: Codable, Hashable, Sendable {
    /// Those seen in blanks and polyclonal controls.
    package var blank: Double
    /// Those of other samples of the run.
    package var hop: Double
    /// Those that errors make of similar sequences of the sample.
    package var error: Double
    /// Those of unrelated cells with the same signature.
    package var unrelated: Double
    /// Their sum, from which `k_min` is computed.
    package var total: Double

    /// No background.
    package static let none = BackgroundRecord(.none)

    /// Creates the record of a background.
    package init(_ background: BackgroundReads) {
      blank = background.blank
      hop = background.hop
      error = background.error
      unrelated = background.unrelated
      total = background.total
    }
  }
}
