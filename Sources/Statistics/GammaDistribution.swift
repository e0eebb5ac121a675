import StatisticsShims

/// A gamma distribution of scale 1.
package struct GammaDistribution: Hashable, Sendable {
  /// The shape, above 0.
  package var shape: Double

  /// Creates a distribution.
  package init(shape: Double) { self.shape = shape }

  /// P(X ≤ x).
  package func cumulative(_ x: Double) -> Double { clonetrack_gamma_cumulative(shape, x) }

  /// P(X > x).
  package func upperTail(_ x: Double) -> Double { clonetrack_gamma_upper_tail(shape, x) }

  /// The x with P(X ≤ x) = `probability`.
  package func quantile(_ probability: Double) -> Double {
    clonetrack_gamma_quantile(shape, probability)
  }

  /// The x with P(X > x) = `probability`, without the cancellation of 1 − p.
  package func upperQuantile(_ probability: Double) -> Double {
    clonetrack_gamma_upper_quantile(shape, probability)
  }
}
