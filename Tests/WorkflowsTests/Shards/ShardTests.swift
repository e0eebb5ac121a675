import Assays
import Counting
import FoundationEssentials
import Records
import Reports
import SimulatedReads
import TestSupport
import Testing
import Workflows

@Suite("Shards")
struct ShardTests {
  @Test("give the bytes of one run, in any order: a baseline", arguments: [1, 2, 7])
  func baseline(_ count: Int) async throws {
    try await expectSameBytes(ShardedSample("P1-DX"), count)
  }

  @Test("give the bytes of one run, in any order: a follow-up", arguments: [1, 2, 7])
  func followup(_ count: Int) async throws {
    try await expectSameBytes(ShardedSample("P1-FU2"), count)
  }

  @Test("give the bytes of one run: molecular identifiers", arguments: [2, 7])
  func identifiers(_ count: Int) async throws {
    var random = SeededGenerator(seed: 3)
    // Few enough identifiers that one molecule's reads fall into several shards.
    let identifiers = (0..<400).map { _ in (0..<12).map { _ in Array("ACGT".utf8)[random.below(4)] }
    }
    var sample = try await ShardedSample("P1-FU3") { number, mates in
      mates[0].bases = identifiers[number % 400] + mates[0].bases
      mates[0].qualities = [UInt8](repeating: 70, count: 12) + mates[0].qualities
    }
    let assay = try String(contentsOfFile: Patient.assayPath, encoding: .utf8)
      .replacing("umi: null", with: "umi: {read: 1, length: 12}")
    try sample.scratch.write(assay, to: "assay.yaml")
    sample.request.assayPath = sample.scratch.path("assay.yaml")
    try await expectSameBytes(sample, count)
  }

  /// Counts every shard with another number of threads and merges them in another order.
  private func expectSameBytes(_ sample: ShardedSample, _ count: Int) async throws {
    var parts: [String] = []
    for number in 1...count {
      parts.append(try await sample.count(number, of: count, threads: 1 + number % 3))
    }
    var random = SeededGenerator(seed: UInt64(count))
    let merged = try await sample.merge(parts.shuffled(using: &random))
    let whole = try await sample.whole()
    #expect(merged.results == whole.results)
    let spilled = try await sample.merge(parts, into: "spilled") { $0.memory = SpillingTests.none }
    #expect(spilled.results == whole.results)
    #expect(merged.outcome.findings == whole.outcome.findings)
    #expect(merged.results.count >= 3)
    // The record of the run names the reads, then the parts.
    let inputs = try merged.run().inputs.map(\.path)
    #expect(inputs.count { $0.hasSuffix(".fastq") } == 4 * ShardedSample.lanes)
    #expect(inputs.count { $0.hasSuffix(".counts") } == count)
  }

  @Test("share the reads: every pair is in one shard, and no shard has them all")
  func share() async throws {
    let sample = try await ShardedSample("P1-FU4")
    var found: [Int] = []
    for number in 1...3 {
      var request = sample.request
      request.output = sample.scratch.path("part")
      request.force = true
      let shard = try #require(Shard(number, of: 3))
      let workflow = CountWorkflow(request, baselinePaths: sample.baselinePaths, shard: shard)
      let said = try await workflow.run(RunHooks())
      let match = try #require(said.firstMatch(of: #/^P1-FU4: shard (\d) of 3, (\d+) read pairs/#))
      #expect(match.output.1 == "\(number)")
      found.append(try #require(Int(match.output.2)))
    }
    #expect(found.reduce(0, +) == 4_858 + 4_964)
    #expect(found.allSatisfy { $0 > 3_000 })
  }

  @Test("may be counted where the reads lie elsewhere")
  func moved() async throws {
    let sample = try await ShardedSample("P1-FU4")
    let first = try await sample.count(1, of: 2)
    let second = try await sample.count(2, of: 2) { workflow in
      for replicate in workflow.request.replicates.indices {
        for lane in workflow.request.replicates[replicate].lanes.indices {
          let files = workflow.request.replicates[replicate].lanes[lane]
          let paths = [files.first, files.second ?? ""].map { path in
            let link = path.replacing(".fastq", with: ".moved")
            try? FileManager.default.createSymbolicLink(
              atPath: link,
              withDestinationPath: path
            )
            return link
          }
          workflow.request.replicates[replicate].lanes[lane] = .init(
            first: paths[0],
            second: paths[1]
          )
        }
      }
    }
    let merged = try await sample.merge([second, first])
    #expect(merged.results == (try await sample.whole()).results)
  }

  @Test("have a number from 1 to their count")
  func numbers() {
    #expect(Shard(1, of: 1) == .whole)
    #expect(Shard(7, of: 7)?.description == "shard 7 of 7")
    for (number, count) in [(0, 1), (2, 1), (-1, 3), (1, 0), (1, 1_001)] {
      #expect(Shard(number, of: count) == nil)
    }
    let shards = (1...7).compactMap { Shard($0, of: 7) }
    for block in 0..<50 {
      for replicate in 0..<3 {
        #expect(shards.count { $0.holds(block: block, ofReplicate: replicate) } == 1)
      }
    }
  }
}
