public import Diagnostics

/// Successive reads of a replicate with their mates, if it has any.
public struct ReadPairBatch: Sendable {
  /// The first mates, or the single reads.
  public var first: RecordBatch
  /// The second mates, as many and in the same order; `nil` for single reads.
  public var second: RecordBatch?
  /// The batch's place in the replicate, counted from 0.
  public var ordinal: Int

  /// Joins batches that are known to be in step.
  public init(first: RecordBatch, second: RecordBatch?, ordinal: Int) {
    (self.first, self.second, self.ordinal) = (first, second, ordinal)
  }

  /// Joins batches and checks that they are mates: as many reads, the same names in the same
  /// order, not the same mate twice.
  ///
  /// - Parameters:
  ///   - first: The next batch of first mates.
  ///   - second: The batch of second mates read with the same limit.
  ///   - ordinal: The batch's place in the replicate, counted from 0.
  /// - Throws: `READ-MATES`, `READ-SAME-MATE`, `READ-MATE-MISSING` or `READ-MIXED`.
  public init(
    pairing first: RecordBatch,
    with second: RecordBatch,
    ordinal: Int
  ) throws(Diagnostic) {
    try MateCheck.check(first, second)
    self.init(first: first, second: second, ordinal: ordinal)
  }

  /// How many reads or pairs there are.
  public var count: Int { first.count }
}
