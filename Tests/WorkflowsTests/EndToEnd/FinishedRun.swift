import Counting
import FoundationEssentials
import Records
import Reports
import TestSupport
import Workflows

/// The files of a finished sample.
struct FinishedRun: Sendable {
  /// The names of a baseline's files.
  static let baselineNames = [
    "P1-DX_clonetrack_mqc.json", "baseline.json", "rearrangements.airr.tsv", "report.html",
    "run.json",
  ]
  /// The names of a follow-up's files.
  static func followupNames(_ sample: String) -> [String] {
    [
      "\(sample)_clonetrack_mqc.json", "drift.tsv", "followup.json", "rearrangements.airr.tsv",
      "report.html", "run.json",
    ]
  }

  /// The bytes of each file by its name.
  var files: [String: [UInt8]]
  /// What the command said.
  var outcome: SampleOutcome

  /// Reads what a workflow left in a folder.
  init(_ folder: String, _ outcome: SampleOutcome) throws {
    self.outcome = outcome
    files = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
  }

  /// Everything but `run.json`, the only file that may differ between two identical runs.
  var results: [String: [UInt8]] { files.filter { $0.key != "run.json" } }

  /// The follow-up's record.
  func followup() throws -> FollowupRecord {
    try .read(from: files["followup.json"] ?? [], path: "followup.json")
  }

  /// The baseline's record.
  func baseline() throws -> BaselineRecord {
    try .read(from: files["baseline.json"] ?? [], path: "baseline.json")
  }

  /// The record of the run.
  func run() throws -> RunRecord { try .read(from: files["run.json"] ?? [], path: "run.json") }
}

extension FinishedRun {
  /// Runs a baseline; the request's folder is replaced by one of its own.
  static func baseline(
    _ change: (inout SampleRequest) throws -> Void = { _ in }
  ) async throws -> FinishedRun {
    let scratch = try ScratchFolder()
    var request = try Patient.request("P1-DX", output: scratch.path("P1-DX"))
    try change(&request)
    let outcome = try await BaselineWorkflow(request, subject: Patient.subject).run(RunHooks())
    return try FinishedRun(request.output, outcome).withoutFolder(scratch.path)
  }

  /// Runs a follow-up of the patient's baseline, or of another record.
  static func followup(
    _ sample: String,
    baseline: [UInt8]? = nil,
    _ change: (inout SampleRequest) throws -> Void = { _ in }
  ) async throws -> FinishedRun {
    let scratch = try ScratchFolder()
    let record: [UInt8]
    if let baseline { record = baseline } else { record = try await SharedBaseline.record() }
    try Data(record).write(to: URL(filePath: scratch.path("baseline.json")))
    var request = try Patient.request(sample, output: scratch.path(sample))
    try change(&request)
    let workflow = FollowupWorkflow(
      request,
      baselinePaths: [scratch.path("baseline.json")],
      visit: "M3"
    )
    let outcome = try await workflow.run(RunHooks())
    return try FinishedRun(request.output, outcome).withoutFolder(scratch.path)
  }

  /// The same with the folder of the test cut out of what the command said.
  private func withoutFolder(_ folder: String) -> FinishedRun {
    var copy = self
    copy.outcome.summary = outcome.summary.replacing(folder, with: "TEST")
    return copy
  }
}

/// The patient's baseline, computed once for all tests.
enum SharedBaseline {
  private static let task = Task { try await FinishedRun.baseline() }

  /// The finished baseline.
  static func run() async throws -> FinishedRun { try await task.value }

  /// The bytes of its record.
  static func record() async throws -> [UInt8] {
    try await task.value.files["baseline.json"] ?? []
  }
}
