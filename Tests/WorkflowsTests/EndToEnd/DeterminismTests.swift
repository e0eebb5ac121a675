import Assays
import Reports
import SimulatedReads
import TestSupport
import Testing
import Workflows

/// What must not change a byte of any result.
@Suite("Results depend on the reads alone")
struct DeterminismTests {
  @Test("one thread or two: a baseline")
  func baselineThreads() async throws {
    let one = try await FinishedRun.baseline { $0.threads = 1 }
    let two = try await SharedBaseline.run()
    #expect(one.results == two.results)
    #expect(one.outcome == two.outcome)
  }

  @Test("one thread or more: a follow-up", arguments: [2, 5])
  func followupThreads(_ threads: Int) async throws {
    let one = try await FinishedRun.followup("P1-FU2") { $0.threads = 1 }
    let more = try await FinishedRun.followup("P1-FU2") { $0.threads = threads }
    #expect(one.results == more.results)
    #expect(one.outcome == more.outcome)
  }

  @Test("the order of the reads: a baseline")
  func baselineOrder() async throws {
    let scratch = try ScratchFolder()
    let shuffled = try shuffle("P1-DX", into: scratch, seed: 7)
    let run = try await FinishedRun.baseline { $0.replicates = shuffled }
    #expect(run.results == (try await SharedBaseline.run()).results)
  }

  @Test("the order of the reads: a follow-up", arguments: [1, 2] as [UInt64])
  func followupOrder(_ seed: UInt64) async throws {
    let scratch = try ScratchFolder()
    let shuffled = try shuffle("P1-FU2", into: scratch, seed: seed)
    let run = try await FinishedRun.followup("P1-FU2") { $0.replicates = shuffled }
    #expect(run.results == (try await FinishedRun.followup("P1-FU2")).results)
  }

  @Test("how the reads are compressed", arguments: ReadFile.Format.allCases)
  func compression(_ format: ReadFile.Format) async throws {
    let scratch = try ScratchFolder()
    var replicates = Patient.replicates("P1-FU3")
    for index in replicates.indices {
      for (mate, path) in Patient.files("P1-FU3", index + 1).enumerated() {
        // The names say nothing about the format, on purpose.
        let copy = scratch.path("\(index)-\(mate)")
        try ReadFile(path).write(to: copy, format)
        if mate == 0 {
          replicates[index].lanes[0].first = copy
        } else {
          replicates[index].lanes[0].second = copy
        }
      }
    }
    let copies = replicates
    let run = try await FinishedRun.followup("P1-FU3") { $0.replicates = copies }
    #expect(run.results == (try await FinishedRun.followup("P1-FU3")).results)
  }

  @Test("lanes of a replicate, joined or one file")
  func lanes() async throws {
    let scratch = try ScratchFolder()
    var replicates = Patient.replicates("P1-FU3")
    // Both replicates move: a command numbers them by the paths of their files.
    for index in replicates.indices {
      let mates = try Patient.files("P1-FU3", index + 1).map { try ReadFile($0) }
      replicates[index].lanes = []
      for lane in [1, 2] {
        var paths: [String] = []
        for (mate, file) in mates.enumerated() {
          var part = file
          let cut = file.reads.count / 3
          part.reads = Array(lane == 1 ? file.reads[..<cut] : file.reads[cut...])
          paths.append(scratch.path("\(index)-L\(lane)-\(mate)"))
          try part.write(to: paths[mate], .gzip)
        }
        replicates[index].lanes.append(.init(first: paths[0], second: paths[1]))
      }
    }
    let split = replicates
    let run = try await FinishedRun.followup("P1-FU3") { $0.replicates = split }
    #expect(run.results == (try await FinishedRun.followup("P1-FU3")).results)
  }

  /// Copies of a sample's replicates with both mates in one new order.
  private func shuffle(
    _ sample: String,
    into scratch: ScratchFolder,
    seed: UInt64
  ) throws -> [ReplicateInput] {
    var generator = SeededGenerator(seed: seed)
    return try [1, 2].map { replicate in
      let files = try Patient.files(sample, replicate).map { try ReadFile($0) }
      let order = files[0].reads.indices.shuffled(using: &generator)
      var paths: [String] = []
      for (mate, file) in files.enumerated() {
        var copy = file
        copy.reads = order.map { file.reads[$0] }
        paths.append(scratch.path("\(sample)-\(replicate)-\(mate)"))
        try copy.write(to: paths[mate], .gzip)
      }
      return ReplicateInput(lanes: [.init(first: paths[0], second: paths[1])])
    }
  }
}
