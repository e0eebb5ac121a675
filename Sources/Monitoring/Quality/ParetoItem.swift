/// One cause in a Pareto table: causes by frequency, with the share that they and the more frequent
/// ones make up.
package struct ParetoItem: Hashable, Sendable {
  /// The cause.
  package var cause: String
  /// How often it occurred.
  package var count: Int
  /// Its count and that of every more frequent cause, over all counts, `0...1`.
  package var cumulativeShare: Double

  /// Orders causes by frequency, equal ones by name.
  package static func table(_ counts: [String: Int]) -> [ParetoItem] {
    let total = counts.values.reduce(0, +)
    var sum = 0
    return counts.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { cause, count in
        sum += count
        return ParetoItem(
          cause: cause,
          count: count,
          cumulativeShare: Double(sum) / Double(total)
        )
      }
  }
}
