import Assays
import Counting
import Diagnostics
import FoundationEssentials
import Monitoring
import Quantification
import Records
import Reports
import Synchronization
import TestSupport
import Testing
import Workflows

/// Inputs without reads, and runs that end early.
@Suite("Empty and interrupted runs")
struct InputFaultTests {
  @Test("empty files are a failed assay, not an error")
  func empty() async throws {
    let scratch = try ScratchFolder()
    for name in ["1", "2"] { try scratch.write("", to: name) }
    let lane = ReplicateInput.Lane(first: scratch.path("1"), second: scratch.path("2"))
    let baseline = try await FinishedRun.baseline { $0.replicates = [.init(lanes: [lane])] }
    let record = try baseline.baseline()
    #expect(record.verdict == .failed)
    #expect(record.clonotypes.isEmpty)
    #expect(record.findings.contains { $0.code == "RUN-RDS" && $0.severity == "failure" })
    #expect(Set(baseline.files.keys) == Set(FinishedRun.baselineNames))
    #expect(record.counts.allSatisfy { $0.input == 0 && $0.output == 0 && $0.rejected.isEmpty })

    let run = try await FinishedRun.followup("P1-FU1") { $0.replicates = [.init(lanes: [lane])] }
    let followup = try run.followup()
    #expect(followup.result.call == .failed)
    #expect(Set(followup.result.status.values) == [.notEvaluable])
    #expect(followup.result.status.count == 3)
    #expect(followup.findings.contains { $0.code == "RUN-RDS" && $0.severity == "failure" })
    #expect(Set(run.files.keys) == Set(FinishedRun.followupNames("P1-FU1")))
  }

  @Test("a stopped run leaves nothing behind", arguments: [1, 2])
  func cancelled(_ threads: Int) async throws {
    let scratch = try ScratchFolder()
    let request = try Patient.request("P1-FU1", output: scratch.path("a/b"), threads: threads)
    let workflow = BaselineWorkflow(request, subject: Patient.subject)
    let seen = Progress()
    let hooks = RunHooks(progress: { seen.add($0) }, isCancelled: { seen.count > 0 })
    let error = try await #require(throws: Diagnostic.self) { try await workflow.run(hooks) }
    let pairs = try #require(seen.last?.readPairs)
    #expect(pairs > 0)
    #expect(
      error.description == """
        error[RUN-INTERRUPTED]: stopped after \(pairs) read pairs
          help: Nothing was written; run the command again.
        """
    )
    #expect(scratch.names() == [])
  }

  @Test("progress grows to all reads and all bytes")
  func progress() async throws {
    let scratch = try ScratchFolder()
    let request = try Patient.request("P1-FU4", output: scratch.path("out"))
    let seen = Progress()
    _ = try await BaselineWorkflow(request, subject: Patient.subject)
      .run(RunHooks(progress: { seen.add($0) }))
    let last = try #require(seen.last)
    #expect(last.readPairs == (try PatientTruth().samples["P1-FU4"]?.pairs))
    let files = [1, 2].flatMap { Patient.files("P1-FU4", $0) }
    let bytes = try files.reduce(0) { try $0 + Data(contentsOf: URL(filePath: $1)).count }
    #expect(last.rawBytesTotal == bytes)
    #expect(last.rawBytesRead <= bytes)
    #expect(seen.isGrowing)
  }

  @Test("truncated gzip fails the run and leaves nothing")
  func truncated() async throws {
    let scratch = try ScratchFolder()
    let source = Patient.files("P1-FU3", 1)
    let bytes = try Data(contentsOf: URL(filePath: source[0]))
    try Data(bytes.prefix(bytes.count / 2)).write(to: URL(filePath: scratch.path("R1")))
    var request = try Patient.request("P1-FU3", output: scratch.path("out"))
    request.replicates = [
      .init(lanes: [.init(first: scratch.path("R1"), second: source[1])])
    ]
    let workflow = BaselineWorkflow(request, subject: Patient.subject)
    let error = try await #require(throws: Diagnostic.self) { try await workflow.run(RunHooks()) }
    #expect(error.code == "READ-TRUNCATED")
    #expect(error.location?.path == scratch.path("R1"))
    #expect(scratch.names() == ["R1"])
  }
}

/// Everything a run said about its progress.
private final class Progress: Sendable {
  private let reports = Mutex<[RunProgress]>([])

  func add(_ report: RunProgress) { reports.withLock { $0.append(report) } }
  var count: Int { reports.withLock { $0.count } }
  var last: RunProgress? { reports.withLock { $0.last } }
  var isGrowing: Bool {
    reports.withLock { all in
      zip(all, all.dropFirst()).allSatisfy {
        $0.readPairs < $1.readPairs && $0.rawBytesRead <= $1.rawBytesRead
      }
    }
  }
}
