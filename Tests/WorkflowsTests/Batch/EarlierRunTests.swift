import Diagnostics
import FoundationEssentials
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Workflows

@Suite("What finished runs tell a new one")
struct EarlierRunTests {
  private static func followup(_ name: String, _ run: BatchRun) throws -> FollowupRecord {
    let bytes = try run.results()["\(name)/followup.json"] ?? []
    return try FollowupRecord.read(from: bytes, path: name)
  }

  /// A folder with the record of P1-FU3, changed.
  private static func earlier(
    _ run: BatchRun,
    _ change: (inout FollowupRecord) -> Void
  ) async throws -> String {
    var record = try await FinishedRun.followup("P1-FU3").followup()
    record.metadata = ["collection_date": "2024-10-14", "role": "FU"]
    change(&record)
    try FileManager.default.createDirectory(
      atPath: run.scratch.path("old/P1-FU3"),
      withIntermediateDirectories: true
    )
    let text = String(decoding: try record.json(), as: UTF8.self)
    try run.scratch.write(text, to: "old/P1-FU3/followup.json")
    return run.scratch.path("old")
  }

  private static func dilute(_ record: inout FollowupRecord) {
    record.haemodilution.polyclonalFraction = 1
    record.haemodilution.clonotypesPerCells = 1e6
  }

  @Test("a visit of an earlier run is the reference for diluted marrow and for the method")
  func reference() async throws {
    let run = try BatchRun(["P1-DX", "P1-FU4"])
    let folder = try await Self.earlier(run) {
      Self.dilute(&$0)
      $0.programVersion = "0.0.9"
    }
    try await run.run { $0.earlierPaths = [folder] }
    let record = try Self.followup("P1-FU4", run)
    #expect(record.earlier.map(\.sample) == ["P1-DX", "P1-FU3"])
    #expect(record.earlier.last?.collectionDate == "2024-10-14")
    let page = run.scratch.text("out/P1-FU4/report.html") ?? ""
    #expect(page.contains("M3 (2024-10-14): ") && page.contains("<td>P1-FU3</td>"))
    let findings = record.findings
    #expect(findings.first { $0.code == "HD-SUSP" }?.value == 2)
    #expect(
      findings.first { $0.code == "MTH-CHG" }?.message
        == "visit M3 was made with another program version"
    )
    let inputs = run.scratch.text("out/P1-FU4/run.json") ?? ""
    #expect(inputs.contains("old/P1-FU3/followup.json"))
    #expect(run.scratch.text("out/run.json")?.contains("old/P1-FU3/followup.json") == true)
  }

  @Test(
    "a later visit, a failed one, a control and another subject's are no reference",
    arguments: 0..<4
  )
  func noReference(_ change: Int) async throws {
    let run = try BatchRun(["P1-DX", "P1-FU4"])
    let folder = try await Self.earlier(run) { record in
      Self.dilute(&record)
      switch change {
      case 0: record.metadata["collection_date"] = "2025-01-13"
      case 1: record.result.call = .failed
      case 2: record.metadata["role"] = "POS"
      default: record.subject = "P2"
      }
    }
    try await run.run { $0.earlierPaths = [folder] }
    let record = try Self.followup("P1-FU4", run)
    // A failed visit has no level, but it was there.
    #expect(record.earlier.map(\.sample) == (change == 1 ? ["P1-DX", "P1-FU3"] : ["P1-DX"]))
    let findings = record.findings
    #expect(!findings.contains { $0.code == "HD-SUSP" })
  }

  @Test("a folder without records is refused")
  func missing() async throws {
    let run = try BatchRun(["P1-DX"])
    let error = await #expect(throws: DiagnosticList.self) {
      try await run.run { $0.earlierPaths = [run.scratch.path("nowhere")] }
    }
    #expect(
      error?.diagnostics.map(\.description) == [
        """
        error[FILE-MISSING]: the folder does not exist or is none
          --> \(run.scratch.path("nowhere"))
          help: Give the results of 'clonetrack batch', 'baseline' or 'followup'.
        """
      ]
    )
  }

  @Test(
    "the levels of a positive control in ten earlier runs are its Levey-Jennings chart",
    arguments: [(1e-3, 10, []), (1e-2, 10, ["RUN-POSC"]), (1e-2, 9, [])]
  )
  func controls(level: Double, runs: Int, codes: [String]) async throws {
    let history = try QualityFixture()
    for number in 0..<runs {
      // A spread of a tenth of a decade.
      let value = level * (number.isMultiple(of: 2) ? 1.25 : 0.8)
      try history.write(
        "old/run\(number)",
        [
          .init(
            name: "POS\(number)",
            subject: "P1",
            role: "POS",
            call: nil,
            mrd: value,
            metadata: ["run_date": "2024-01-\(10 + number)"]
          )
        ]
      )
    }
    let run = try BatchRun(["P1-DX", "P1-FU2", "P1-FU4"])
    let sheet = (run.scratch.text("sheet.csv") ?? "").split(separator: "\n").map {
      $0.hasPrefix("P1-FU2") ? String($0).replacing(",FU,BM,", with: ",POS,BM,") : String($0)
    }
    try run.scratch.write(sheet.joined(separator: "\n") + "\n", to: "sheet.csv")
    try await run.run { $0.earlierPaths = [history.scratch.path("old")] }
    let record = try Self.followup("P1-FU4", run)
    #expect(record.findings.map(\.code).filter { $0 == "RUN-POSC" } == codes)
    #expect((record.result.call == .failed) == !codes.isEmpty)
  }
}
