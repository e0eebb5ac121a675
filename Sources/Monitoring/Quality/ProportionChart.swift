/// A p-chart: the share of failed libraries, group by group, beside the limits that chance sets.
///
/// Limits are p̄ ± 3·√(p̄·q̄/n) of each group's own n (Shewhart 1931), cut off at 0 and 1.
package struct ProportionChart: Hashable, Sendable {
  /// One group: a run or a month.
  package struct Point: Hashable, Sendable {
    /// The group's name.
    package var group: String
    /// Its failures.
    package var rate: EventRate
    /// The lower limit, `0...1`.
    package var lower: Double
    /// The upper limit, `0...1`.
    package var upper: Double

    /// Whether the group's share lies beyond a limit.
    package var isOutside: Bool { rate.share.map { $0 < lower || $0 > upper } ?? false }
  }

  /// The failures of all groups together; its share is the centre line.
  package let total: EventRate
  /// The groups, in the order given.
  package let points: [Point]

  /// Creates a chart.
  ///
  /// - Parameter groups: The groups in the order in which they are drawn; those without trials are
  ///   left out.
  package init(_ groups: [(name: String, rate: EventRate)]) {
    let groups = groups.filter { $0.rate.trials > 0 }
    total = EventRate(
      events: groups.reduce(0) { $0 + $1.rate.events },
      trials: groups.reduce(0) { $0 + $1.rate.trials }
    )
    let centre = total.share ?? 0
    points = groups.map { name, rate in
      let half = 3 * (centre * (1 - centre) / Double(rate.trials)).squareRoot()
      return Point(
        group: name,
        rate: rate,
        lower: max(0, centre - half),
        upper: min(1, centre + half)
      )
    }
  }
}
