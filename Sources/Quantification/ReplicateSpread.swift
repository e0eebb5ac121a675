import Statistics

/// Whether replicates spread more than the dispersion says (article "Replicates", section 2).
///
/// For the templates of a clone X² = Σ (T_r − T̄)² / (D · T̄ · (1 + T̄ / E_r)): the second factor is
/// the part of the control, whose copies E_r in each replicate are as random as the clone's.
package struct ReplicateSpread: Hashable, Sendable {
  /// X² over its degrees of freedom; 1 is what the dispersion says.
  package var index: Double
  /// The chance of as much by accident.
  package var pValue: Double

  /// Compares the templates of a clone in each replicate.
  ///
  /// - Returns: `nil` with too few replicates or without any template.
  init?(
    _ templates: [Double],
    copiesPerReplicate: Double,
    dispersion: Double,
    minimumReplicates: Int
  ) {
    guard templates.count >= max(2, minimumReplicates) else { return nil }
    let mean = orderlessSum(templates) / Double(templates.count)
    guard mean > 0, copiesPerReplicate > 0 else { return nil }
    let squares = orderlessSum(templates.map { ($0 - mean) * ($0 - mean) })
    let degrees = Double(templates.count - 1)
    let statistic = squares / (dispersion * mean * (1 + mean / copiesPerReplicate))
    index = statistic / degrees
    pValue = ChiSquaredDistribution(degreesOfFreedom: degrees).upperTail(statistic)
  }

  /// Compares the shares of several spikes in each replicate.
  ///
  /// - Returns: `nil` with too few replicates or less than two spikes.
  init?(spikes counts: [[Int]], copies: [Double], dispersion: Double, minimumReplicates: Int) {
    guard counts.count >= max(2, minimumReplicates),
      let spread = SpikeSpread(counts, copies: copies)
    else { return nil }
    index = spread.dispersion / dispersion
    pValue = ChiSquaredDistribution(degreesOfFreedom: spread.degrees)
      .upperTail(index * spread.degrees)
  }

  /// By how much the dispersion grows: the index if it is significant, else 1.
  func inflation(_ levels: QuantificationParameters.Levels) -> Double {
    pValue < levels.dispersionP ? max(1, index) : 1
  }
}
