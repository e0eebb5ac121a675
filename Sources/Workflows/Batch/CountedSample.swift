import Clonotyping
import Files
import Tracking

/// A sample of a run whose counts are kept as a checkpoint.
struct CountedSample: Sendable {
  /// The checkpoint's name.
  var countingKey: String
  /// The sha256 of the checkpoint.
  var sha256: String
  /// The read files.
  var inputs: [FileIdentity]
  /// What the rules of the run want to know; `nil` for a baseline until all clones are known.
  var census: SampleCensus?
  /// The record of a baseline before the run was looked at as a whole; `nil` for any other sample.
  var provisional: [UInt8]?
  /// The clones of other subjects the sample was counted with.
  var foreign: [SignatureTarget] = []
}
