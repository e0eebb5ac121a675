import Diagnostics
import SequenceIO
import Synchronization
import Testing

@Suite("Pairs of reads for several tasks")
struct ConcurrentPairReaderTests {
  private func text(_ names: [String]) -> [UInt8] {
    Array(names.map { "@\($0)\nACGT\n+\nIIII\n" }.joined().utf8)
  }

  /// What tasks found.
  private final class Found: Sendable {
    let all = Mutex<[Int: Result<[[String]], Diagnostic>]>([:])
  }

  /// What every place holds, or its fault, when `tasks` tasks claim places until one ends.
  private func read(
    _ reader: ConcurrentPairReader,
    tasks: Int
  ) async -> [Int: Result<[[String]], Diagnostic>] {
    let found = Found()
    await withTaskGroup { group in
      for _ in 0..<tasks {
        group.addTask {
          var memory = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
          while true {
            let place = reader.claim()
            do throws(Diagnostic) {
              let delivery = try await reader.batch(at: place, reusing: memory)
              guard let batch = delivery.batch else { return }
              #expect(batch.ordinal == place)
              let names = (0..<batch.count).map { index in
                [batch.first.header(index)] + (batch.second.map { [$0.header(index)] } ?? [])
              }
              found.all.withLock { $0[place] = .success(names) }
              memory = batch
            } catch {
              found.all.withLock { $0[place] = .failure(error) }
              return
            }
          }
        }
      }
    }
    return found.all.withLock { $0 }
  }

  private func reader(
    _ first: [[String]],
    _ second: [[String]]?,
    limit: Int,
    in folder: TemporaryFolder
  ) throws -> ConcurrentPairReader {
    let one = try first.enumerated().map { try folder.file("\($0)_1.fq", text($1)) }
    let two = try second?.enumerated().map { try folder.file("\($0)_2.fq", text($1)) }
    return try ConcurrentPairReader(
      firstMates: one,
      secondMates: two,
      limit: limit,
      observers: (first: { _, _ in }, second: { _, _ in })
    )
  }

  @Test("places hold the same pairs for any number of tasks", arguments: [1, 2, 5])
  func places(tasks: Int) async throws {
    let folder = try TemporaryFolder()
    let lanes = [(0..<37).map { "a\($0)" }, [], (0..<12).map { "b\($0)" }]
    let reader = try reader(
      lanes.map { $0.map { $0 + "/1" } },
      lanes.map { $0.map { $0 + "/2" } },
      limit: 5,
      in: folder
    )
    var batches: [[String]] = []
    for lane in lanes {
      for start in stride(from: 0, to: lane.count, by: 5) {
        batches.append(Array(lane[start..<min(start + 5, lane.count)]))
      }
    }
    let found = await read(reader, tasks: tasks)
    #expect(found.keys.sorted() == Array(batches.indices))
    for (place, batch) in batches.enumerated() {
      #expect(found[place] == .success(batch.map { [$0 + "/1", $0 + "/2"] }))
    }
  }

  @Test("single reads have no mates", arguments: [1, 3])
  func single(tasks: Int) async throws {
    let reader = try reader([["a", "b"]], nil, limit: 1, in: try TemporaryFolder())
    let found = await read(reader, tasks: tasks)
    #expect(found == [0: .success([["a"]]), 1: .success([["b"]])])
  }

  @Test("the fault at the lowest place is the one that reading in order meets", arguments: [1, 4])
  func fault(tasks: Int) async throws {
    let folder = try TemporaryFolder()
    let names = (0..<50).map { "r\($0)" }
    let short = Array(names.prefix(43))
    let reader = try reader([names], [short], limit: 4, in: folder)
    let found = await read(reader, tasks: tasks)
    let lowest = try #require(found.filter { (try? $0.value.get()) == nil }.min { $0.key < $1.key })
    #expect(lowest.key == 10)
    let error = try #require(throws: Diagnostic.self) { _ = try lowest.value.get() }
    let place = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    let (one, two) = (place + "0_1.fq", place + "0_2.fq")
    #expect(
      error.message == "found 50 reads in \(one) but 43 in \(two), expected as many in both"
    )
    #expect((0..<10).allSatisfy { (try? found[$0]?.get()) != nil })
  }

  @Test("the mates' files are as many and each given once")
  func files() throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try ConcurrentPairReader(
        firstMates: ["a", "b"],
        secondMates: ["c"],
        limit: 1,
        observers: (first: { _, _ in }, second: { _, _ in })
      )
    }
    #expect(error.code == "READ-LANES")
    let twice = try #require(throws: Diagnostic.self) {
      _ = try ConcurrentPairReader(
        firstMates: ["a"],
        secondMates: ["a"],
        limit: 1,
        observers: (first: { _, _ in }, second: { _, _ in })
      )
    }
    #expect(twice.code == "READ-SAME-MATE")
  }
}
