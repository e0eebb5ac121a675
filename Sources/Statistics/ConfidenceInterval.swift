/// A two-sided interval, lower bound first.
package struct ConfidenceInterval: Hashable, Sendable {
  /// The lower bound.
  package var lower: Double
  /// The upper bound; infinity if the data do not bound the value.
  package var upper: Double

  /// Creates an interval.
  package init(lower: Double, upper: Double) {
    (self.lower, self.upper) = (lower, upper)
  }
}

/// An estimate with its interval.
package struct IntervalEstimate: Hashable, Sendable {
  /// The point estimate.
  package var value: Double
  /// Its interval.
  package var interval: ConfidenceInterval

  /// Creates an estimate.
  package init(value: Double, interval: ConfidenceInterval) {
    (self.value, self.interval) = (value, interval)
  }
}
