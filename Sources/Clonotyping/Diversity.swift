import Alignments

/// Diversity of a repertoire.
package enum Diversity {
  /// The effective number of clonotypes, e^H with H the entropy of their shares (Hill number of
  /// order 1), of which so many have so many reads; `nil` without reads.
  package static func effectiveCount(clonotypesByReads counts: [Int: Int]) -> Double? {
    let total = Double(counts.reduce(0) { $0 + $1.key * $1.value })
    guard total > 0 else { return nil }
    var entropy = 0.0
    for (reads, clonotypes) in counts.sorted(by: { $0.key < $1.key }) {
      let share = Double(reads) / total
      guard share > 0 else { continue }
      let term = share * naturalLogarithm(share)
      // One by one, as if they stood in a list: the sum rounds the same way.
      for _ in 0..<clonotypes { entropy -= term }
    }
    return exponential(entropy)
  }
}
