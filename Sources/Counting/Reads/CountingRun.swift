import Diagnostics
import SequenceIO
import Synchronization

/// What the tasks that count a sample share.
final class CountingRun: Sendable {
  private struct State: Sendable {
    var counts: SampleCounts
    var pairs = 0
    /// Raw bytes by replicate and mate.
    var rawBytesRead: [[Int]]
    /// The earliest fault with its replicate and place; places behind it are not counted.
    var fault: (replicate: Int, place: Int, diagnostic: Diagnostic)?
    var isInterrupted = false
  }

  private let plan: CountingPlan
  private let readers: [ConcurrentPairReader]
  private let shard: Shard
  private let rawBytesTotal: Int?
  private let memory: MemoryBudget
  private let scratchFolder: String
  private let progress: @Sendable (RunProgress) -> Void
  private let isCancelled: @Sendable () -> Bool
  private let state: Mutex<State>

  /// Starts with nothing read.
  ///
  /// - Parameters:
  ///   - plan: What reads are held against.
  ///   - readers: One a replicate.
  ///   - shard: The batches to count; the others are only read.
  ///   - memory: What is held in memory.
  ///   - scratchFolder: The folder for temporary files.
  ///   - progress: Is told of every batch, by one task at a time.
  ///   - isCancelled: Whether to stop.
  init(
    plan: CountingPlan,
    readers: [ConcurrentPairReader],
    shard: Shard,
    memory: MemoryBudget,
    scratchFolder: String,
    progress: @escaping @Sendable (RunProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    (self.plan, self.readers, self.shard) = (plan, readers, shard)
    (self.memory, self.scratchFolder) = (memory, scratchFolder)
    (self.progress, self.isCancelled) = (progress, isCancelled)
    let sizes = readers.map(\.rawSize)
    rawBytesTotal = sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(0, +)
    state = Mutex(
      State(counts: plan.emptyCounts, rawBytesRead: readers.map { _ in [] })
    )
  }

  /// Counts batches until there are none, one is faulty, or the run is cancelled.
  func work() async {
    var counter = ReadCounter(plan, maximumRearrangements: memory.taskRearrangements)
    let empty = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
    var used = empty
    for replicate in readers.indices {
      while true {
        let place = readers[replicate].claim()
        guard shouldContinue(replicate, place) else { return }
        do throws(Diagnostic) {
          let delivery = try await readers[replicate].batch(at: place, reusing: consume used)
          guard let batch = delivery.batch else {
            used = empty
            break
          }
          note(batch.count, delivery.rawBytesRead, replicate)
          if shard.holds(block: place, ofReplicate: replicate) {
            counter.count(batch, replicate: replicate)
          }
          used = batch
          if counter.isFull { try add(counter.take()) }
        } catch {
          fail(replicate, place, error)
          return
        }
      }
    }
    do throws(Diagnostic) {
      try add(counter.take())
    } catch {
      fail(readers.count, 0, error)
    }
  }

  /// The counts of all tasks.
  ///
  /// - Throws: The first fault in the order of the reads, or `RUN-INTERRUPTED`.
  func finish() throws(Diagnostic) -> SampleCounts {
    let state = state.withLock { $0 }
    if let fault = state.fault { throw fault.diagnostic }
    if state.isInterrupted {
      throw Diagnostic(
        code: "RUN-INTERRUPTED",
        message: "stopped after \(state.pairs) read pairs"
      )
    }
    return state.counts
  }

  private func shouldContinue(_ replicate: Int, _ place: Int) -> Bool {
    let isCancelled = isCancelled()
    return state.withLock { state in
      if isCancelled { state.isInterrupted = true }
      guard let fault = state.fault else { return !state.isInterrupted }
      return (replicate, place) < (fault.replicate, fault.place)
    }
  }

  private func note(_ pairs: Int, _ rawBytesRead: [Int], _ replicate: Int) {
    state.withLock { state in
      state.pairs += pairs
      let known = state.rawBytesRead[replicate]
      state.rawBytesRead[replicate] =
        known.isEmpty ? rawBytesRead : zip(known, rawBytesRead).map(max)
      progress(
        RunProgress(
          stage: "counting",
          readPairs: state.pairs,
          rawBytesRead: state.rawBytesRead.joined().reduce(0, +),
          rawBytesTotal: rawBytesTotal
        )
      )
    }
  }

  private func fail(_ replicate: Int, _ place: Int, _ diagnostic: Diagnostic) {
    state.withLock { state in
      if let known = state.fault, (known.replicate, known.place) <= (replicate, place) { return }
      state.fault = (replicate, place, diagnostic)
    }
  }

  private func add(_ counts: SampleCounts) throws(Diagnostic) {
    try state.withLock { state throws(Diagnostic) in
      state.counts.merge(counts)
      try state.counts.spill(beyond: memory, to: scratchFolder)
    }
  }
}
