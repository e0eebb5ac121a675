import ArgumentParser
import Diagnostics
import SequenceIO

/// Decompresses and parses reads by several tasks and does nothing with them.
struct ReadStage: ParsableCommand, Sendable {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read single reads or pairs as counting does: mates and BGZF blocks side by side."
  )

  /// Reads or pairs taken by one task at a time, as in counting.
  private static let batchSize = 4_096

  @Argument(help: "First mates or single reads.") var first: String
  @Argument(help: "Second mates.") var second: String?
  @Option(help: "How many threads to use.") var threads = 1

  func run() throws { try StageTask.wait { try await read() } }

  private func read() async throws {
    let reader = try ConcurrentPairReader(
      firstMates: [first],
      secondMates: second.map { [$0] },
      limit: Self.batchSize,
      observers: (first: { _, _ in }, second: { _, _ in })
    )
    var records = 0
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<threads { group.addTask { try await Self.count(reader) } }
      for try await count in group { records += count }
    }
    try StageOutput.write("\(records) reads or pairs")
  }

  /// Reads batches until there are none; how many reads or pairs they hold.
  private static func count(_ reader: ConcurrentPairReader) async throws -> Int {
    var records = 0
    var memory = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
    while let batch = try await reader.batch(at: reader.claim(), reusing: consume memory).batch {
      records += batch.count
      memory = batch
    }
    return records
  }
}
