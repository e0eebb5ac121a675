import Assays
import Counting
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Workflows

@Suite("Parts that do not belong together")
struct PartFaultTests {
  private static let recount = "\n  help: Count the shard again with 'clonetrack count'."
  private static let settings =
    "\n  help: Merge with what all parts were counted with, or count the shard again."
  private static let reads =
    "\n  help: Give the parts of one sample, all counted from the same files."
  private static let shards = "\n  help: Give each shard of one division once."

  @Test("shards missing, twice, or of another division")
  func division() async throws {
    let sample = try await ShardedSample("P1-FU4")
    let (one, two) = (try await sample.count(1, of: 5), try await sample.count(4, of: 5))
    let twice = try await sample.count(4, of: 5, as: "again.counts")
    let other = try await sample.count(2, of: 3)
    #expect(
      sample.faults([one, two, twice, other]) == [
        "error[PART-SHARD]: shard 4 of 5 is given twice, the first time as 4-of-5.counts"
          + "\n  --> again.counts" + Self.shards,
        "error[PART-SHARD]: shard 2 of 3, expected one of 5 as in 1-of-5.counts"
          + "\n  --> 2-of-3.counts" + Self.shards,
        "error[PART-SHARD]: 3 of 5 shards not given: 2, 3, 5" + Self.shards,
      ]
    )
    #expect(sample.scratch.names().contains("refused") == false)
  }

  @Test("other reads, sample or layout")
  func reads() async throws {
    let sample = try await ShardedSample("P1-FU4")
    let one = try await sample.count(1, of: 2)
    let other = try await ShardedSample("P1-FU4") { number, mates in
      if number == 4_900 { mates[1].qualities[3] = 45 }
    }
    let name = "P1-FU9"
    let two = try await other.count(2, of: 2) { $0.request.sample = name }
    let faults = sample.faults([one, two]).map {
      $0.replacing(other.scratch.path + "/", with: "").replacing(#/[0-9a-f]{12}/#, with: "SHA")
    }
    #expect(
      faults == [
        "error[PART-READS]: counts of the sample P1-FU9, expected P1-FU4 as in 1-of-2.counts"
          + "\n  --> 2-of-2.counts" + Self.reads,
        "error[PART-READS]: counted from other reads: replicate 2, lane 6, mate 2 has sha256 SHA, "
          + "expected SHA as in 1-of-2.counts\n  --> 2-of-2.counts" + Self.reads,
      ]
    )
    let single = try await sample.count(2, of: 2, as: "single.counts") { workflow in
      workflow.request.replicates.removeLast()
      workflow.request.replicates[0].lanes = workflow.request.replicates[0].lanes.prefix(2).map {
        .init(first: $0.first)
      }
    }
    #expect(
      sample.faults([one, single]) == [
        "error[PART-READS]: counted from single+single reads, expected "
          + "paired+paired+paired+paired+paired+paired, "
          + "paired+paired+paired+paired+paired+paired reads as in 1-of-2.counts"
          + "\n  --> single.counts" + Self.reads
      ]
    )
  }

  @Test("another program, assay, germline set or baseline, all told at once")
  func settings() async throws {
    let sample = try await ShardedSample("P1-FU4")
    let one = try await sample.count(1, of: 2)
    let version = ProgramVersion.program
    let older = try sample.alter(one, as: "older.counts") { bytes in
      let place = Array(version.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: place) } ?? 0
      bytes[start] = UInt8(ascii: "9")
    }
    let two = try await sample.count(2, of: 2) { $0.baselinePaths = [] }
    let assay = try String(contentsOfFile: Patient.assayPath, encoding: .utf8)
    try sample.scratch.write(
      assay.replacing("FR2-IGK 2x150", with: "other")
        + "\nthresholds: {quant.v_amp: 0.7}\n",
      to: "other.yaml"
    )
    let path = sample.scratch.path("other.yaml")
    let faults = sample.faults([older, two]) { $0.assayPath = path }
      .map { $0.replacing(#/[0-9a-f]{12}/#, with: "SHA") }
    let place = ["older.counts", "2-of-2.counts"].map { "\n  --> \($0)" + Self.settings }
    #expect(
      faults == [
        "error[PART-SETTINGS]: counted by clonetrack 9\(version.dropFirst()), expected \(version), "
          + "which merges" + place[0],
        "error[PART-SETTINGS]: counted with another threshold profile: sha256 SHA, expected SHA"
          + place[0],
        "error[PART-SETTINGS]: counted with another assay: sha256 SHA, expected SHA" + place[0],
        "error[PART-SETTINGS]: counted with the assay 'FR2-IGK 2x150', expected 'other'"
          + place[0],
        "error[PART-SETTINGS]: counted with another threshold profile: sha256 SHA, expected SHA"
          + place[1],
        "error[PART-SETTINGS]: counted with another assay: sha256 SHA, expected SHA" + place[1],
        "error[PART-SETTINGS]: counted with the assay 'FR2-IGK 2x150', expected 'other'"
          + place[1],
        "error[PART-SETTINGS]: counted for a baseline sample, expected a follow-up of the baseline "
          + "with sha256 SHA" + place[1],
      ]
    )
  }

  @Test("files that are no whole parts are named together, each with what is wrong")
  func damaged() async throws {
    let sample = try await ShardedSample("P1-FU4")
    let part = try await sample.count(1, of: 1)
    let bytes = try Data(contentsOf: URL(filePath: part))
    var flipped = bytes
    flipped[bytes.count / 2] ^= 1
    var names: [String] = []
    for (name, content) in [
      ("empty", Data()), ("text", Data("sample,fastq_1\n".utf8)),
      ("cut", bytes.dropLast(1_000)), ("flipped", flipped),
    ] {
      names.append(sample.scratch.path(name))
      try content.write(to: URL(filePath: names[names.count - 1]))
    }
    names.append(sample.scratch.path("absent"))
    names.append(try sample.alter(part, as: "newer") { $0[17] = UInt8(ascii: "2") })
    let foreign = "the file is not one that 'clonetrack count' wrote"
    let torn = "the part is not whole: its bytes do not have the sha256 at its end"
    #expect(
      sample.faults(names) == [
        "error[PART-FILE]: \(foreign)\n  --> empty" + Self.recount,
        "error[PART-FILE]: \(foreign)\n  --> text" + Self.recount,
        "error[PART-FILE]: \(torn)\n  --> cut" + Self.recount,
        "error[PART-FILE]: \(torn)\n  --> flipped" + Self.recount,
        "error[FILE-MISSING]: the file does not exist\n  --> absent"
          + "\n  help: Check the path and its permissions.",
        "error[PART-FILE]: the part has the format clonetrack-part/2, expected clonetrack-part/1"
          + "\n  --> newer\n  help: Count all shards and merge them with one version of the "
          + "program.",
      ]
    )
  }

  @Test("a part whose digest is right but whose counts are of something else is refused")
  func foreignCounts() async throws {
    let sample = try await ShardedSample("P1-FU4")
    let part = try await sample.count(1, of: 1)
    let altered = try sample.alter(part, as: "altered.counts") { $0.removeLast() }
    let plan = try MergePlan([altered], sample.judgement("refused"))
    let error = try await #require(throws: Diagnostic.self) {
      try await MergeWorkflow(plan).run(RunHooks())
    }
    #expect(
      error.description.replacing(sample.scratch.path + "/", with: "")
        == "error[PART-FILE]: the part does not hold the counts of the sample it names"
        + "\n  --> altered.counts" + Self.recount
    )
    #expect(!sample.scratch.names().contains("refused"))
  }
}
