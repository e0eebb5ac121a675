import StatisticsShims

/// A binomial distribution.
package struct BinomialDistribution: Hashable, Sendable {
  /// The number of trials.
  package var trials: Int
  /// The chance of success, in 0...1.
  package var probability: Double

  /// Creates a distribution.
  package init(trials: Int, probability: Double) {
    (self.trials, self.probability) = (trials, probability)
  }

  /// P(X ≤ count).
  package func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard count < trials else { return 1 }
    return clonetrack_binomial_cumulative(Double(trials), probability, Double(count))
  }

  /// P(X ≥ count).
  package func atLeast(_ count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    // P(X ≥ k) = I_p(k, n − k + 1), without the cancellation of 1 − P(X ≤ k − 1).
    return clonetrack_beta_cumulative(Double(count), Double(trials - count) + 1, probability)
  }

  /// P(X = count).
  package func probability(of count: Int) -> Double {
    guard (0...trials).contains(count) else { return 0 }
    return clonetrack_binomial_probability(Double(trials), probability, Double(count))
  }
}
