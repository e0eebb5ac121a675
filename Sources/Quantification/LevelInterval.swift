import Statistics

/// The interval of a level or a number of templates.
package struct LevelInterval: Hashable, Sendable {
  /// The lower bound, 0 or more.
  package var lower: Double
  /// The upper bound.
  package var upper: Double

  /// Creates an interval.
  package init(lower: Double, upper: Double) {
    (self.lower, self.upper) = (lower, upper)
  }

  init(_ interval: ConfidenceInterval) {
    self.init(lower: interval.lower, upper: interval.upper)
  }

  /// The interval of a quantity that is `divisor` times smaller.
  func divided(by divisor: Double) -> LevelInterval {
    LevelInterval(lower: lower / divisor, upper: upper / divisor)
  }
}
