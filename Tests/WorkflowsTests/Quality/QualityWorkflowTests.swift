import Diagnostics
import FoundationEssentials
import Records
import Reports
import TestSupport
import Testing
import Workflows

@Suite("Quality control over finished runs")
struct QualityWorkflowTests {
  private static let header =
    "study\tsubject\tvisit\tsample\trun\tlab\tlot\tstage\tcode\tseverity\tmetric\tvalue\tlimit\t"
    + "detected_at\taction\tresolved_by\tresolution\tfinal_status\n"

  /// Two runs: a control that dropped out and its repeat, a file that was damaged, a subject without
  /// index clonotype, a no-template control with reads.
  private func twoRuns() throws -> QualityFixture {
    let fixture = try QualityFixture()
    let first = ["run": "R1", "lab": "CENTRAL", "lot": "L1", "study": "ST"]
    let second = ["run": "R2", "lab": "CENTRAL", "lot": "L2", "study": "ST"]
    try fixture.write(
      "runs/one",
      [
        .init(
          name: "A",
          call: "FAILED",
          findings: ["IC-DROP failure reads 0 50", "QT-SENS warning", "DR-NEW note"],
          copies: 0,
          metadata: first
        ),
        .init(name: "B", subject: "P2", isError: true, findings: ["SW-FAIL failure"]),
        .init(
          name: "C",
          subject: "P3",
          role: "DX",
          visit: nil,
          call: nil,
          verdict: "NO_INDEX",
          findings: ["BL-NOIDX failure"],
          metadata: first
        ),
        .init(
          name: "N",
          subject: "",
          role: "NTC",
          visit: nil,
          call: nil,
          findings: ["RUN-NTC failure"],
          copies: nil,
          metadata: ["run": "R1"]
        ),
      ],
      findings: ["RUN-PF warning"]
    )
    try fixture.write(
      "runs/two",
      [.init(name: "A2", metadata: second)],
      ended: "2026-02-19T08:00:00Z"
    )
    return fixture
  }

  @Test("every finding is a row with what became of its visit")
  func rows() throws {
    let fixture = try twoRuns()
    let files = try fixture.run(["runs"], into: "qa")
    #expect(
      files["failures.tsv"] == Self.header
        + "\t\t\t\tR1\t\t\tRUN\tRUN-PF\twarning\t\t\t\t\tRE\t\t\t\n"
        + "\tP2\tM3\tB\tR1\t\t\tSW\tSW-FAIL\tfailure\t\t\t\t\tRR\t\tnot repeated\tERROR\n"
        + "ST\tP1\tM3\tA\tR1\tCENTRAL\tL1\tIC\tIC-DROP\tfailure\treads\t0.0\t50.0\t"
        + "2026-02-05T08:00:00Z\tRE\tR2\trepeat answered\tNOT_DETECTED\n"
        + "ST\tP1\tM3\tA\tR1\tCENTRAL\tL1\tQT\tQT-SENS\twarning\t\t\t\t"
        + "2026-02-05T08:00:00Z\tRX/RS\tR2\trepeat answered\tNOT_DETECTED\n"
        + "ST\tP3\t\tC\tR1\tCENTRAL\tL1\tBL\tBL-NOIDX\tfailure\t\t\t\t"
        + "2026-02-05T08:00:00Z\tBL\t\tno index clonotype\tNO_INDEX\n"
        + "\t\t\tN\tR1\t\t\tRUN\tRUN-NTC\tfailure\t\t\t\t2026-02-05T08:00:00Z\tRE\t\t\tDONE\n"
    )
    let record = try QualityRecord.read(
      from: Array((files["failure_summary.json"] ?? "").utf8),
      path: "failure_summary.json"
    )
    #expect(record.scope.libraries == 5)
    #expect(record.scope.subjectVisits == 2)
    #expect(record.scope.visitsWithoutIndex == 1)
    #expect(record.scope.subjects == 3)
    #expect(record.scope.runs == 2)
    #expect(record.scope.programVersions == ["0.1.0"])
    #expect(record.scope.profiles == ["5e5e"])
    #expect(record.neverEvaluable.subjects == ["P3"])
    #expect(record.repeats.map(\.proportion.numerator) == [1, 1])
    #expect(files["qa.html"]?.contains("<a href=\"../runs/one/A/report.html\">A</a>") == true)
    #expect(files["qa.html"]?.contains("<td>B</td>") == true)
  }

  @Test("the order of the folders, their names and giving one twice change nothing")
  func order() throws {
    let fixture = try twoRuns()
    try FileManager.default.createSymbolicLink(
      at: URL(filePath: fixture.scratch.path("link")),
      withDestinationURL: URL(filePath: fixture.scratch.path("runs/two"))
    )
    let once = try fixture.run(["runs/one", "runs/two"], into: "qa1")
    let again = [
      ["runs/two", "runs/one"], ["runs"], ["runs/one/../one/", "link", "runs"],
      ["runs/one/A", "runs/one", "runs/two/A2", "runs/two"],
    ]
    #expect(Set(once.keys).count == 5)
    for (number, folders) in again.enumerated() {
      #expect(try fixture.run(folders, into: "again\(number)") == once, "\(folders)")
    }
  }

  @Test("a superseded result is an attempt; what still stands is counted once")
  func superseded() throws {
    let fixture = try QualityFixture()
    let old = QualityFixture.Sample(
      name: "A",
      call: "INDETERMINATE",
      findings: ["CON-HOP indeterminate"]
    )
    let other = QualityFixture.Sample(name: "B", subject: "P2")
    try fixture.write("run/superseded/0002", [old, other], standing: ["A"])
    try fixture.write("run", [.init(name: "A"), other], ended: "2026-03-05T08:00:00Z")
    let files = try fixture.run(["run"], into: "qa")
    #expect(
      files["failures.tsv"] == Self.header
        + "\tP1\tM3\tA\trun\t\t\tCON\tCON-HOP\tindeterminate\t\t\t\t2026-02-05T08:00:00Z\tRE\t"
        + "run\tsuperseded\tNOT_DETECTED\n"
    )
    let summary = files["failure_summary.md"] ?? ""
    #expect(summary.contains("- 3 libraries in 1 run, 2 subject-visits of 2 subjects\n"))
    #expect(summary.contains("- repeats with an answer: 1 of 1 repeats"))
  }

  @Test("samples that were run by themselves are read by their own records")
  func alone() throws {
    let fixture = try QualityFixture()
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let golden = repository.appending(path: "testdata/golden/reports")
    for name in ["found", "failed-baseline", "detected", "not-detected", "failed"] {
      try FileManager.default.copyItem(
        at: golden.appending(path: name),
        to: URL(filePath: fixture.scratch.path(name))
      )
    }
    let files = try fixture.run(["."], into: "qa")
    let record = try QualityRecord.read(
      from: Array((files["failure_summary.json"] ?? "").utf8),
      path: "failure_summary.json"
    )
    #expect(record.scope.libraries == 5)
    #expect(record.scope.runs == 0)
    let failed = record.rates.first { $0.dimension == "all" && $0.event == "failed" }
    #expect(failed?.proportion.numerator == 2)
    #expect(files["failures.tsv"]?.contains("\tIC-DROP\tfailure\t") == true)
  }

  @Test(
    "a damaged or foreign record is an error that names file and field",
    arguments: [
      (
        "batch.json", "{\"schema\": \"nf-core/1\"}",
        "the schema is 'nf-core/1', expected 'clonetrack.batch/1'", "clonetrack batch"
      ),
      (
        "batch.json",
        "{\"schema\": \"clonetrack.batch/1\", \"program_version\": \"1\", \"findings\": [], "
          + "\"samples\": [{\"sample\": \"A\", \"role\": \"FU\", \"state\": \"lost\"}]}",
        "the field 'samples[0].state' holds a value that is not known", "clonetrack batch"
      ),
      ("followup.json", "[", "the file is no JSON", "clonetrack followup"),
      ("baseline.json", "{}", "the field 'schema' is missing", "clonetrack baseline"),
    ]
  )
  func damaged(name: String, text: String, message: String, writer: String) throws {
    let fixture = try QualityFixture()
    try fixture.make("run")
    try fixture.scratch.write(text, to: "run/\(name)")
    let error = try #require(throws: Diagnostic.self) { _ = try fixture.run(["run"], into: "qa") }
    #expect(
      error.description.replacing(fixture.scratch.path, with: "TEST") == """
        error[RECORD-SYNTAX]: \(message)
          --> TEST/run/\(name)
          help: Use the file as '\(writer)' of this version wrote it.
        """
    )
    #expect(fixture.scratch.names() == ["run"])
  }

  @Test("a folder that is none, or that holds no record, is an error")
  func nothing() throws {
    let fixture = try QualityFixture()
    try fixture.make("empty/.hidden")
    try fixture.scratch.write("{}", to: "empty/.hidden/batch.json")
    let cases = [
      ("nowhere", "the folder does not exist or is none"),
      ("empty", "the folder holds none of baseline.json, batch.json, followup.json"),
    ]
    for (folder, message) in cases {
      let error = try #require(throws: Diagnostic.self) {
        _ = try fixture.run([folder], into: "qa")
      }
      #expect(
        error.description.replacing(fixture.scratch.path, with: "TEST") == """
          error[FILE-MISSING]: \(message)
            --> TEST/\(folder)
            help: Give the results of 'clonetrack batch', 'baseline' or 'followup'.
          """
      )
    }
    #expect(fixture.scratch.names() == ["empty"])
  }

  @Test("results that are there are kept unless they may be replaced")
  func existing() throws {
    let fixture = try twoRuns()
    let once = try fixture.run(["runs"], into: "qa")
    let error = try #require(throws: Diagnostic.self) { _ = try fixture.run(["runs"], into: "qa") }
    #expect(error.code == "FILE-EXISTS")
    let request = QualityRequest(
      folders: [fixture.scratch.path("runs")],
      output: fixture.scratch.path("qa"),
      force: true
    )
    let words = try QualityWorkflow(request).run()
    #expect(words.hasPrefix("5 libraries in 2 runs, 2 subject-visits of 3 subjects\n"))
    #expect(try fixture.files(in: "qa") == once)
  }
}
