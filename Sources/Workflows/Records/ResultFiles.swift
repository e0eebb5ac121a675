import Crypto
import Diagnostics
import FoundationEssentials
import Germline
import Rearrangements
import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes the files of one sample's folder and the run record about them.
struct ResultFiles {
  /// The record of the run itself.
  static let runName = "run.json"
  /// The page for people.
  static let reportName = "report.html"
  /// The signs that the clone has changed.
  static let driftName = "drift.tsv"
  /// The clonotypes.
  static let tableName = "rearrangements.airr.tsv"
  /// The end of the name of the file for MultiQC, which begins with the sample's.
  static let multiQCSuffix = "_clonetrack_mqc.json"
  /// The key of `judgement` among the versions of the run record.
  static let judgementName = "judgement_sha256"

  /// The sha256 of everything that the judgement of a sample in a run depends on; `nil` for a sample
  /// judged alone.
  var judgement: String?

  private let folder: ResultFolder
  private let started = Date()
  private let clock = ContinuousClock.now
  private var written: [(name: String, size: Int, hash: SHA256)] = []

  /// Makes the folder before the work begins.
  ///
  /// - Throws: `FILE-EXISTS` or `FILE-CREATE`.
  init(_ request: SampleRequest, recordName: String) throws(Diagnostic) {
    // Only a later sample can show that the clone has changed.
    let drift = recordName == FollowupWorkflow.recordName ? [Self.driftName] : []
    let multiQC = request.sample + Self.multiQCSuffix
    try self.init(request, names: [recordName, Self.tableName, Self.reportName, multiQC] + drift)
  }

  /// Makes the folder before the work begins.
  ///
  /// - Parameters:
  ///   - request: Where the folder is and whether files in it may be replaced.
  ///   - names: The files that will be written beside `run.json`.
  /// - Throws: `FILE-EXISTS` or `FILE-CREATE`.
  init(_ request: SampleRequest, names: [String]) throws(Diagnostic) {
    folder = try ResultFolder(
      path: request.output,
      names: names + [Self.runName],
      force: request.force
    )
  }

  /// Adds bytes at the end of a file, which `run.json` will name with its size and sha256.
  ///
  /// - Throws: `FILE-WRITE` if they do not fit on the disk.
  mutating func append(_ bytes: [UInt8], to name: String) throws(Diagnostic) {
    try folder.append(bytes, to: name)
    if written.last?.name != name { written.append((name, 0, SHA256())) }
    written[written.count - 1].size += bytes.count
    written[written.count - 1].hash.update(data: bytes)
  }

  /// Writes the run record and makes all files appear.
  func finish(
    _ request: SampleRequest,
    _ analysis: SampleAnalysis,
    stages: [StageCounts],
    extraInputs: [RunRecord.FileRecord]
  ) throws(Diagnostic) {
    try analysis.scratch?.check()
    let seconds = clock.duration(to: .now)
    let record = RunRecord(
      programVersion: ProgramVersion.program,
      versions: analysis.context.versions.merging(
        judgement.map { [Self.judgementName: $0] } ?? [:],
        uniquingKeysWith: { first, _ in first }
      ),
      commandLine: request.commandLine,
      parameters: analysis.context.profile.parameters,
      inputs: analysis.counts.inputs + extraInputs,
      results: written.map {
        RunRecord.FileRecord(path: $0.name, size: $0.size, sha256: $0.hash.finalize().hexadecimal)
      },
      counts: stages.map(\.record),
      started: started.formatted(.iso8601),
      ended: Date().formatted(.iso8601),
      wallSeconds: Double(seconds.components.seconds)
        + Double(seconds.components.attoseconds / 1_000_000_000_000_000) / 1_000,
      peakMemoryBytes: Self.peakMemoryBytes,
      threads: request.threads
    )
    try folder.append(record.json(), to: Self.runName)
    try folder.commit()
  }

  /// The largest resident memory of this process so far, in bytes.
  static var peakMemoryBytes: Int? {
    var usage = rusage()
    // SAFETY: the kernel fills the structure that the pointer is made of for this one call.
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    return usage.ru_maxrss * 1_024
  }
}
