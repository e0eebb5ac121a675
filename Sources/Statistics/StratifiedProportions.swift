import Glibc

/// What Cochran, Mantel and Haenszel make of two arms in several strata.
package struct StratifiedProportions: Hashable, Sendable {
  /// The strata with subjects in both arms; the others carry no information.
  package private(set) var strata: [TwoProportions]

  /// Keeps the strata with subjects in both arms.
  package init(_ strata: [TwoProportions]) {
    self.strata = strata.filter { $0.trials1 > 0 && $0.trials0 > 0 }
  }

  /// The chi-squared statistic with one degree of freedom; `nil` if nothing varies.
  package func chiSquared(continuityCorrected: Bool) -> Double? {
    var (excess, variance) = (0.0, 0.0)
    for stratum in strata {
      let cells = Cells(stratum)
      let successes = cells.a + cells.c
      excess += cells.a - cells.n1 * successes / cells.n
      guard cells.n > 1 else { continue }
      variance +=
        cells.n1 * cells.n0 * successes * (cells.n - successes)
        / (cells.n * cells.n * (cells.n - 1))
    }
    guard variance > 0 else { return nil }
    let distance = continuityCorrected ? max(0, abs(excess) - 0.5) : excess
    return distance * distance / variance
  }

  /// The common odds ratio with the interval of Robins, Breslow and Greenland (1986).
  ///
  /// `nil` if no stratum has a success in one arm and a failure in the other, either way round.
  package func oddsRatio(alpha: Double = 0.05) -> IntervalEstimate? {
    var (r, s, pr, psqr, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for stratum in strata {
      let t = Cells(stratum)
      let (rk, sk) = (t.a * t.d / t.n, t.b * t.c / t.n)
      let (pk, qk) = ((t.a + t.d) / t.n, (t.b + t.c) / t.n)
      r += rk
      s += sk
      pr += pk * rk
      psqr += pk * sk + qk * rk
      qs += qk * sk
    }
    guard r > 0, s > 0 else { return nil }
    let variance = pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)
    let half = NormalDistribution.twoSidedQuantile(alpha: alpha) * variance.squareRoot()
    return IntervalEstimate(
      value: r / s,
      interval: ConfidenceInterval(lower: r / s * exp(-half), upper: r / s * exp(half))
    )
  }

  /// The common risk difference and its standard error after Sato (1989); `nil` without strata.
  package func riskDifference() -> (value: Double, standardError: Double)? {
    var (difference, weight, p, q) = (0.0, 0.0, 0.0, 0.0)
    for stratum in strata {
      let t = Cells(stratum)
      difference += (t.a * t.n0 - t.c * t.n1) / t.n
      weight += t.n1 * t.n0 / t.n
      p +=
        (t.n1 * t.n1 * t.c - t.n0 * t.n0 * t.a + t.n1 * t.n0 * (t.n0 - t.n1) / 2) / (t.n * t.n)
      q += (t.a * t.d + t.c * t.b) / (2 * t.n)
    }
    guard weight > 0 else { return nil }
    let value = difference / weight
    return (value, ((value * p + q) / (weight * weight)).squareRoot())
  }

  /// One stratum as the usual four cells: a, b of the first arm, c, d of the second.
  private struct Cells {
    var a, b, c, d, n1, n0, n: Double

    init(_ stratum: TwoProportions) {
      (n1, n0) = (Double(stratum.trials1), Double(stratum.trials0))
      (a, c) = (Double(stratum.successes1), Double(stratum.successes0))
      (b, d, n) = (n1 - a, n0 - c, n1 + n0)
    }
  }
}
