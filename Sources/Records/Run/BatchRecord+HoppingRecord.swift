extension BatchRecord {
  /// How often a read of one library turns up in another one of its lane.
  package struct HoppingRecord: Codable, Hashable, Sendable {
    /// Whether it is the rate among libraries with unique dual indexes.
    package var uniqueDual: Bool
    /// The rate that expected reads were computed with, for each pair of libraries, `0...1`.
    package var rate: Double
    /// The 95 % confidence interval of the rate that the run shows; `nil` ends if it shows none.
    package var rateCI: Interval
    /// `FOREIGN_READS` if the run shows the rate, `PRIOR` if it is that of the profile.
    package var source: String
    /// Reads found where they do not belong.
    package var foreignReads: Int
    /// Reads of their sources, once for each sample they could have turned up in.
    package var exposedReads: Int

    /// Creates a record.
    package init(
      uniqueDual: Bool,
      rate: Double,
      rateCI: Interval,
      source: String,
      foreignReads: Int,
      exposedReads: Int
    ) {
      self.uniqueDual = uniqueDual
      self.rate = rate
      self.rateCI = rateCI
      self.source = source
      self.foreignReads = foreignReads
      self.exposedReads = exposedReads
    }

    private enum CodingKeys: String, CodingKey {
      case uniqueDual = "unique_dual"
      case rate
      case rateCI = "rate_ci"
      case source
      case foreignReads = "foreign_reads"
      case exposedReads = "exposed_reads"
    }
  }
}
