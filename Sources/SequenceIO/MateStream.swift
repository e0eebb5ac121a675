package import Diagnostics

/// Gives the batches of one mate of a replicate, by their places, to any number of tasks.
///
/// Whoever asks for the next batch decompresses it while the others wait without holding a thread,
/// so that two streams are inflated at once where two tasks ask for different mates. BGZF blocks are
/// claimed here in runs, a run a task, inflated by all tasks at once, and read here in order.
package actor MateStream {
  /// What a stream gave.
  package struct Delivery: Sendable {
    /// The batch; `nil` behind the last one.
    package var batch: RecordBatch?
    /// How many raw bytes of the mate's files were read so far.
    package var rawBytesRead: Int
  }

  /// What a task does next.
  private enum Step {
    /// It has what it asked for.
    case done(Delivery)
    /// It inflates blocks.
    case inflate(BlockRun)
  }

  private let reader: LaneReader
  private let limit: Int
  private var count = 0
  /// Batches that were read for a later place and are still to be asked for; at most one a task.
  private var waiting: [Int: RecordBatch] = [:]
  /// Batches whose memory is used again; at most one a task.
  private var spare: [RecordBatch] = []
  /// Tasks that have nothing to claim until another one deposits its run.
  private var sleepers: [CheckedContinuation<Void, Never>] = []

  /// Takes over the files of a mate.
  ///
  /// - Parameters:
  ///   - reader: The files, none of them read yet.
  ///   - limit: The most reads a batch has.
  package init(_ reader: sending LaneReader, limit: Int) {
    reader.shareBlocks()
    (self.reader, self.limit) = (reader, limit)
  }

  /// The batch at a place.
  ///
  /// - Parameters:
  ///   - place: Its place, counted from 0; each is asked for once.
  ///   - memory: A batch whose memory is used again.
  /// - Returns: The batch, none behind the last one.
  /// - Throws: The first fault of a file before the end of the batch.
  package nonisolated func batch(
    at place: Int,
    reusing memory: consuming RecordBatch
  ) async throws(Diagnostic) -> Delivery {
    var step = try await start(at: place, reusing: consume memory)
    while true {
      switch consume step {
      case .done(let delivery): return delivery
      case .inflate(let run): step = try await goOn(at: place, with: (consume run).inflated())
      }
    }
  }

  private func start(
    at place: Int,
    reusing memory: consuming RecordBatch
  ) async throws(Diagnostic) -> Step {
    spare.append(consume memory)
    return try await step(to: place)
  }

  private func goOn(at place: Int, with run: consuming InflatedRun) async throws(Diagnostic) -> Step
  {
    reader.deposit(consume run)
    for sleeper in sleepers { sleeper.resume() }
    sleepers.removeAll()
    return try await step(to: place)
  }

  /// Reads on to a place as far as blocks are inflated.
  private func step(to place: Int) async throws(Diagnostic) -> Step {
    while true {
      if let ready = waiting.removeValue(forKey: place) { return .done(delivery(ready)) }
      var batch = spare.popLast() ?? RecordBatch()
      switch try reader.advance(limit: limit, into: &batch) {
      case .filled:
        waiting[count] = consume batch
        count += 1
      case .ended: return .done(delivery(nil))
      case .starved:
        spare.append(consume batch)
        if let run = reader.claimRun() { return .inflate(run) }
        // A starved reader with nothing to claim waits for a run that another task is inflating and
        // is sure to deposit.
        await withCheckedContinuation { sleepers.append($0) }
      }
    }
  }

  private func delivery(_ batch: consuming RecordBatch?) -> Delivery {
    Delivery(batch: batch, rawBytesRead: reader.rawBytesRead)
  }

  /// Counts the reads of one file to its end, or as far as it can be read.
  func countToEnd(lane: Int) -> Int { reader.countToEnd(lane: lane) }
}
