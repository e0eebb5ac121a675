import Statistics

/// Whether a clonotype is more frequent in one sample than in another (article "Clonal drift",
/// section 4).
///
/// Given all its templates in both samples, those of the later one are binomial with the later
/// sample's share of the cells.
package struct EmergenceTest: Hashable, Sendable {
  /// The later frequency over the earlier one; an earlier count below a half counts as a half,
  /// the middle between none and one template.
  package var fold: Double
  /// P(as many or more in the later sample), one-sided.
  package var pValue: Double

  /// Compares `later` of `laterTotal` with `earlier` of `earlierTotal`; `nil` without totals.
  ///
  /// - Parameters:
  ///   - later: Templates in the later sample; rounded down.
  ///   - laterTotal: Cells, or templates of the class, of the later sample.
  ///   - earlier: Templates in the earlier sample; rounded up.
  ///   - earlierTotal: The same of the earlier sample, in the same unit.
  package init?(later: Double, of laterTotal: Double, earlier: Double, of earlierTotal: Double) {
    guard laterTotal > 0, earlierTotal > 0, later >= 0, earlier >= 0 else { return nil }
    fold = (later / laterTotal) / (max(0.5, earlier) / earlierTotal)
    let successes = later.rounded(.down)
    let failures = earlier.rounded(.up)
    pValue =
      successes < 1
      ? 1
      : BetaDistribution(alpha: successes, beta: failures + 1)
        .cumulative(laterTotal / (laterTotal + earlierTotal))
  }
}
