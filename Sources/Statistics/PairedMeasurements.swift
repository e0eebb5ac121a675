/// Two series of measurements of the same samples.
package struct PairedMeasurements: Hashable, Sendable {
  /// The reference's values.
  package var x: [Double]
  /// The test's values, as many.
  package var y: [Double]

  /// Creates a pair of series; `nil` if their lengths differ or there are fewer than two pairs.
  package init?(x: [Double], y: [Double]) {
    guard x.count == y.count, x.count > 1 else { return nil }
    (self.x, self.y) = (x, y)
  }

  /// The bias of y against x with limits of agreement, after Bland and Altman (1986).
  ///
  /// The limits are 1.96 standard deviations away, as the authors print them.
  package var blandAltman: (bias: Double, standardDeviation: Double, limits: ConfidenceInterval) {
    let differences = zip(x, y).map { $1 - $0 }
    let bias = mean(differences)
    let deviation = (sumOfProducts(differences, differences) / Double(x.count - 1)).squareRoot()
    return (
      bias, deviation,
      ConfidenceInterval(lower: bias - 1.96 * deviation, upper: bias + 1.96 * deviation)
    )
  }

  /// Lin's (1989) concordance correlation; NaN if nothing varies.
  package var concordance: Double {
    let n = Double(x.count)
    let shift = mean(x) - mean(y)
    return 2 * sumOfProducts(x, y)
      / (sumOfProducts(x, x) + sumOfProducts(y, y) + n * shift * shift)
  }

  /// Pearson's correlation; NaN if a series does not vary.
  package var pearson: Double { correlation(x, y) }

  /// Spearman's rank correlation; tied values share their mean rank.
  package var spearman: Double { correlation(ranks(x), ranks(y)) }

  private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    sumOfProducts(x, y) / (sumOfProducts(x, x) * sumOfProducts(y, y)).squareRoot()
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Σ (x − x̄)(y − ȳ).
  private func sumOfProducts(_ x: [Double], _ y: [Double]) -> Double {
    let (meanX, meanY) = (mean(x), mean(y))
    return zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
  }

  private func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      let tied = order[start...].prefix { values[$0] == values[order[start]] }
      for index in tied { ranks[index] = Double(tied.startIndex + tied.endIndex + 1) / 2 }
      start = tied.endIndex
    }
    return ranks
  }
}
