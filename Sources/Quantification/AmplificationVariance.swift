/// Estimates of v, the squared coefficient of variation of a template's amplification (article
/// "Replicates", section 2).
///
/// A single spike cannot tell v from the depths of the replicates. Several spikes can, because a
/// replicate's depth changes them all alike, and so can the sizes of molecular families.
package enum AmplificationVariance {
  /// The least mean family size, in reads, and number of families that say something.
  ///
  /// Chosen here: at five reads 1 family of 148 has none by sampling alone (e⁻⁵); of 30 families the
  /// variance has a relative error of √(2 / 29), about a quarter.
  private static let least = (size: 5.0, families: 30)

  /// Estimates v from the number of families of each size.
  ///
  /// Sizes have variance m + v m²; families that no read shows are missed, which is why m must be 5
  /// at least.
  ///
  /// - Parameter families: the number of families by reads per family, singletons included.
  /// - Returns: v, 0 or more; `nil` with fewer than 30 families or less than 5 reads a family.
  package static func ofFamilySizes(_ families: [Int: Int]) -> Double? {
    let count = families.values.reduce(0, +)
    guard count >= least.families else { return nil }
    let mean =
      Double(families.reduce(0) { $0 + $1.key * $1.value }) / Double(count)
    guard mean >= least.size else { return nil }
    let squares = orderlessSum(
      families.map { (Double($0.key) - mean) * (Double($0.key) - mean) * Double($0.value) }
    )
    let variance = squares / Double(count - 1)
    return max(0, (variance - mean) / (mean * mean))
  }

  /// Estimates v from several spikes in several replicates, of one sample or of a validation.
  ///
  /// - Parameters:
  ///   - counts: the reads of each spike, replicate by replicate.
  ///   - copies: the copies of each spike in a replicate, above 0.
  /// - Returns: v, 0 or more; `nil` with fewer than two spikes or replicates, or without reads.
  package static func ofSpikes(_ counts: [[Int]], copies: [Double]) -> Double? {
    guard let spread = SpikeSpread(counts, copies: copies) else { return nil }
    return max(0, spread.dispersion - 1 - 1 / spread.depth)
  }
}
