/// How far a run has come; workflows report it between batches, never between reads.
package struct RunProgress: Hashable, Sendable {
  /// What the run is doing, one verb in the -ing form such as `matching`.
  package var stage: String
  /// Read pairs (or single reads) taken in by this stage so far.
  package var readPairs: Int
  /// Bytes of the input taken in so far, compressed as they lie on disk.
  package var rawBytesRead: Int
  /// Bytes of the whole input, compressed as they lie on disk; `nil` if an input is a pipe.
  package var rawBytesTotal: Int?

  /// Creates a report.
  package init(stage: String, readPairs: Int, rawBytesRead: Int, rawBytesTotal: Int?) {
    self.stage = stage
    self.readPairs = readPairs
    self.rawBytesRead = rawBytesRead
    self.rawBytesTotal = rawBytesTotal
  }
}

/// What a workflow tells the world while it runs.
package struct RunHooks: Sendable {
  /// Is told how far the run has come.
  package var progress: @Sendable (RunProgress) -> Void
  /// Says whether the user wants the run to stop.
  package var isCancelled: @Sendable () -> Bool

  /// Creates hooks; without arguments silent and never cancelled.
  package init(
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }
}
