import Diagnostics
import FoundationEssentials
import Monitoring
import Records
import ResultStore
import TestSupport
import Testing

/// The libraries of finished runs.
@Suite("Finished runs")
struct FinishedRunsTests {
  private let store: FinishedStore
  private var scratch: ScratchFolder { store.scratch }

  init() throws { store = try FinishedStore() }

  private func runs(_ folders: [String]) throws -> FinishedRuns {
    try FinishedRuns(folders.map { scratch.path($0) })
  }

  private func samples(_ runs: FinishedRuns) -> [String] { runs.libraries.map(\.sample).sorted() }

  /// A batch with a repeat of one of its samples, and two samples run by themselves.
  private func fill() throws {
    try store.addBatch("runs/R1", [("A", "FU", 1e-4), ("P", "POS", 1e-3)])
    try store.addFollowup("runs/R1/A", sample: "A")
    try store.addRun("runs/R1/A", ended: "2026-02-03T04:05:06Z")
    try store.addFollowup("single/B", sample: "B") { $0.programVersion = "0.2.0" }
    try store.addBaseline("single/C", sample: "C")
    try store.write(Array("<html>".utf8), to: "runs/R1/A/report.html")
  }

  @Test("a sample that a batch lists is taken from there, every other from its own record")
  func once() throws {
    try fill()
    let found = try runs(["runs", "single"])
    #expect(samples(found) == ["A", "B", "C", "P"])
    let roles = Dictionary(uniqueKeysWithValues: found.libraries.map { ($0.sample, $0.sheetRole) })
    #expect(roles == ["A": "FU", "P": "POS", "B": nil, "C": nil])
    #expect(found.programVersions == ["0.1.0", "0.2.0"])
    #expect(found.profiles == [SampleBaseline.digest])
  }

  @Test("the order of the folders, and reaching one twice, change nothing")
  func order() throws {
    try fill()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"),
      withDestinationPath: scratch.path("runs/R1")
    )
    func words(_ folders: [String]) throws -> [String] {
      try runs(folders).libraries.map { "\($0.order) \($0.folder ?? "") \($0.mrd ?? 0)" }.sorted()
    }
    let expected = try words(["runs", "single"])
    #expect(expected.count == 4)
    #expect(try words(["single", "runs"]) == expected)
    #expect(try words(["single/C", "link", "runs", "single", "runs/R1/A"]) == expected)
  }

  @Test("the run record of a sample says when its result was made")
  func ended() throws {
    try fill()
    let found = try runs(["runs"])
    let ended = Dictionary(uniqueKeysWithValues: found.libraries.map { ($0.sample, $0.ended) })
    #expect(ended == ["A": "2026-02-03T04:05:06Z", "P": nil])
  }

  @Test("a run is called as its sample sheet says, or else as its folder")
  func runNames() throws {
    try store.addBatch("runs/R1", [("A", "FU", nil)])
    try store.addBatch("runs/R2", [("B", "FU", nil)]) { $0.samples[0].metadata["run"] = "NOVA-7" }
    let found = try runs(["runs"])
    let names = Dictionary(uniqueKeysWithValues: found.libraries.map { ($0.sample, $0.run) })
    #expect(names == ["A": "R1", "B": "NOVA-7"])
  }

  @Test("findings of a run are reported once each, those of superseded records not again")
  func runFindings() throws {
    func addBatch(_ folder: String, _ message: String) throws {
      try store.addBatch(folder, [("A", "FU", nil)]) { record in
        record.findings = [
          FindingRecord(
            code: "RUN-PF",
            severity: "warning",
            message: message,
            remedy: nil,
            meaning: nil
          )
        ]
      }
    }
    try addBatch("runs/R1", "new")
    try addBatch("runs/R1/superseded/0002", "old")
    let found = try runs(["runs"])
    #expect(found.runFindings.map(\.finding.message) == ["new"])
    #expect(found.runFindings.map(\.run) == ["R1"])
  }

  @Test("superseded results count as attempts of their run; those without a folder do not")
  func superseded() throws {
    try store.addBatch("runs/R1", [("A", "FU", 1e-4), ("B", "FU", 2e-4)])
    try store.addBatch(
      "runs/R1/superseded/0002",
      [("A", "FU", 9e-4), ("B", "FU", 2e-4), ("X", "FU", nil)],
      unreadable: ["X"]
    )
    // Of the superseded results only A's were moved.
    try FileManager.default.removeItem(atPath: scratch.path("runs/R1/superseded/0002/B"))
    let found = try runs(["runs"])
    #expect(samples(found) == ["A", "A", "B"])
    let old = try #require(found.libraries.first { $0.isSuperseded })
    #expect(old.mrd == 9e-4)
    #expect(old.run == "R1", "not called after the folder it was moved to")
    #expect(found.libraries.count { $0.isSuperseded } == 1)
  }

  @Test("a sample whose data could not be read is an attempt that failed")
  func unreadable() throws {
    try store.addBatch("R1", [("A", "FU", nil), ("B", "FU", nil)], unreadable: ["B"])
    let found = try runs(["R1"])
    let library = try #require(found.libraries.first { $0.sample == "B" })
    #expect(library.outcome == .failed)
    #expect(library.folder == nil)
  }

  @Test("reports are found, seen from the folder of the new results")
  func reports() throws {
    try fill()
    var found = try runs(["runs", "single"])
    found.locateReports(from: scratch.path("quality/2026"))
    let reports = Dictionary(
      uniqueKeysWithValues: found.libraries.map { ($0.sample, $0.report) }
    )
    #expect(reports == ["A": "../../runs/R1/A/report.html", "B": nil, "C": nil, "P": nil])
  }

  @Test("a damaged record is named as the user sees it")
  func damaged() throws {
    try store.write(Array("{}".utf8), to: "a/b/followup.json")
    let error = try #require(throws: Diagnostic.self) { _ = try runs(["a"]) }
    #expect(
      error.description == """
        error[RECORD-SYNTAX]: the field 'schema' is missing
          --> \(scratch.path("a/b/followup.json"))
          help: Use the file as 'clonetrack followup' of this version wrote it.
        """
    )
  }
}
