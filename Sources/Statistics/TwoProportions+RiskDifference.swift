import Glibc

extension TwoProportions {
  /// The risk difference with Newcombe's (1998) interval from two Wilson intervals.
  package func newcombe(alpha: Double = 0.05) -> IntervalEstimate {
    let w1 = ConfidenceInterval.wilson(successes: successes1, trials: trials1, alpha: alpha)
    let w0 = ConfidenceInterval.wilson(successes: successes0, trials: trials0, alpha: alpha)
    let difference = riskDifference
    return IntervalEstimate(
      value: difference,
      interval: ConfidenceInterval(
        lower: difference - hypot(rate1 - w1.lower, w0.upper - rate0),
        upper: difference + hypot(w1.upper - rate1, rate0 - w0.lower)
      )
    )
  }

  /// The risk difference with the score interval of Miettinen and Nurminen (1985).
  package func miettinenNurminen(alpha: Double = 0.05) -> IntervalEstimate {
    let difference = riskDifference
    let z = NormalDistribution.twoSidedQuantile(alpha: alpha)
    return IntervalEstimate(
      value: difference,
      interval: ConfidenceInterval(
        lower: scoreBound(from: difference, towards: -1, reaching: z),
        upper: scoreBound(from: difference, towards: 1, reaching: z)
      )
    )
  }

  /// The difference at which the score statistic reaches ±z, by bisection.
  private func scoreBound(
    from inside: Double,
    towards outside: Double,
    reaching z: Double
  )
    -> Double
  {
    var (inside, outside) = (inside, outside)
    for _ in 0..<200 {
      let middle = (inside + outside) / 2
      if abs(score(at: middle)) < z { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// The score statistic of the hypothesis that the risk difference is `delta`.
  private func score(at delta: Double) -> Double {
    let (n1, n0) = (Double(trials1), Double(trials0))
    let total = n1 + n0
    let p0 = restrictedRate(at: delta)
    let p1 = p0 + delta
    let variance = (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * total / (total - 1)
    let distance = riskDifference - delta
    guard variance > 0 else { return distance == 0 ? 0 : distance * .infinity }
    return distance / variance.squareRoot()
  }

  /// The maximum-likelihood rate of the second arm when the difference is fixed.
  ///
  /// The closed solution of the cubic equation in the appendix of Miettinen and Nurminen (1985).
  private func restrictedRate(at delta: Double) -> Double {
    let (x1, n1) = (Double(successes1), Double(trials1))
    let (x0, n0) = (Double(successes0), Double(trials0))
    let cubic = n1 + n0
    let quadratic = (n1 + 2 * n0) * delta - cubic - x1 - x0
    let linear = (n0 * delta - cubic - 2 * x0) * delta + x1 + x0
    let constant = x0 * delta * (1 - delta)
    let third = quadratic / (3 * cubic)
    let v =
      third * third * third - quadratic * linear / (6 * cubic * cubic) + constant / (2 * cubic)
    let magnitude = max(0, third * third - linear / (3 * cubic)).squareRoot()
    let u = v > 0 ? magnitude : -magnitude
    let cosine = u == 0 ? 0 : max(-1, min(1, v / (u * u * u)))
    let rate = 2 * u * cos((.pi + acos(cosine)) / 3) - third
    return min(max(rate, max(0, -delta)), min(1, 1 - delta))
  }
}
