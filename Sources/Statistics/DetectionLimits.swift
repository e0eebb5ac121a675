/// The mean number of templates at which at least `count` are drawn with `probability`.
///
/// 2.996, 4.744, 6.296 for 1, 2, 3 templates at 0.95. DOMAIN §3.8.
package func meanForDetection(of count: Int, probability: Double = 0.95) -> Double {
  GammaDistribution(shape: Double(count)).quantile(probability)
}

/// The mean reads of a molecule at which it shows `count` reads with `probability`.
///
/// - Parameters:
///   - count: the reads needed, 1 or more.
///   - size: the size of the negative binomial distribution; `nil` is Poisson.
///   - probability: the chance wanted.
/// - Returns: the mean of the distribution.
package func readsPerMolecule(
  toShow count: Int,
  size: Double?,
  probability: Double = 0.95
) -> Double {
  guard let size else { return meanForDetection(of: count, probability: probability) }
  // P(X ≥ k) = I_x(k, size) with x = mean / (mean + size).
  let x = BetaDistribution(alpha: Double(count), beta: size).quantile(probability)
  return size * x / (1 - x)
}

/// The smallest count that background of this mean reaches with a chance below `alpha`.
///
/// min{k: P(Pois(μ) ≥ k) < α}, at least 1. DOMAIN §3.7.
package func smallestSignificantCount(background mean: Double, alpha: Double) -> Int {
  let background = PoissonDistribution(mean: mean)
  var (low, high) = (0, 1)
  while background.atLeast(high) >= alpha { (low, high) = (high, high * 2) }
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if background.atLeast(middle) >= alpha { low = middle } else { high = middle }
  }
  return high
}

/// The multiplier of a standard deviation in parametric detection limits after CLSI EP17-A2.
///
/// c_p = z / (1 − 1 / (4 (B − K))), with the guideline's z of 1.645 for 95 %.
package func detectionLimitMultiplier(resultCount: Int, sampleCount: Int) -> Double {
  1.645 / (1 - 1 / (4 * Double(resultCount - sampleCount)))
}

/// The rank of the limit of blank among sorted blank results after CLSI EP17-A2.
///
/// 0.5 + 0.95 B, counted from 1; half ranks mean the average of their neighbours.
package func limitOfBlankRank(resultCount: Int) -> Double {
  0.5 + 0.95 * Double(resultCount)
}
