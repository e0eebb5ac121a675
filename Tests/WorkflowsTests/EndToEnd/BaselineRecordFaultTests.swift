import Counting
import Diagnostics
import FoundationEssentials
import Monitoring
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Tracking
import Workflows

/// Baseline records that a follow-up cannot, or can only partly, be held against.
@Suite("Baseline records of a follow-up")
struct BaselineRecordFaultTests {
  /// The error of a follow-up of some baseline records; the folder must stay as it was.
  private func error(_ records: [[UInt8]], _ expected: (ScratchFolder) -> String) async throws {
    let scratch = try ScratchFolder()
    var paths: [String] = []
    for (index, record) in records.enumerated() {
      paths.append(scratch.path("b\(index + 1).json"))
      try Data(record).write(to: URL(filePath: paths[index]))
    }
    let before = scratch.names()
    let workflow = FollowupWorkflow(
      try Patient.request("P1-FU3", output: scratch.path("out")),
      baselinePaths: paths,
      visit: nil
    )
    let error = try await #require(throws: Diagnostic.self) { try await workflow.run(RunHooks()) }
    #expect(error.description == expected(scratch))
    #expect(scratch.names() == before)
  }

  @Test("a damaged record")
  func damaged() async throws {
    let record = try await SharedBaseline.record()
    try await error([Array(record.dropLast(record.count / 2))]) {
      """
      error[RECORD-SYNTAX]: the file is no JSON
        --> \($0.path("b1.json"))
        help: Use the file as 'clonetrack baseline' of this version wrote it.
      """
    }
  }

  @Test("a record of another schema")
  func schema() async throws {
    let text = String(decoding: try await SharedBaseline.record(), as: UTF8.self)
    let other = text.replacing("clonetrack.baseline/1", with: "clonetrack.baseline/2")
    try await error([Array(other.utf8)]) {
      """
      error[RECORD-SYNTAX]: the schema is 'clonetrack.baseline/2', expected 'clonetrack.baseline/1'
        --> \($0.path("b1.json"))
        help: Use the file as 'clonetrack baseline' of this version wrote it.
      """
    }
  }

  @Test("a record without a field")
  func field() async throws {
    let text = String(decoding: try await SharedBaseline.record(), as: UTF8.self)
    let other = text.replacing("\"verdict\"", with: "\"verdikt\"")
    try await error([Array(other.utf8)]) {
      """
      error[RECORD-SYNTAX]: the field 'verdict' is missing
        --> \($0.path("b1.json"))
        help: Use the file as 'clonetrack baseline' of this version wrote it.
      """
    }
  }

  @Test("a clone whose signature is too short to be told apart")
  func signature() async throws {
    var record = try await SharedBaseline.run().baseline()
    record.clonotypes[0].signature = "ACGTACGT"
    try await error([try record.json()]) {
      """
      error[RECORD-SYNTAX]: clone P1.IGH_VDJ.1 has no usable signature, expected at least 40 bases \
      with the recombined ones inside
        --> \($0.path("b1.json"))
        help: Use the file as 'clonetrack baseline' wrote it.
      """
    }
  }

  @Test("records of two subjects")
  func subjects() async throws {
    var other = try await SharedBaseline.run().baseline()
    other.subject = "P2"
    try await error([try await SharedBaseline.record(), try other.json()]) {
      """
      error[RECORD-SYNTAX]: the baseline is of subject P2, expected P1 as in \($0.path("b1.json"))
        --> \($0.path("b2.json"))
        help: Give baselines of one subject only.
      """
    }
  }

  @Test("no index clonotype: the follow-up fails and says why")
  func noIndex() async throws {
    var record = try await SharedBaseline.run().baseline()
    (record.clonotypes, record.verdict) = ([], .noIndex)
    let run = try await FinishedRun.followup("P1-FU4", baseline: try record.json())
    let followup = try run.followup()
    #expect(followup.result.call == .failed)
    #expect(Set(followup.result.status.values) == [.notEvaluable])
    #expect(followup.result.mrd == nil)
    let finding = try #require(run.outcome.findings.first { $0.code == "BL-NOIDX" })
    #expect(finding.severity == .failure)
    #expect(finding.message == "the baseline P1-DX has no index clonotype, at least 1 is needed")
  }

  @Test("another assay than the baseline's is found, and the level stays")
  func otherAssay() async throws {
    let scratch = try ScratchFolder()
    let text = try String(contentsOfFile: Patient.assayPath, encoding: .utf8)
    try scratch.write(text + "# another day\n", to: "a.yaml")
    let run = try await FinishedRun.followup("P1-FU2") { $0.assayPath = scratch.path("a.yaml") }
    #expect(
      run.outcome.findings.first
        == Diagnostic(
          code: "MTH-CHG",
          severity: .warning,
          message: "baseline P1-DX was made with another assay",
          measurement: .init("differences of method", 1, limit: 0)
        )
    )
    let same = try await FinishedRun.followup("P1-FU2").followup()
    #expect(try run.followup().result == same.result)
  }
}
