package import Diagnostics

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

extension StageCountRecord {
  /// The record of a stage.
  package init(_ counts: StageCounts) {
    self.init(
      stage: counts.stage.rawValue,
      input: counts.input,
      output: counts.output,
      rejected: counts.rejected
    )
  }

  /// Whether everything that came in was passed on or rejected for a reason.
  package var isBalanced: Bool { input == output + rejected.values.reduce(0, +) }
}
