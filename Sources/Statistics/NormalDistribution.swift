import StatisticsShims

/// The standard normal distribution.
package enum NormalDistribution {
  /// P(Z ≤ z).
  package static func cumulative(_ z: Double) -> Double { clonetrack_normal_cumulative(z) }

  /// The z with P(Z ≤ z) = `probability`.
  package static func quantile(_ probability: Double) -> Double {
    clonetrack_normal_quantile(probability)
  }

  /// The z that leaves `alpha` / 2 above it: 1.96 for 0.05.
  package static func twoSidedQuantile(alpha: Double) -> Double {
    -clonetrack_normal_quantile(alpha / 2)
  }
}
