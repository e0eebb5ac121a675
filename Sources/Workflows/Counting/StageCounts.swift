import Reports

/// What went into a stage, what came out and what was set aside for which reason.
///
/// `input == output + Σ rejected` always.
struct StageCounts: Hashable, Sendable {
  /// The stage's name in records and reports.
  var stage: String
  /// Read pairs (or reads) that came in.
  var input = 0
  /// Those that went on.
  var output = 0
  /// Those that did not, by reason.
  var rejected: [String: Int] = [:]

  init(_ stage: String) { self.stage = stage }

  /// Counts one that goes on.
  mutating func pass(_ count: Int = 1) {
    input += count
    output += count
  }

  /// Counts one that does not.
  mutating func reject(_ reason: String, _ count: Int = 1) {
    guard count > 0 else { return }
    input += count
    rejected[reason, default: 0] += count
  }

  /// Adds the counts of the same stage of another batch.
  mutating func add(_ other: StageCounts) {
    input += other.input
    output += other.output
    for (reason, count) in other.rejected { rejected[reason, default: 0] += count }
  }

  /// The counts as a record.
  var record: StageCountRecord {
    StageCountRecord(stage: stage, input: input, output: output, rejected: rejected)
  }
}
