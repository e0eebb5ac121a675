import Alignments

/// Diversity of a repertoire.
package enum Diversity {
  /// The effective number of clonotypes, e^H with H the entropy of their shares (Hill number of
  /// order 1); `nil` without reads.
  package static func effectiveCount(_ counts: [Int]) -> Double? {
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return nil }
    let entropy = counts.sorted().reduce(0.0) { sum, count in
      let share = Double(count) / total
      return share > 0 ? sum - share * naturalLogarithm(share) : sum
    }
    return exponential(entropy)
  }
}
