/// Successes among subjects of two arms.
package struct TwoProportions: Hashable, Sendable {
  /// Successes of the first (experimental) arm.
  package var successes1: Int
  /// Subjects of the first arm, above 0.
  package var trials1: Int
  /// Successes of the second (control) arm.
  package var successes0: Int
  /// Subjects of the second arm, above 0.
  package var trials0: Int

  /// Creates a table.
  package init(successes1: Int, trials1: Int, successes0: Int, trials0: Int) {
    (self.successes1, self.trials1) = (successes1, trials1)
    (self.successes0, self.trials0) = (successes0, trials0)
  }

  /// The difference of proportions, first minus second.
  package var riskDifference: Double { rate1 - rate0 }

  var rate1: Double { Double(successes1) / Double(trials1) }
  var rate0: Double { Double(successes0) / Double(trials0) }
}
