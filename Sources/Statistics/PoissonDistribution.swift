import StatisticsShims

/// A Poisson distribution.
package struct PoissonDistribution: Hashable, Sendable {
  /// The mean, 0 or more.
  package var mean: Double

  /// Creates a distribution.
  package init(mean: Double) { self.mean = mean }

  /// P(X ≤ count).
  package func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return 1 }
    return clonetrack_gamma_upper_tail(Double(count) + 1, mean)
  }

  /// P(X ≥ count).
  package func atLeast(_ count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard mean > 0 else { return 0 }
    return clonetrack_gamma_cumulative(Double(count), mean)
  }

  /// The mean of the largest of `sampleCount` independent draws.
  ///
  /// Σ over k ≥ 0 of 1 − F(k)^J; it is what the highest of several clonotypes
  /// is on average (article "Several clonotypes", section 1).
  package func expectedMaximum(ofSamples sampleCount: Int) -> Double {
    var sum = 0.0
    var count = 0
    while true {
      // 1 − (1 − tail)^J from the tail itself: 1 − F loses all digits where the sum still grows.
      let tail = atLeast(count + 1)
      let term = -powerMinusOne(of: -tail, exponent: Double(sampleCount))
      sum += term
      if Double(count) > mean, term < 1e-17 { return sum }
      count += 1
    }
  }
}
