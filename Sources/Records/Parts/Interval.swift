/// The two ends of an interval as records hold them: a list of two numbers.
///
/// Unlike `LevelInterval` it exists without ends, because a record says `[null, null]` where the
/// interval is not known.
package struct Interval: Codable, Hashable, Sendable {
  /// The lower end; `nil` if it is not known.
  package var lower: Double?
  /// The upper end; `nil` if it is not known.
  package var upper: Double?

  /// Creates an interval.
  package init(lower: Double?, upper: Double?) { (self.lower, self.upper) = (lower, upper) }

  package init(from decoder: any Decoder) throws {
    let ends = try decoder.singleValueContainer().decode([Double?].self)
    guard ends.count == 2 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected a list of two numbers")
      )
    }
    (lower, upper) = (ends[0], ends[1])
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([lower, upper])
  }
}
