/// Paired results of a test and a reference method.
///
/// Every rate is `nil` where its denominator is zero.
package struct AgreementTable: Hashable, Sendable {
  /// Positive by both.
  package var bothPositive: Int
  /// Positive by the test only.
  package var testOnly: Int
  /// Positive by the reference only.
  package var referenceOnly: Int
  /// Negative by both.
  package var bothNegative: Int

  /// Creates a table.
  package init(bothPositive: Int, testOnly: Int, referenceOnly: Int, bothNegative: Int) {
    (self.bothPositive, self.testOnly) = (bothPositive, testOnly)
    (self.referenceOnly, self.bothNegative) = (referenceOnly, bothNegative)
  }

  /// The number of pairs.
  package var pairCount: Int { bothPositive + testOnly + referenceOnly + bothNegative }

  /// The overall percent agreement, as a fraction.
  package var overallAgreement: Double? { ratio(bothPositive + bothNegative, pairCount) }

  /// The positive percent agreement, as a fraction of the reference's positives.
  package var positiveAgreement: Double? { ratio(bothPositive, bothPositive + referenceOnly) }

  /// The negative percent agreement, as a fraction of the reference's negatives.
  package var negativeAgreement: Double? { ratio(bothNegative, bothNegative + testOnly) }

  /// The exact interval of the positive agreement.
  package func positiveAgreementInterval(alpha: Double = 0.05) -> ConfidenceInterval? {
    interval(bothPositive, bothPositive + referenceOnly, alpha)
  }

  /// The exact interval of the negative agreement.
  package func negativeAgreementInterval(alpha: Double = 0.05) -> ConfidenceInterval? {
    interval(bothNegative, bothNegative + testOnly, alpha)
  }

  /// (both positive − both negative) / pairs.
  package var prevalenceIndex: Double? { ratio(bothPositive - bothNegative, pairCount) }

  /// (test only − reference only) / pairs.
  package var biasIndex: Double? { ratio(testOnly - referenceOnly, pairCount) }

  /// The prevalence-adjusted bias-adjusted kappa, 2 · agreement − 1.
  package var adjustedKappa: Double? { overallAgreement.map { 2 * $0 - 1 } }

  /// The exact two-sided p value of McNemar's test; 1 without discordant pairs.
  package var mcNemarExact: Double { min(1, 2 * lowerTail.cumulative) }

  /// The mid-p value of McNemar's test: half of the observed table's probability counts.
  package var mcNemarMidP: Double {
    guard testOnly + referenceOnly > 0 else { return 1 }
    return min(1, 2 * lowerTail.cumulative - lowerTail.point)
  }

  private var lowerTail: (cumulative: Double, point: Double) {
    let fewer = min(testOnly, referenceOnly)
    let chance = BinomialDistribution(trials: testOnly + referenceOnly, probability: 0.5)
    return (chance.cumulative(fewer), chance.probability(of: fewer))
  }

  private func ratio(_ numerator: Int, _ denominator: Int) -> Double? {
    denominator > 0 ? Double(numerator) / Double(denominator) : nil
  }

  private func interval(_ successes: Int, _ trials: Int, _ alpha: Double) -> ConfidenceInterval? {
    guard trials > 0 else { return nil }
    return .clopperPearson(successes: successes, trials: trials, alpha: alpha)
  }
}
