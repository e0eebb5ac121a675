/// What one stage took in, passed on and rejected.
package struct StageCountRecord: Codable, Hashable, Sendable {
  /// The stage's name.
  package var stage: String
  /// Records that came in.
  package var input: Int
  /// Records that were passed on.
  package var output: Int
  /// Records rejected, by reason.
  package var rejected: [String: Int]

  /// Creates a record.
  package init(
    stage: String,
    input: Int,
    output: Int,
    rejected: [String: Int]
  ) {
    self.stage = stage
    self.input = input
    self.output = output
    self.rejected = rejected
  }

  private enum CodingKeys: String, CodingKey {
    case stage
    case input = "in"
    case output = "out"
    case rejected
  }
}
