import StatisticsShims

/// The quantile of a beta distribution: x with P(X ≤ x) = `probability`.
package func betaQuantile(_ a: Double, _ b: Double, _ probability: Double) -> Double {
  clonetrack_beta_quantile(a, b, probability)
}
