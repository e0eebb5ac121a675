import StatisticsShims

/// Reads of amplified templates: a Poisson count whose mean is gamma distributed.
///
/// The variance is mean + mean² / size; one template with amplification CV² v has size 1 / v.
package struct NegativeBinomialDistribution: Hashable, Sendable {
  /// The mean, 0 or more.
  package var mean: Double
  /// The size, above 0; infinity is the Poisson distribution.
  package var size: Double

  /// Creates a distribution.
  package init(mean: Double, size: Double) {
    (self.mean, self.size) = (mean, size)
  }

  /// P(X ≤ count).
  package func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard size.isFinite else { return PoissonDistribution(mean: mean).cumulative(count) }
    return clonetrack_beta_cumulative(size, Double(count) + 1, size / (size + mean))
  }

  /// P(X ≥ count).
  package func atLeast(_ count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard size.isFinite else { return PoissonDistribution(mean: mean).atLeast(count) }
    return clonetrack_beta_cumulative(Double(count), size, mean / (size + mean))
  }

  /// The smallest count with P(X ≤ count) ≥ `probability`, for a probability below 1.
  package func quantile(_ probability: Double) -> Int {
    guard cumulative(0) < probability else { return 0 }
    var (below, enough) = (0, 1)
    while cumulative(enough) < probability { (below, enough) = (enough, enough * 2) }
    while enough - below > 1 {
      let middle = below + (enough - below) / 2
      if cumulative(middle) < probability { below = middle } else { enough = middle }
    }
    return enough
  }
}
