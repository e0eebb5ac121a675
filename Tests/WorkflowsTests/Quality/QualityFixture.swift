import FoundationEssentials
import TestSupport
import Workflows

/// Finished runs as `clonetrack batch` leaves them, in a folder of one test.
struct QualityFixture {
  /// One sample of a run.
  struct Sample {
    var name: String
    var subject = "P1"
    var role = "FU"
    var visit: String? = "M3"
    var call: String? = "NOT_DETECTED"
    var verdict: String?
    var mrd: Double?
    var isError = false
    var findings: [String] = []
    var copies: Double? = 40
    var metadata: [String: String] = [:]
  }

  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Writes the record of a run and the folders of the samples that were read, or of those that are
  /// `standing`.
  func write(
    _ folder: String,
    _ samples: [Sample],
    ended: String = "2026-02-05T08:00:00Z",
    findings: [String] = [],
    standing: Set<String>? = nil
  ) throws {
    let entries = samples.map { entry($0) }.joined(separator: ",\n")
    try make(folder)
    try scratch.write(
      """
      {"schema": "clonetrack.batch/1", "program_version": "0.1.0",
       "profile": {"id": "p", "sha256": "5e5e"},
       "findings": [\(findings.map(finding).joined(separator: ","))],
       "samples": [\(entries)]}
      """,
      to: "\(folder)/batch.json"
    )
    for sample in samples where !sample.isError && standing?.contains(sample.name) != false {
      try make("\(folder)/\(sample.name)")
      try scratch.write("<p>\(sample.name)</p>", to: "\(folder)/\(sample.name)/report.html")
      if sample.role == "FU" {
        try scratch.write(
          """
          {"schema": "clonetrack.followup/1", "program_version": "0.1.0",
           "profile": {"id": "p", "sha256": "5e5e"}, "sample": "\(sample.name)",
           "subject": "\(sample.subject)", "findings": [], "controls": [],
           "result": {"call": \(text(sample.call))}}
          """,
          to: "\(folder)/\(sample.name)/followup.json"
        )
      }
      try scratch.write(
        "{\"schema\": \"clonetrack.run/1\", \"ended\": \"\(ended)\"}",
        to: "\(folder)/\(sample.name)/run.json"
      )
    }
  }

  /// Runs quality control over folders of the fixture and gives back its files by name.
  func run(_ folders: [String], into output: String) throws -> [String: String] {
    _ = try QualityWorkflow(
      QualityRequest(
        folders: folders.map { scratch.path($0) },
        output: scratch.path(output)
      )
    ).run()
    return try files(in: output)
  }

  /// The files of a result folder by name.
  func files(in output: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in scratch.names(in: output) { files[name] = scratch.text("\(output)/\(name)") }
    return files
  }

  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: scratch.path(folder)),
      withIntermediateDirectories: true
    )
  }

  private func entry(_ sample: Sample) -> String {
    let metadata = sample.metadata.sorted { $0.key < $1.key }
      .map { "\"\($0.key)\": \"\($0.value)\"" }.joined(separator: ", ")
    let copies = sample.copies.map { "\($0)" } ?? "null"
    return """
      {"sample": "\(sample.name)", "subject": "\(sample.subject)", "role": "\(sample.role)",
       "visit": \(text(sample.visit)), "folder": \(text(sample.isError ? nil : sample.name)),
       "state": "\(sample.isError ? "error" : "done")", "verdict": \(text(sample.verdict)),
       "call": \(text(sample.isError ? nil : sample.call)),
       "mrd": \(sample.mrd.map { "\($0)" } ?? "null"),
       "findings": [\(sample.findings.map(finding).joined(separator: ","))],
       "controls": [{"name": "spike", "reads_per_copy": \(copies), "findings": []}],
       "metadata": {\(metadata)}}
      """
  }

  private func text(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }

  /// A finding written as `CODE severity` or `CODE severity metric value limit`.
  private func finding(_ words: String) -> String {
    let parts = words.split(separator: " ")
    let measured =
      parts.count == 5
      ? ", \"metric\": \"\(parts[2])\", \"value\": \(parts[3]), \"limit\": \(parts[4])" : ""
    return """
      {"code": "\(parts[0])", "severity": "\(parts[1])", "message": "about \(parts[0])"\(measured)}
      """
  }
}
