import Glibc
import Statistics

extension LevelInterval {
  /// The interval of templates per cell when the number of cells is uncertain too.
  ///
  /// The distances from the estimate and the uncertainty of N add in quadrature on the log scale
  /// (article "The interval of a level", section 1). A bound that is infinitely far on that scale, as every bound is from a zero
  /// estimate, does not move.
  ///
  /// - Parameters:
  ///   - templates: the estimate this interval belongs to.
  ///   - cells: the number of cells, above 0.
  ///   - variation: the standard deviation of ln N.
  ///   - alpha: the two-sided error.
  /// - Returns: the interval of the level.
  func perCell(
    around templates: Double,
    cells: Double,
    variation: Double,
    alpha: Double
  ) -> LevelInterval {
    let spread = NormalDistribution.twoSidedQuantile(alpha: alpha) * variation
    guard templates > 0 else { return LevelInterval(lower: lower / cells, upper: upper / cells) }
    let level = templates / cells
    return LevelInterval(
      lower: lower > 0 ? level * exp(-hypot(log(templates / lower), spread)) : 0,
      upper: level * exp(hypot(log(upper / templates), spread))
    )
  }
}
