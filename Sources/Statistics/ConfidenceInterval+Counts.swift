extension ConfidenceInterval {
  /// The exact interval of a Poisson mean after Garwood (1936); `count` may be any real ≥ 0.
  package static func garwood(count: Double, alpha: Double = 0.05) -> ConfidenceInterval {
    ConfidenceInterval(
      lower: count > 0 ? GammaDistribution(shape: count).quantile(alpha / 2) : 0,
      upper: GammaDistribution(shape: count + 1).upperQuantile(alpha / 2)
    )
  }

  /// The interval of a number of templates read off a control of known copy number.
  ///
  /// Exact for a ratio of two Poisson counts; both are first divided by the dispersion, which need
  /// not leave whole numbers (article "The interval of a level", section 1).
  ///
  /// - Parameters:
  ///   - templates: the estimate T, 0 or more.
  ///   - controlCopies: the control copies E behind it, above 0.
  ///   - dispersion: D = 1 + 1/g + v, 1 or more.
  ///   - alpha: the two-sided error.
  /// - Returns: the interval of the templates.
  package static func conditionalBinomial(
    templates: Double,
    controlCopies: Double,
    dispersion: Double = 1,
    alpha: Double = 0.05
  ) -> ConfidenceInterval {
    let (x, y) = (templates / dispersion, controlCopies / dispersion)
    let low = x > 0 ? BetaDistribution(alpha: x, beta: y + 1).quantile(alpha / 2) : 0
    let high = BetaDistribution(alpha: x + 1, beta: y).quantile(1 - alpha / 2)
    return ConfidenceInterval(
      lower: controlCopies * low / (1 - low),
      upper: controlCopies * high / (1 - high)
    )
  }
}

/// The one-sided upper limit of a Poisson mean; 2.996 for nothing seen at 0.95.
package func poissonUpperLimit(count: Double, confidence: Double = 0.95) -> Double {
  GammaDistribution(shape: count + 1).upperQuantile(1 - confidence)
}
