import Diagnostics
import FoundationEssentials
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Workflows

/// The acceptance scenarios that need several visits or a sample sheet, through
/// `batch`.
@Suite("Acceptance scenarios through batch")
struct BatchScenarioTests {
  private static func followup(_ name: String, _ run: BatchRun) throws -> FollowupRecord {
    let bytes = try run.results()["\(name)/followup.json"] ?? []
    return try FollowupRecord.read(from: bytes, path: name)
  }

  @Test(
    "Scenario 14: an unrelated clone seen once is watched, 28 days later it is new",
    arguments: [("2024-05-12", "DR-NEW?"), ("2024-05-13", "DR-NEW")]
  )
  func newClone(day: String, code: String) async throws {
    let visits = try await PatientVisits()
    try #require(visits.hasClone)
    let run = try BatchRun(["P1-DX"])
    // The later visit stands first: days decide, not lines.
    let rows =
      try visits.rows("LATER", on: day, in: run.scratch)
      + visits.rows("FIRST", on: "2024-04-15", in: run.scratch)
    let sheet = (run.scratch.text("sheet.csv") ?? "") + rows.joined(separator: "\n") + "\n"
    try run.scratch.write(sheet, to: "sheet.csv")
    let outcome = try await run.run()
    #expect(outcome.faults.isEmpty)
    let first = try Self.followup("FIRST", run)
    #expect(first.drift.map(\.event) == ["DR-NEW?"])
    #expect(first.drift.map(\.severity) == ["warning"])
    // Watching changes no call.
    #expect(first.result.call == .notDetected)
    #expect(first.result.status["1e-4"] == .negative)
    let later = try Self.followup("LATER", run)
    #expect(later.drift.map(\.event) == [code])
    #expect(later.drift[0].junction == first.drift[0].junction)
    let inputs = run.scratch.text("out/LATER/run.json") ?? ""
    #expect(inputs.contains("out/FIRST/followup.json"))
    // A run that is resumed judges the visits in the same order.
    let before = try run.results()
    try FileManager.default.removeItem(atPath: run.scratch.path("out/LATER"))
    try await run.run { ($0.resumes, $0.supersedeReason) = (true, "a folder was lost") }
    #expect(try run.results() == before)
  }

  @Test("Scenario 15: blood without the clone is exploratory and never negative")
  func blood() async throws {
    let run = try BatchRun(["P1-DX", "P1-FU4"])
    let sheet = (run.scratch.text("sheet.csv") ?? "").split(separator: "\n").map {
      $0.hasPrefix("P1-FU4") ? String($0).replacing(",FU,BM,", with: ",FU,PB,") : String($0)
    }
    try run.scratch.write(sheet.joined(separator: "\n") + "\n", to: "sheet.csv")
    try await run.run()
    let record = try Self.followup("P1-FU4", run)
    #expect(record.result.mrd == 0)
    #expect(record.result.call == .indeterminate)
    #expect(Set(record.result.status.values) == [.indeterminate])
    let finding = try #require(record.findings.first { $0.code == "PRE-TYPE" })
    #expect(finding.severity == "indeterminate")
    #expect(finding.message == "the specimen is PB, BM is expected")
  }

  @Test(
    "Scenario 21: a visit with another rule than the one before is MTH-CHG, which names the rule"
  )
  func profile() async throws {
    let first = try BatchRun(["P1-DX", "P1-FU3"])
    try await first.run()
    let second = try BatchRun(["P1-FU4"])
    try await second.run {
      $0.baselinePaths = [first.scratch.path("out/P1-DX/baseline.json")]
      $0.earlierPaths = [first.scratch.path("out")]
      $0.thresholds = ["quantification.cutoffs.neg_rule": "upper95"]
    }
    let old = try Self.followup("P1-FU3", first)
    let new = try Self.followup("P1-FU4", second)
    #expect(old.profile.changed.isEmpty)
    #expect(new.profile.changed == ["quantification.cutoffs.neg_rule": "upper95"])
    #expect(new.profile.sha256 != old.profile.sha256)
    let change =
      "was made with another threshold profile "
      + "(quantification.cutoffs.neg_rule default, now upper95)"
    #expect(
      new.findings.filter { $0.code == "MTH-CHG" }.map(\.message).sorted() == [
        "baseline P1-DX \(change)", "visit M9 \(change)",
      ]
    )
    #expect(!old.findings.contains { $0.code == "MTH-CHG" })
  }
}
