/// The mean number of templates at which at least `count` are drawn with `probability`.
///
/// 2.996, 4.744, 6.296 for 1, 2, 3 templates at 0.95.
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
/// min{k: P(Pois(μ) ≥ k) < α}, at least 1 (article "Background and detection", section 2).
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

/// The mean number of templates at which a sample is detected with `probability`.
///
/// Templates are drawn at random (Poisson), and `detection` says with which chance each number of
/// them is detected. Σ over n ≥ 1 of (q(n) − q(n − 1)) · P(N ≥ n) = probability.
///
/// - Parameters:
///   - probability: the chance wanted, above 0 and below 1.
///   - mostTemplates: the templates that are tried at most.
///   - detection: the chance q(n) for a number of templates above 0; it must not fall with them.
/// - Returns: the mean; `nil` if `mostTemplates` are not detected almost surely.
package func meanForDetection(
  probability: Double,
  mostTemplates: Int = 5_000,
  detection: (Int) -> Double
) -> Double? {
  var gains: [Double] = []
  var reached = 0.0
  // What is missing at the end is lost on every mean, far below the digits printed.
  while 1 - reached > 1e-9 {
    guard gains.count < mostTemplates else { return nil }
    let next = detection(gains.count + 1)
    gains.append(next - reached)
    reached = next
  }
  func isEnough(_ mean: Double) -> Bool {
    let templates = PoissonDistribution(mean: mean)
    var sum = 0.0
    for (index, gain) in gains.enumerated() where gain > 0 {
      sum += gain * templates.atLeast(index + 1)
    }
    return sum >= probability
  }
  var (low, high) = (0.0, meanForDetection(of: 1, probability: probability))
  while !isEnough(high) { (low, high) = (high, 2 * high) }
  while high - low > 1e-12 * high {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { break }
    if isEnough(middle) { high = middle } else { low = middle }
  }
  return high
}
