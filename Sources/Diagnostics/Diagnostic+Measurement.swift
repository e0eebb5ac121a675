extension Diagnostic {
  /// The number a finding rests on.
  public struct Measurement: Hashable, Sendable {
    /// What was measured, as the registry or the rule names it.
    public var metric: String
    /// What was found; finite.
    public var value: Double
    /// What it was held against; `nil` if the metric has no single limit.
    public var limit: Double?

    /// Creates a measurement.
    public init(_ metric: String, _ value: Double, limit: Double? = nil) {
      (self.metric, self.value, self.limit) = (metric, value, limit)
    }
  }
}
