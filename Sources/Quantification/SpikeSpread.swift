/// How far the shares of spikes differ between replicates.
struct SpikeSpread {
  /// The reads per copy.
  var depth: Double
  /// The degrees of freedom.
  var degrees: Double
  /// The dispersion D that the spikes show.
  var dispersion: Double

  /// X² = Σ (K − e)² / e of the table of spikes by replicates is (degrees) · g · D on average.
  init?(_ counts: [[Int]], copies: [Double]) {
    let rows = counts.map { Double($0.reduce(0, +)) }
    let columns = copies.indices.map { column in
      Double(counts.reduce(0) { $0 + $1[column] })
    }
    let total = orderlessSum(rows)
    let used = columns.count { $0 > 0 }
    let read = rows.count { $0 > 0 }
    guard used > 1, read > 1 else { return nil }
    var terms: [Double] = []
    for (row, replicate) in counts.enumerated() {
      for (column, count) in replicate.enumerated() {
        let expected = rows[row] * columns[column] / total
        guard expected > 0 else { continue }
        terms.append((Double(count) - expected) * (Double(count) - expected) / expected)
      }
    }
    depth = total / (orderlessSum(copies) * Double(counts.count))
    degrees = Double((used - 1) * (read - 1))
    dispersion = orderlessSum(terms) / (degrees * depth)
  }
}
