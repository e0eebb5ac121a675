import StatisticsShims

/// A chi-squared distribution, for tests.
package struct ChiSquaredDistribution: Hashable, Sendable {
  /// The degrees of freedom, above 0.
  package var degreesOfFreedom: Double

  /// Creates a distribution.
  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(X > x), the p value of a statistic.
  package func upperTail(_ x: Double) -> Double {
    clonetrack_gamma_upper_tail(degreesOfFreedom / 2, x / 2)
  }
}

/// An F distribution, for tests of variances.
package struct FisherFDistribution: Hashable, Sendable {
  /// The degrees of freedom of the numerator, above 0.
  package var numeratorDegrees: Double
  /// The degrees of freedom of the denominator, above 0.
  package var denominatorDegrees: Double

  /// Creates a distribution.
  package init(numeratorDegrees: Double, denominatorDegrees: Double) {
    (self.numeratorDegrees, self.denominatorDegrees) = (numeratorDegrees, denominatorDegrees)
  }

  /// P(X > x), the p value of a statistic.
  package func upperTail(_ x: Double) -> Double {
    clonetrack_f_upper_tail(numeratorDegrees, denominatorDegrees, x)
  }
}
