/// A stage that reads go through on their way to a table of clonotypes; raw values are those of the
/// records.
package enum ReadStage: String, CaseIterable, Hashable, Sendable {
  /// Read pairs taken in, their molecular identifiers read.
  case read
  /// Mates joined where they overlap.
  case merge
  /// Reads of internal controls set aside.
  case controls
  /// Rearrangements found.
  case annotate
  /// Copies with errors folded into their clonotype.
  case collapse
  /// Reads given to controls and tracked clones.
  case match
  /// Reads of one molecular identifier made one molecule.
  case molecules
  /// Clonotypes written to the table.
  case list
}

/// What went into a stage, what came out and what was set aside for which reason.
///
/// `input == output + Σ rejected` always.
package struct StageCounts: Hashable, Sendable {
  /// The stage.
  package var stage: ReadStage
  /// Read pairs (or reads) that came in.
  package var input = 0
  /// Those that went on.
  package var output = 0
  /// Those that did not, by reason.
  package var rejected: [String: Int] = [:]

  /// A stage that has seen nothing.
  package init(_ stage: ReadStage) { self.stage = stage }

  /// Takes over counts that were made before.
  package init(_ stage: ReadStage, input: Int, output: Int, rejected: [String: Int]) {
    (self.stage, self.input, self.output, self.rejected) = (stage, input, output, rejected)
  }

  /// Whether everything that came in went on or was set aside for a reason.
  package var isBalanced: Bool { input == output + rejected.values.reduce(0, +) }

  /// Counts some that go on.
  package mutating func pass(_ count: Int = 1) {
    input += count
    output += count
  }

  /// Counts some that do not.
  package mutating func reject(_ reason: String, _ count: Int = 1) {
    guard count > 0 else { return }
    input += count
    rejected[reason, default: 0] += count
  }

  /// Adds the counts of the same stage of another batch.
  package mutating func add(_ other: StageCounts) {
    precondition(stage == other.stage, "counts of \(other.stage) added to those of \(stage)")
    input += other.input
    output += other.output
    for (reason, count) in other.rejected { rejected[reason, default: 0] += count }
  }
}
