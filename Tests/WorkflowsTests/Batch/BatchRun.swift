import Counting
import Diagnostics
import FoundationEssentials
import Synchronization
import TestSupport
import Workflows

/// A run of the simulated patient in a folder of its own.
final class BatchRun {
  let scratch: ScratchFolder
  var request: BatchRequest

  /// Writes a sheet of some of the patient's samples; `change` may add rows.
  init(_ samples: [String], adding rows: [String] = []) throws {
    scratch = try ScratchFolder()
    let sheet = try String(contentsOfFile: Patient.folder + "/samplesheet.csv", encoding: .utf8)
    var lines = sheet.split(separator: "\n").map(String.init)
    lines = [lines[0]] + lines.filter { line in samples.contains { line.hasPrefix($0 + ",") } }
    let text =
      (lines + rows).joined(separator: "\n")
      .replacing("reads/", with: Patient.folder + "/reads/") + "\n"
    try scratch.write(text, to: "sheet.csv")
    request = BatchRequest(
      sheetPath: scratch.path("sheet.csv"),
      assayPath: Patient.assayPath,
      output: scratch.path("out"),
      jobs: 2,
      threads: 2,
      commandLine: ["clonetrack", "batch"]
    )
  }

  /// Runs the batch; `stopAfter` read pairs it is told to stop.
  @discardableResult
  func run(
    stopAfter pairs: Int? = nil,
    _ change: (inout BatchRequest) -> Void = { _ in }
  ) async throws -> BatchOutcome {
    var request = request
    change(&request)
    let seen = Mutex(0)
    let hooks = RunHooks(
      progress: { progress in seen.withLock { $0 = progress.readPairs } },
      isCancelled: { pairs.map { limit in seen.withLock { $0 > limit } } ?? false }
    )
    return try await BatchWorkflow(BatchPlan(request)).run(hooks)
  }

  /// The bytes of every result but the run records, the trail and the counts, by path.
  func results() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: scratch.path("out")) {
      guard !name.hasPrefix(".work"), !name.hasPrefix("superseded"),
        !name.hasSuffix("run.json"), name != "audit.jsonl",
        let bytes = FileManager.default.contents(atPath: scratch.path("out/" + name))
      else { continue }
      found[name] = Array(bytes)
    }
    return found
  }
}
