import Assays
import Counting
import Crypto
import Diagnostics
import FoundationEssentials
import SimulatedReads
import TestSupport
import Testing
import Workflows

/// A sample of the patient whose reads are counted shard by shard.
///
/// Its replicates are cut into lanes, so that small as they are they have more than ten blocks.
struct ShardedSample {
  /// How many lanes a replicate is cut into.
  static let lanes = 6

  let scratch: ScratchFolder
  let sample: String
  var request: SampleRequest
  /// The record that a follow-up is counted with; none for a baseline sample.
  var baselinePaths: [String] = []

  /// A sample with its reads in lanes.
  ///
  /// - Parameters:
  ///   - sample: Its name; a follow-up unless it is the diagnostic sample.
  ///   - change: Changes every pair of reads.
  /// - Throws: What reading or writing a file throws.
  init(
    _ sample: String,
    change: (_ number: Int, _ mates: inout [ReadFile.Read]) -> Void = { _, _ in }
  ) async throws {
    scratch = try ScratchFolder()
    self.sample = sample
    request = try Patient.request(sample, output: scratch.path("unused"))
    for replicate in request.replicates.indices {
      let files = try Patient.files(sample, replicate + 1).map { try ReadFile($0) }
      let pairs = files[0].reads.indices.map { number in
        var mates = files.map { $0.reads[number] }
        change(number, &mates)
        return mates
      }
      request.replicates[replicate].lanes = try (0..<Self.lanes).map { lane in
        let start = pairs.count * lane / Self.lanes
        let end = pairs.count * (lane + 1) / Self.lanes
        let paths = [0, 1].map { scratch.path("\(replicate)-\(lane)-\($0).fastq") }
        for mate in [0, 1] {
          var file = files[mate]
          file.reads = pairs[start..<end].map { $0[mate] }
          try file.write(to: paths[mate], .plain)
        }
        return .init(first: paths[0], second: paths[1])
      }
    }
    guard sample != "P1-DX" else { return }
    try Data(await SharedBaseline.record())
      .write(to: URL(filePath: scratch.path("baseline.json")))
    baselinePaths = [scratch.path("baseline.json")]
  }

  /// Counts a shard.
  ///
  /// - Returns: The path of its counts.
  func count(
    _ number: Int,
    of count: Int,
    threads: Int = 2,
    as name: String? = nil,
    _ change: (inout CountWorkflow) -> Void = { _ in }
  ) async throws -> String {
    var counting = request
    counting.output = scratch.path(name ?? "\(number)-of-\(count).counts")
    counting.threads = threads
    let shard = try #require(Shard(number, of: count))
    var workflow = CountWorkflow(counting, baselinePaths: baselinePaths, shard: shard)
    change(&workflow)
    _ = try await workflow.run(RunHooks())
    return workflow.request.output
  }

  /// How the sample is judged, into a folder of the scratch folder.
  func judgement(
    _ folder: String,
    _ change: (inout SampleRequest) -> Void = { _ in }
  ) -> MergePlan.Judgement {
    var judged = SampleRequest(
      sample: "",
      replicates: [],
      assayPath: request.assayPath,
      dnaNanograms: request.dnaNanograms,
      output: scratch.path(folder)
    )
    change(&judged)
    guard !baselinePaths.isEmpty else {
      return .baseline(BaselineWorkflow(judged, subject: Patient.subject))
    }
    return .followup(FollowupWorkflow(judged, baselinePaths: baselinePaths, visit: "M3"))
  }

  /// Merges parts.
  func merge(
    _ parts: [String],
    into folder: String = "merged",
    _ change: (inout SampleRequest) -> Void = { _ in }
  ) async throws -> FinishedRun {
    let plan = try MergePlan(parts, judgement(folder, change))
    let outcome = try await MergeWorkflow(plan).run(RunHooks())
    return try FinishedRun(scratch.path(folder), outcome)
  }

  /// One run over all reads.
  func whole(into folder: String = "whole") async throws -> FinishedRun {
    var request = request
    request.output = scratch.path(folder)
    let outcome: SampleOutcome
    if baselinePaths.isEmpty {
      outcome = try await BaselineWorkflow(request, subject: Patient.subject).run(RunHooks())
    } else {
      outcome = try await FollowupWorkflow(request, baselinePaths: baselinePaths, visit: "M3")
        .run(RunHooks())
    }
    return try FinishedRun(request.output, outcome)
  }

  /// What merging parts complains of, with the folder of the test cut out.
  func faults(_ parts: [String], _ change: (inout SampleRequest) -> Void = { _ in }) -> [String] {
    do throws(DiagnosticList) {
      _ = try MergePlan(parts, judgement("refused", change))
      return []
    } catch {
      return error.diagnostics.map { $0.description.replacing(scratch.path + "/", with: "") }
    }
  }

  /// Writes a part again with other bytes and the sha256 of those.
  func alter(_ part: String, as name: String, _ change: (inout [UInt8]) -> Void) throws -> String {
    var bytes = Array(try Data(contentsOf: URL(filePath: part))).dropLast(SHA256.byteCount)[...]
    var body = Array(bytes)
    change(&body)
    bytes = body[...]
    let whole = Data(bytes) + Data(SHA256.hash(data: Data(bytes)))
    try whole.write(to: URL(filePath: scratch.path(name)))
    return scratch.path(name)
  }
}
