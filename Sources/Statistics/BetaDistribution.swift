import StatisticsShims

/// A beta distribution; its shapes need not be whole numbers.
package struct BetaDistribution: Hashable, Sendable {
  /// The first shape, above 0.
  package var alpha: Double
  /// The second shape, above 0.
  package var beta: Double

  /// Creates a distribution.
  package init(alpha: Double, beta: Double) {
    (self.alpha, self.beta) = (alpha, beta)
  }

  /// P(X ≤ x), for x in 0...1.
  package func cumulative(_ x: Double) -> Double {
    clonetrack_beta_cumulative(alpha, beta, x)
  }

  /// The x with P(X ≤ x) = `probability`.
  package func quantile(_ probability: Double) -> Double {
    clonetrack_beta_quantile(alpha, beta, probability)
  }
}
