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
