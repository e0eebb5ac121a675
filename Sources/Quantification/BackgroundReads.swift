/// The reads of a clone's signature that are expected without the clone, by their cause (article
/// "Background and detection", section 1).
///
/// The parts add up; each is a mean, 0 or more, over all replicates that count.
package struct BackgroundReads: Hashable, Sendable {
  /// Reads seen in blanks and polyclonal controls, scaled to this depth.
  package var blank: Double
  /// Reads of other samples of the run under this sample's index.
  package var hop: Double
  /// Reads of similar sequences of this sample that errors turn into the clone's.
  package var error: Double
  /// Reads of unrelated cells with the same signature.
  ///
  /// The quantification computes it from the clone's expected background and the reads per
  /// template; what a caller sets is added to that.
  package var unrelated: Double

  /// Creates a background; parts that are not given are 0.
  package init(blank: Double = 0, hop: Double = 0, error: Double = 0, unrelated: Double = 0) {
    (self.blank, self.hop, self.error, self.unrelated) = (blank, hop, error, unrelated)
  }

  /// No background.
  package static let none = BackgroundReads()

  /// The mean μ of all of them.
  package var total: Double { blank + hop + error + unrelated }

  /// The same background in molecules, of which each needs two reads.
  func molecules(unrelated: Double) -> BackgroundReads {
    BackgroundReads(blank: blank / 2, hop: hop / 2, error: error / 2, unrelated: unrelated)
  }
}
