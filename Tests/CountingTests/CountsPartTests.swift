import Assays
import Counting
import Diagnostics
import Files
import FoundationEssentials
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing

/// Counts of a small library of two replicates, whole and in shares.
@Suite("Counts of a sample")
struct CountsPartTests {
  /// Reads of each replicate: several blocks of successive reads.
  private static let reads = 9_000

  private let scratch: ScratchFolder
  private let setting: CountSetting

  init() throws {
    scratch = try ScratchFolder()
    setting = try CountSetting(
      AnalysisContext(assayPath: nil, presetName: nil, germlinePath: nil),
      tracked: nil,
      baselines: []
    )
    for replicate in 1...2 {
      try scratch.write(Self.library(seed: UInt64(replicate)), to: "r\(replicate).fastq")
    }
  }

  /// Reads of sixty kappa rearrangements; each tenth read is no rearrangement.
  private static func library(seed: UInt64) throws -> String {
    var bench = try ClonotypeBench(seed: seed)
    var molecules: [String] = []
    while molecules.count < 60 {
      if let made = bench.simulator.rearrangement(of: .igkVJ, using: &bench.random) {
        molecules.append(String(made.sequence.description.suffix(220)))
      }
    }
    var text = ""
    for number in 0..<reads {
      let letters =
        number % 10 == 0
        ? String(repeating: "ACGT", count: 40) : molecules[bench.random.below(molecules.count)]
      text += "@r\(number)\n\(letters)\n+\n\(String(repeating: "I", count: letters.utf8.count))\n"
    }
    return text
  }

  private func input(
    threads: Int = 1,
    memory: MemoryBudget = .standard,
    replicates: Int = 2
  ) -> SampleInput {
    SampleInput(
      sample: "S1",
      replicates: (1...replicates).map {
        ReplicateInput(lanes: [.init(first: scratch.path("r\($0).fastq"))])
      },
      threads: threads,
      memory: memory,
      scratchFolder: scratch.path
    )
  }

  private func part(_ input: SampleInput, _ shard: Shard = .whole) async throws -> CountsPart {
    try await CountsPart(counting: input, setting, shard: shard, RunHooks())
  }

  /// Writes the file of a part; its distinct rearrangements.
  private func write(_ part: CountsPart, _ name: String) throws -> Int {
    try part.write(to: AtomicFile(path: scratch.path(name), force: true))
  }

  @Test(
    "the shares of a division together have counted what one machine counts",
    arguments: [2, 3]
  )
  func shares(_ count: Int) async throws {
    let whole = try await part(input())
    #expect(whole.pairs == 2 * Self.reads)
    var parts: [CountsPart] = []
    for number in 1...count {
      parts.append(try await part(input(), try #require(Shard(number, of: count))))
    }
    #expect(parts.allSatisfy { $0.pairs > 0 && $0.pairs < whole.pairs })
    #expect(parts.reduce(0) { $0 + $1.pairs } == whole.pairs)
    var stages = parts[0].counts.stages
    for part in parts.dropFirst() { stages.add(part.counts.stages) }
    #expect(stages == whole.counts.stages)
    // Every machine has read all files.
    #expect(parts.allSatisfy { $0.counts.inputs == whole.counts.inputs })
  }

  @Test("neither threads nor memory change what was counted")
  func threadsAndMemory() async throws {
    let one = try await part(input())
    let (stages, inputs) = (one.counts.stages, one.counts.inputs)
    let distinct = try write(one, "one")
    let small = MemoryBudget(taskRearrangements: 7, tableBytes: 1 << 10, clonotypes: 3)
    for (threads, memory) in [(3, MemoryBudget.standard), (1, small), (2, small)] {
      let other = try await part(input(threads: threads, memory: memory))
      #expect(other.pairs == 2 * Self.reads)
      #expect(other.counts.stages == stages)
      #expect(other.counts.inputs == inputs)
      #expect(try write(other, "other") == distinct, "\(threads) threads")
      #expect(
        FileSystemEntry(path: scratch.path("other")).size
          == FileSystemEntry(path: scratch.path("one")).size
      )
    }
    #expect(scratch.names() == ["one", "other", "r1.fastq", "r2.fastq"], "no file is left behind")
  }

  @Test("a part knows its sample, its files with their digests, and itself")
  func origin() async throws {
    let part = try await part(input(), try #require(Shard(2, of: 3)))
    #expect(try write(part, "part") > 50)
    let file = try PartFile(path: scratch.path("part"))
    #expect(file.origin == part.origin)
    #expect(file.origin.sample == "S1")
    let digests = try ["r1.fastq", "r2.fastq"].map { try FileDigest(of: scratch.path($0)) }
    #expect(file.origin.inputs.map(\.sha256) == digests.map(\.sha256))
    #expect(file.origin.inputs.map(\.size) == digests.map(\.size))
    #expect(file.file.size == FileSystemEntry(path: scratch.path("part")).size)
    #expect(file.file.sha256 == (try FileDigest(of: scratch.path("part"))).sha256)
  }

  @Test("the order of the replicates is part of the counts")
  func replicateOrder() async throws {
    let one = try await part(input())
    var turned = input()
    turned.replicates.reverse()
    let other = try await part(turned)
    #expect(one.pairs == other.pairs)
    #expect(one.counts.stages == other.counts.stages)
    #expect(one.origin != other.origin)
  }

  @Test("a run that is stopped counts nothing")
  func cancelled() async throws {
    let error = try await #require(throws: Diagnostic.self) {
      _ = try await CountsPart(
        counting: input(),
        setting,
        shard: .whole,
        RunHooks(isCancelled: { true })
      )
    }
    #expect(error.code == "RUN-INTERRUPTED")
  }
}
