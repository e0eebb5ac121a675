extension ConfidenceInterval {
  /// The exact interval of a proportion after Clopper and Pearson (1934), for `trials` above 0.
  package static func clopperPearson(
    successes: Int,
    trials: Int,
    alpha: Double = 0.05
  ) -> ConfidenceInterval {
    let (x, n) = (Double(successes), Double(trials))
    return ConfidenceInterval(
      lower: successes > 0 ? BetaDistribution(alpha: x, beta: n - x + 1).quantile(alpha / 2) : 0,
      upper: successes < trials
        ? BetaDistribution(alpha: x + 1, beta: n - x).quantile(1 - alpha / 2) : 1
    )
  }

  /// The score interval of a proportion after Wilson (1927), for `trials` above 0.
  package static func wilson(
    successes: Int,
    trials: Int,
    alpha: Double = 0.05
  ) -> ConfidenceInterval {
    let (x, n) = (Double(successes), Double(trials))
    let z = NormalDistribution.twoSidedQuantile(alpha: alpha)
    let centre = x + z * z / 2
    let half = z * (x * (n - x) / n + z * z / 4).squareRoot()
    // The bounds at 0 and n are exact; rounding would leave them a hair beside.
    return ConfidenceInterval(
      lower: successes == 0 ? 0 : (centre - half) / (n + z * z),
      upper: successes == trials ? 1 : (centre + half) / (n + z * z)
    )
  }
}
