package import Diagnostics

/// Gives the batches of one mate of a replicate, by their places, to any number of tasks.
///
/// Whoever asks for the next batch decompresses it while the others wait without holding a thread,
/// so that two streams are inflated at once where two tasks ask for different mates.
package actor MateStream {
  /// What a stream gave.
  package struct Delivery: Sendable {
    /// The batch; `nil` behind the last one.
    package var batch: RecordBatch?
    /// How many raw bytes of the mate's files were read so far.
    package var rawBytesRead: Int
  }

  private let reader: LaneReader
  private let limit: Int
  private var count = 0
  /// Batches that were read for a later place and are still to be asked for; at most one a task.
  private var waiting: [Int: RecordBatch] = [:]

  /// Takes over the files of a mate.
  ///
  /// - Parameters:
  ///   - reader: The files, none of them read yet.
  ///   - limit: The most reads a batch has.
  package init(_ reader: sending LaneReader, limit: Int) {
    (self.reader, self.limit) = (reader, limit)
  }

  /// The batch at a place.
  ///
  /// - Parameters:
  ///   - place: Its place, counted from 0; each is asked for once.
  ///   - memory: A batch whose memory is used again.
  /// - Returns: The batch, none behind the last one.
  /// - Throws: The first fault of a file before the end of the batch.
  package func batch(
    at place: Int,
    reusing memory: consuming RecordBatch
  ) throws(Diagnostic) -> Delivery {
    if let ready = waiting.removeValue(forKey: place) { return delivery(ready) }
    while count <= place {
      guard try reader.next(limit: limit, into: &memory) else { return delivery(nil) }
      count += 1
      if count <= place {
        waiting[count - 1] = memory
        memory = RecordBatch()
      }
    }
    return delivery(memory)
  }

  private func delivery(_ batch: consuming RecordBatch?) -> Delivery {
    Delivery(batch: batch, rawBytesRead: reader.rawBytesRead)
  }

  /// Counts the reads of one file to its end, or as far as it can be read.
  func countToEnd(lane: Int) -> Int { reader.countToEnd(lane: lane) }
}
