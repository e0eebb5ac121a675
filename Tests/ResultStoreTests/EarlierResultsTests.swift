import Diagnostics
import Files
import Monitoring
import Quantification
import Records
import ResultStore
import TestSupport
import Testing

/// What finished runs tell a new one.
@Suite("Earlier results")
struct EarlierResultsTests {
  private let store: FinishedStore
  private var scratch: ScratchFolder { store.scratch }

  init() throws { store = try FinishedStore() }

  private func results(
    _ folders: [String],
    of subjects: Set<String> = ["S01"],
    output: String = "out"
  ) throws -> EarlierResults {
    try EarlierResults(
      folders.map { scratch.path($0) },
      of: subjects,
      output: scratch.path(output)
    )
  }

  @Test("without a folder there are none")
  func nothing() throws {
    let found = try results([])
    #expect(found.visits.isEmpty)
    #expect(found.controlLevels.isEmpty)
    #expect(found.inputs.isEmpty)
  }

  @Test("the dated visits of the subjects asked for, and no others")
  func visits() throws {
    try store.addFollowup("a/F1", sample: "F1")
    try store.addFollowup("a/F2", sample: "F2", subject: "S02")
    try store.addFollowup("a/F3", sample: "F3", day: nil)
    try store.addFollowup("a/F4", sample: "F4", day: "in spring")
    try store.addFollowup("b/F5", sample: "F5", subject: "S03", day: "2026-04-01")
    try store.addFollowup("b/F6", sample: "F6") { $0.metadata["role"] = "POS" }
    try store.addFollowup("b/F7", sample: "F7") { $0.metadata["role"] = "FU" }
    let found = try results(["a", "b"], of: ["S01", "S03", "S04"])
    #expect(Set(found.visits.keys) == ["S01", "S03"])
    #expect(found.visits["S01"]?.map(\.visit.sample).sorted() == ["F1", "F7"])
    #expect(found.visits["S03"]?.map(\.visit.sample) == ["F5"])
    #expect(found.visits["S03"]?.map(\.date) == [CalendarDate("2026-04-01")])
    let names = found.inputs.map { $0.path.replacing(scratch.path + "/", with: "") }.sorted()
    #expect(names == ["a/F1/followup.json", "b/F5/followup.json", "b/F7/followup.json"])
    #expect(found.inputs.allSatisfy { $0.size ?? 0 > 1_000 && $0.sha256?.utf8.count == 64 })
  }

  @Test("a visit is what its record says")
  func contents() throws {
    let record = try store.addFollowup("a/F1", sample: "F1")
    let visit = try #require(try results(["a"]).visits["S01"]?.first)
    #expect(visit.visit == EarlierVisit(record))
    #expect(visit.level == VisitLevel(record))
    #expect(visit.level.mrd == 3.2e-5)
    #expect(visit.visit.call == .detected)
    #expect(visit.file == (try results(["a"]).inputs.first))
  }

  @Test("a run's own results and superseded ones are not its past")
  func ownResults() throws {
    try store.addFollowup("runs/R1/F1", sample: "F1")
    try store.addFollowup("runs/R1/superseded/0002/F1", sample: "F1-old")
    try store.addFollowup("runs/R2/F2", sample: "F2")
    try store.addFollowup("runs/R20/F3", sample: "F3")
    let found = try results(["runs"], output: "runs/R2/")
    #expect(found.visits["S01"]?.map(\.visit.sample).sorted() == ["F1", "F3"])
  }

  @Test("folders given twice, or in another order, give the same")
  func order() throws {
    try store.addFollowup("a/F1", sample: "F1")
    try store.addFollowup("b/F2", sample: "F2", day: "2026-02-01")
    let expected = try results(["a", "b"])
    for folders in [["b", "a"], ["b", "a", "b", "a/F1"]] {
      let found = try results(folders)
      #expect(found.visits == expected.visits)
      #expect(found.inputs == expected.inputs)
    }
  }

  @Test("levels of positive controls, oldest first, by the control's name or else its subject")
  func controls() throws {
    func addControl(
      _ folder: String,
      _ level: Double,
      ended: String,
      _ change: (inout BatchRecord) -> Void = { _ in }
    ) throws {
      try store.addBatch(folder, [("P", "POS", level), ("A", "FU", 0.5)]) {
        $0.samples[0].subject = "CELLS"
        change(&$0)
      }
      try store.addRun(folder + "/P", ended: ended)
    }
    try addControl("runs/R3", 3e-3, ended: "2026-01-03T00:00:00Z")
    try addControl("runs/R1", 1e-3, ended: "2026-01-01T00:00:00Z")
    try addControl("runs/R2", 2e-3, ended: "2026-01-02T00:00:00Z")
    try addControl("runs/R4", 4e-3, ended: "2026-01-04T00:00:00Z") {
      $0.samples[0].metadata["control"] = "POS-1"
    }
    // One that failed its run, and one of the new run itself, are no measure.
    try addControl("runs/R5", 5e-3, ended: "2026-01-05T00:00:00Z") {
      $0.samples[0].findings = [
        FindingRecord(
          code: "POS-LEVEL",
          severity: "failure",
          message: "x",
          remedy: nil,
          meaning: nil
        )
      ]
    }
    try addControl("runs/R6", 6e-3, ended: "2026-01-06T00:00:00Z")
    let found = try results(["runs"], output: "runs/R6")
    #expect(found.controlLevels == ["CELLS": [1e-3, 2e-3, 3e-3], "POS-1": [4e-3]])
    let names = found.inputs.map { $0.path.replacing(scratch.path + "/", with: "") }
    #expect(names == (1...5).map { "runs/R\($0)/batch.json" })
  }

  @Test("a folder that is none is an error that names it")
  func missing() throws {
    let error = try #require(throws: Diagnostic.self) { _ = try results(["absent"]) }
    #expect(
      error.description == """
        error[FILE-MISSING]: the folder does not exist or is none
          --> \(scratch.path("absent"))
          help: Give the results of 'clonetrack batch', 'baseline' or 'followup'.
        """
    )
  }
}
