import ArgumentParser

/// A DNA mass as it stands on the command line, in nanograms; finite and not negative.
package struct DNAMass: Hashable, Sendable, ExpressibleByArgument {
  /// The mass in nanograms.
  package var nanograms: Double

  /// Reads a mass; `nil` if the text is no plain number of at least 0.
  package init?(argument: String) {
    guard let value = Double(argument), value.isFinite, value >= 0 else { return nil }
    nanograms = value
  }
}
