extension AgreementTable {
  /// Cohen's kappa with the asymptotic standard error of Fleiss, Cohen and Everitt (1969).
  ///
  /// `nil` if there are no pairs or both methods only ever give one answer.
  package var kappa: (value: Double, standardError: Double)? {
    guard pairCount > 0 else { return nil }
    let n = Double(pairCount)
    let (pp, pn) = (Double(bothPositive) / n, Double(testOnly) / n)
    let (np, nn) = (Double(referenceOnly) / n, Double(bothNegative) / n)
    let test = (positive: pp + pn, negative: np + nn)
    let reference = (positive: pp + np, negative: pn + nn)
    let observed = pp + nn
    let expected = test.positive * reference.positive + test.negative * reference.negative
    guard expected < 1 else { return nil }
    let value = (observed - expected) / (1 - expected)
    let disagreement = 1 - value
    func square(_ x: Double) -> Double { x * x }
    let diagonal =
      pp * square(1 - (test.positive + reference.positive) * disagreement)
      + nn * square(1 - (test.negative + reference.negative) * disagreement)
    let others =
      square(disagreement)
      * (pn * square(reference.positive + test.negative)
        + np * square(reference.negative + test.positive))
    let bias = square(value - expected * disagreement)
    let variance = (diagonal + others - bias) / (n * square(1 - expected))
    return (value, max(0, variance).squareRoot())
  }
}
