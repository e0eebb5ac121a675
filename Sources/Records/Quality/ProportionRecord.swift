package import Monitoring

/// A count of events with its denominator, share and exact interval.
package struct ProportionRecord: Codable, Hashable, Sendable {
  /// How many it befell.
  package var numerator: Int
  /// How many it could have befallen.
  package var denominator: Int
  /// The share, `0...1`; `nil` if the denominator is 0.
  @ExplicitNull package var rate: Double?
  /// The 95 % interval of Clopper and Pearson.
  package var ci: Interval

  /// Creates the record of a rate.
  package init(_ rate: EventRate) {
    numerator = rate.events
    denominator = rate.trials
    self.rate = rate.share
    ci = Interval(lower: rate.bounds?.lowerBound, upper: rate.bounds?.upperBound)
  }
}
