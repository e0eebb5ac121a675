import Assays
import Diagnostics
import SequenceIO

/// Takes the files of a sample in and counts what is in them.
///
/// As many tasks as threads take batches in turn, whose mates are decompressed one beside the other,
/// and count each on its own. Their counts are whole numbers and are added in the end, so that it
/// does not matter who counted what.
struct SampleCounting {
  var plan: CountingPlan
  var replicates: [ReplicateInput]
  var threads: Int
  /// The blocks of pairs to count: one block a batch.
  var shard = Shard.whole
  /// What is held in memory.
  var memory: MemoryBudget
  /// The folder for temporary files.
  var scratchFolder: String
  var progress: @Sendable (RunProgress) -> Void
  var isCancelled: @Sendable () -> Bool

  /// Pairs taken by one task at once: about 3 MB of reads.
  private static let batchSize = 4_096

  /// Reads every replicate once.
  ///
  /// - Throws: The first fault of a file, `RUN-INTERRUPTED`, or `FILE-WRITE` if temporary files
  ///   do not fit into their folder.
  func run() async throws(Diagnostic) -> SampleCounts {
    let hashes = replicates.map { _ in (first: FileHashes(), second: FileHashes()) }
    var readers: [ConcurrentPairReader] = []
    for (replicate, hashes) in zip(replicates, hashes) {
      let second = replicate.lanes.compactMap(\.second)
      readers.append(
        try ConcurrentPairReader(
          firstMates: replicate.lanes.map(\.first),
          secondMates: second.isEmpty ? nil : second,
          limit: Self.batchSize,
          observers: (
            first: { hashes.first.update($0, $1) }, second: { hashes.second.update($0, $1) }
          )
        )
      )
    }
    let run = CountingRun(
      plan: plan,
      readers: readers,
      shard: shard,
      memory: memory,
      scratchFolder: scratchFolder,
      progress: progress,
      isCancelled: isCancelled
    )
    await withTaskGroup { group in
      for _ in 0..<threads { group.addTask { await run.work() } }
    }
    var result = try run.finish()
    for (replicate, hashes) in zip(replicates, hashes) {
      for lane in replicate.lanes {
        result.inputs += [hashes.first.record(of: lane.first)].compactMap(\.self)
        if let second = lane.second {
          result.inputs += [hashes.second.record(of: second)].compactMap(\.self)
        }
      }
    }
    return result
  }
}
