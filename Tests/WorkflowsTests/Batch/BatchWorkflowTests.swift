import Diagnostics
import FoundationEssentials
import Monitoring
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Workflows

@Suite("A run of samples")
struct BatchWorkflowTests {
  private static func record(_ run: BatchRun) throws -> BatchRecord {
    let bytes = Array((run.scratch.text("out/batch.json") ?? "").utf8)
    return try BatchRecord.read(from: bytes, path: "batch.json")
  }

  @Test("gives each sample the folder that the single commands give it")
  func singleCommands() async throws {
    let run = try BatchRun(["P1-DX", "P1-FU3"])
    let outcome = try await run.run()
    #expect(outcome.faults.isEmpty)
    let record = try Self.record(run)
    let metadata = record.samples.map(\.metadata)
    let baseline = try await FinishedRun.baseline { $0.metadata = metadata[0] }
    for (name, bytes) in baseline.results { #expect(try run.results()["P1-DX/" + name] == bytes) }
    let followup = try await FinishedRun.followup(
      "P1-FU3",
      baseline: try run.results()["P1-DX/baseline.json"]
    ) { $0.metadata = metadata[1] }
    let table = "rearrangements.airr.tsv"
    #expect(try run.results()["P1-FU3/" + table] == followup.files[table])
    var single = try followup.followup()
    single.visit = "M9"
    let bytes = try run.results()["P1-FU3/followup.json"] ?? []
    #expect(try FollowupRecord.read(from: bytes, path: "f") == single)
    #expect(record.samples.map(\.call) == [nil, single.result.call])
    #expect(record.samples.map(\.verdict) == [.indexFound, nil])
  }

  @Test("gives the same bytes however many samples are worked on at once")
  func jobs() async throws {
    let one = try BatchRun(["P1-DX", "P1-FU3", "P1-FU4"])
    try await one.run { ($0.jobs, $0.threads) = (1, 1) }
    let more = try BatchRun(["P1-DX", "P1-FU3", "P1-FU4"])
    try await more.run { ($0.jobs, $0.threads) = (3, 4) }
    let (left, right) = (try one.results(), try more.results())
    #expect(left == right)
    #expect(left.count == 17)
  }

  @Test("goes on when a sample cannot be read")
  func truncated() async throws {
    let run = try BatchRun(
      ["P1-DX", "P1-FU4"],
      adding: [
        "P1-BAD,bad_R1.fastq.gz,,P1,FU,BM,M15,2025-04-15,1,150,,,R1,2,,,,,,,",
        "NTC1,ntc.fastq,,,NTC,,,,1,0,,,R1,1,,,,,,,",
      ]
    )
    let whole = try Data(contentsOf: URL(filePath: Patient.files("P1-FU4", 1)[0]))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: run.scratch.path("bad_R1.fastq.gz")))
    try run.scratch.write("", to: "ntc.fastq")
    let outcome = try await run.run()
    #expect(outcome.faults.map(\.code) == ["READ-TRUNCATED"])
    let record = try Self.record(run)
    #expect(record.samples.map(\.state) == [.done, .done, .error, .done])
    #expect(record.samples.map(\.folder) == ["P1-DX", "P1-FU4", nil, "NTC1"])
    #expect(record.samples[2].findings.first?.code == "SW-FAIL")
    #expect(record.samples[2].findings.first?.message.contains("bad_R1.fastq.gz") == true)
    #expect(
      run.scratch.names(in: "out") == [
        ".work", "NTC1", "P1-DX", "P1-FU4", "audit.jsonl", "batch.json", "batch.tsv",
        "clonetrack_mqc.json", "run.json",
      ]
    )
  }

  @Test("that was stopped goes on to the same bytes", arguments: [2_000, 30_000, 60_000])
  func resumed(_ pairs: Int) async throws {
    let run = try BatchRun(["P1-DX", "P1-FU3", "P1-FU4"])
    try await run.run()
    let undisturbed = try run.results()
    try FileManager.default.removeItem(atPath: run.scratch.path("out"))
    let error = await #expect(throws: Diagnostic.self) { try await run.run(stopAfter: pairs) }
    #expect(error?.code == "RUN-INTERRUPTED")
    #expect(run.scratch.names(in: "out") == [".work"])
    try await run.run { $0.resumes = true }
    #expect(try run.results() == undisturbed)
    let outcome = try VerifyWorkflow(folder: run.scratch.path("out")).run()
    #expect(outcome.faults.isEmpty)
  }

  @Test("that is resumed counts only what is missing or changed")
  func changedReads() async throws {
    let run = try BatchRun(
      ["P1-DX"],
      adding: ["A,a.fastq.gz,,P1,FU,BM,M3,2025-04-15,1,150,,,R1,2,,,,,,,"]
    )
    func copy(_ sample: String) throws {
      let source = URL(filePath: Patient.files(sample, 1)[0])
      try Data(contentsOf: source).write(to: URL(filePath: run.scratch.path("a.fastq.gz")))
    }
    try copy("P1-FU3")
    try await run.run()
    let before = try run.results()
    let counts = run.scratch.names(in: "out/.work")
    try await run.run { $0.resumes = true }
    #expect(try run.results() == before)
    #expect(run.scratch.names(in: "out/.work") == counts)
    try copy("P1-FU4")
    let error = await #expect(throws: Diagnostic.self) { try await run.run { $0.resumes = true } }
    #expect(error?.code == "AUDIT-SUPERSEDE")
    #expect(try run.results() == before)
    try await run.run {
      $0.resumes = true
      $0.supersedeReason = "the wrong file was named"
    }
    let after = try run.results()
    #expect(after["P1-DX/baseline.json"] == before["P1-DX/baseline.json"])
    #expect(after["A/followup.json"] != before["A/followup.json"])
    #expect(
      run.scratch.text("out/superseded/0003/A/followup.json").map { Array($0.utf8) }
        == before["A/followup.json"]
    )
    #expect(run.scratch.text("out/audit.jsonl")?.contains("the wrong file was named") == true)
    #expect(try VerifyWorkflow(folder: run.scratch.path("out")).run().faults.isEmpty)
  }

  @Test("BL-NOSAMP is the finding about a subject whose baseline never arrived")
  func noBaseline() async throws {
    let run = try BatchRun(["P1-FU4"])
    let lines = (run.scratch.text("sheet.csv") ?? "").split(separator: "\n").map(String.init)
    let sheet =
      [lines[0] + ",received", "P1-DX,,,P1,DX,BM,BASELINE,2024-01-15,1,,,,,,,,,,,,,F"]
      + lines.dropFirst().map { $0 + ",T" }
    try run.scratch.write(sheet.joined(separator: "\n") + "\n", to: "sheet.csv")
    let outcome = try await run.run()
    #expect(outcome.faults.isEmpty)
    let record = try Self.record(run)
    #expect(record.samples.map(\.state) == [.done, .done])
    #expect(record.samples.map(\.call) == [nil, .failed])
    #expect(record.samples[0].findings.map(\.code) == ["PRE-MISS"])
    let codes = record.samples[1].findings.map(\.code)
    #expect(codes.contains("BL-NOSAMP"))
    #expect(!codes.contains("SW-FAIL") && !codes.contains("BL-NOIDX"))
    let bytes = try run.results()["P1-FU4/followup.json"] ?? []
    #expect(try FollowupRecord.read(from: bytes, path: "f").subject == "P1")
  }

  @Test("refuses a folder with results")
  func existing() async throws {
    let run = try BatchRun(["P1-DX"])
    try FileManager.default.createDirectory(
      atPath: run.scratch.path("out/P1-DX"),
      withIntermediateDirectories: true
    )
    let error = await #expect(throws: Diagnostic.self) { try await run.run() }
    #expect(
      error?.description == """
        error[FILE-EXISTS]: results are there already
          --> \(run.scratch.path("out/P1-DX"))
          help: Choose another folder, or add --resume to go on with them or --supersede with a \
        reason to replace them.
        """
    )
  }
}
