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
  /// The clonotypes.
  static let tableName = "rearrangements.airr.tsv"

  private let folder: ResultFolder
  private let started = Date()
  private let clock = ContinuousClock.now
  private var hashes: [RunRecord.FileRecord] = []

  /// Makes the folder before the work begins.
  ///
  /// - Throws: `FILE-EXISTS` or `FILE-CREATE`.
  init(_ request: SampleRequest, recordName: String) throws(Diagnostic) {
    folder = try ResultFolder(
      path: request.output,
      names: [recordName, Self.tableName, Self.reportName, Self.runName],
      force: request.force
    )
  }

  /// The folder, for files that are appended to piece by piece.
  var openFolder: ResultFolder { folder }

  /// Writes one file whole.
  mutating func write(_ bytes: [UInt8], to name: String) throws(Diagnostic) {
    try folder.append(bytes, to: name)
    hashes.append(
      RunRecord.FileRecord(
        path: name,
        size: bytes.count,
        sha256: SHA256.hash(data: bytes).hexadecimal
      )
    )
  }

  /// Writes the run record and makes all files appear.
  func finish(
    _ request: SampleRequest,
    _ analysis: SampleAnalysis,
    stages: [StageCounts],
    extraInputs: [RunRecord.FileRecord]
  ) throws(Diagnostic) {
    let seconds = clock.duration(to: .now)
    let germline = analysis.context.annotator.germline
    let record = RunRecord(
      programVersion: ProgramVersion.program,
      versions: [
        "germline": "\(germline.name) \(germline.version)", "germline_sha256": germline.sha256,
        "profile": analysis.context.profile.id,
        "profile_sha256": analysis.context.profile.sha256,
        "assay_sha256": analysis.context.assay.sha256,
      ],
      commandLine: request.commandLine,
      parameters: analysis.context.profile.parameters,
      inputs: analysis.counts.inputs + extraInputs,
      results: hashes,
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
  private static var peakMemoryBytes: Int? {
    var usage = rusage()
    // SAFETY: the kernel fills the structure that the pointer is made of for this one call.
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    return usage.ru_maxrss * 1_024
  }
}
