import Diagnostics
import FoundationEssentials
import Records
import Reports
import TestSupport
import Testing
import Workflows

/// Pages and exports made from records alone.
@Suite("Reports from records")
struct ReportWorkflowTests {
  /// The patient's baseline and two follow-ups in folders of their own.
  private func results() async throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    let baseline = try await SharedBaseline.run()
    try write(baseline, to: "runs/P1-DX", scratch)
    for sample in ["P1-FU1", "P1-FU4"] {
      try write(try await FinishedRun.followup(sample), to: "runs/\(sample)", scratch)
    }
    return scratch
  }

  private func write(_ run: FinishedRun, to folder: String, _ scratch: ScratchFolder) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path(folder),
      withIntermediateDirectories: true
    )
    for (name, bytes) in run.files {
      try scratch.write(String(decoding: bytes, as: UTF8.self), to: "\(folder)/\(name)")
    }
  }

  private func bytes(_ scratch: ScratchFolder, _ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: scratch.path(path))))
  }

  @Test("rewrites the page of each sample with the bytes of its run")
  func sameBytes() async throws {
    let scratch = try await results()
    let said = try ReportWorkflow(
      ReportRequest(folders: [scratch.path("runs")], output: scratch.path("out"))
    ).run()
    #expect(
      said.summary.replacing(scratch.path, with: "TEST") == """
        3 samples of 1 subject
          P1: TEST/out/P1.html

        """
    )
    #expect(said.record.subjects.map(\.samples) == [["P1-DX", "P1-FU1", "P1-FU4"]])
    for file in said.record.files {
      #expect(FileManager.default.fileExists(atPath: scratch.path("out/\(file)")), "\(file)")
    }
    for sample in ["P1-DX", "P1-FU1", "P1-FU4"] {
      let written = try bytes(scratch, "out/\(sample)/report.html")
      #expect(try written == bytes(scratch, "runs/\(sample)/report.html"), "\(sample)")
    }
  }

  @Test("draws earlier visits that the run of a sample did not know")
  func moreVisits() async throws {
    let scratch = try await results()
    let path = "runs/P1-FU4/followup.json"
    var record = try FollowupRecord.read(from: bytes(scratch, path), path: path)
    #expect(record.earlier.map(\.sample) == ["P1-DX"])
    record.visit = "M12"
    try scratch.write(String(decoding: try record.json(), as: UTF8.self), to: path)
    _ = try ReportWorkflow(
      ReportRequest(folders: [scratch.path("runs")], output: scratch.path("out"))
    ).run()
    let later = String(decoding: try bytes(scratch, "out/P1-FU4/report.html"), as: UTF8.self)
    #expect(later.contains("<td>P1-FU1</td><td>DETECTED</td>"))
    let first = String(decoding: try bytes(scratch, "out/P1-FU1/report.html"), as: UTF8.self)
    #expect(!first.contains("P1-FU4"))
  }

  @Test("the order of the folders changes no byte")
  func order() async throws {
    let scratch = try await results()
    let names = ["P1-DX", "P1-FU1", "P1-FU4"]
    for (output, order) in [("one", names), ("two", names.reversed())] {
      _ = try ReportWorkflow(
        ReportRequest(
          folders: order.map { scratch.path("runs/\($0)") },
          output: scratch.path(output)
        )
      ).run()
    }
    let files = [
      "P1.html", "P1.vidjil", "clonetrack_findings_mqc.json", "clonetrack_general_mqc.json",
      "clonetrack_levels_mqc.json", "clonetrack_mqc_versions.yml", "repertoires.airr.json",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: scratch.path("one"))
    #expect(Set(found) == Set(files + names))
    for file in files {
      #expect(try bytes(scratch, "one/\(file)") == bytes(scratch, "two/\(file)"), "\(file)")
    }
  }

  @Test("makes result folders RO-Crates that name no folder of the reads")
  func crates() async throws {
    let scratch = try await results()
    _ = try ReportWorkflow(
      ReportRequest(folders: [scratch.path("runs")], output: nil, makesCrates: true)
    ).run()
    let crate = String(
      decoding: try bytes(scratch, "runs/P1-FU1/ro-crate-metadata.json"),
      as: UTF8.self
    )
    #expect(crate.contains("\"name\" : \"P1-FU1_1_R1.fastq.gz\""))
    #expect(crate.contains("ni:///sha-256;"))
    #expect(!crate.contains("testdata"))
    #expect(!crate.contains(scratch.path))
  }

  @Test("refuses two results of one sample")
  func twins() async throws {
    let scratch = try await results()
    try write(try await SharedBaseline.run(), to: "runs/again", scratch)
    let fault = #expect(throws: Diagnostic.self) {
      _ = try ReportWorkflow(
        ReportRequest(folders: [scratch.path("runs")], output: scratch.path("out"))
      ).run()
    }
    #expect(
      fault?.description.replacing(scratch.path, with: "TEST") == """
        error[RECORD-SYNTAX]: a second result of sample P1-DX; the first is in TEST/runs/P1-DX
          --> TEST/runs/again
          help: Give one result of each sample.
        """
    )
  }

  @Test("names the line of a damaged table")
  func damagedTable() async throws {
    let scratch = try await results()
    let path = "runs/P1-FU4/rearrangements.airr.tsv"
    let table = String(decoding: try bytes(scratch, path), as: UTF8.self)
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = lines[0] + "\n" + lines[1] + "\nshort\tline\n"
    try scratch.write(String(cut), to: path)
    let fault = #expect(throws: Diagnostic.self) {
      _ = try ReportWorkflow(
        ReportRequest(folders: [scratch.path("runs")], output: scratch.path("out"))
      ).run()
    }
    let width = lines[0].split(separator: "\t").count
    #expect(
      fault?.description.replacing(scratch.path, with: "TEST") == """
        error[RECORD-SYNTAX]: 2 fields, expected \(width) as in the header
          --> TEST/runs/P1-FU4/rearrangements.airr.tsv:3
          help: Use the file as 'clonetrack' of this version wrote it.
        """
    )
  }
}
