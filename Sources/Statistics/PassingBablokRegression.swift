/// The regression of Passing and Bablok (1983): a line through the shifted median of all slopes.
package struct PassingBablokRegression: Hashable, Sendable {
  /// The slope.
  package var slope: IntervalEstimate
  /// The intercept.
  package var intercept: IntervalEstimate
  /// The slopes between pairs of points that were counted.
  package var slopeCount: Int
  /// The slopes below −1, which shift the median.
  package var offset: Int
  /// The rank of the lower bound among the sorted slopes, from 1, before the shift.
  package var lowerRank: Int
  /// The rank of the upper bound.
  package var upperRank: Int

  /// Fits y on x; `nil` if the points are too few for the interval or the lengths differ.
  package init?(x: [Double], y: [Double], alpha: Double = 0.05) {
    guard x.count == y.count, x.count > 1 else { return nil }
    let slopes = Self.slopes(x, y).sorted()
    let n = Double(x.count)
    let half =
      NormalDistribution.twoSidedQuantile(alpha: alpha)
      * (n * (n - 1) * (2 * n + 5) / 18).squareRoot()
    slopeCount = slopes.count
    offset = slopes.count { $0 < -1 }
    lowerRank = Int(((Double(slopes.count) - half) / 2).rounded())
    upperRank = slopes.count - lowerRank + 1
    guard lowerRank + offset >= 1, upperRank + offset <= slopes.count else { return nil }

    let lower = slopes[lowerRank + offset - 1]
    let upper = slopes[upperRank + offset - 1]
    let middle = slopes.count / 2 + offset
    guard middle < slopes.count else { return nil }
    let centre =
      slopes.count.isMultiple(of: 2) ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
    func intercept(_ slope: Double) -> Double { median(zip(x, y).map { $1 - slope * $0 }) }
    slope = IntervalEstimate(
      value: centre,
      interval: ConfidenceInterval(lower: lower, upper: upper)
    )
    self.intercept = IntervalEstimate(
      value: intercept(centre),
      // With negative x the steeper line has the larger intercept.
      interval: ConfidenceInterval(
        lower: min(intercept(lower), intercept(upper)),
        upper: max(intercept(lower), intercept(upper))
      )
    )
  }

  /// The slopes of all pairs but equal points and slopes of exactly −1.
  private static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    var slopes: [Double] = []
    for i in x.indices {
      for j in x.indices[(i + 1)...] {
        let (dx, dy) = (x[j] - x[i], y[j] - y[i])
        if dx == 0, dy == 0 { continue }
        let slope = dx == 0 ? (dy > 0 ? Double.infinity : -.infinity) : dy / dx
        if slope != -1 { slopes.append(slope) }
      }
    }
    return slopes
  }
}
