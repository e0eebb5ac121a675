import Crypto
package import Diagnostics
package import Files
import FoundationEssentials
import Records

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How one result is made, as far as it is known before it is written.
package struct RunDescription: Sendable {
  /// Versions of everything that shapes the result, by name.
  package var versions: [String: String]
  /// Every value of the threshold profile, by name.
  package var parameters: [String: String]
  /// The command line, argument by argument.
  package var commandLine: [String]
  /// Worker threads.
  package var threads: Int

  /// Describes a run.
  package init(
    versions: [String: String],
    parameters: [String: String],
    commandLine: [String],
    threads: Int
  ) {
    (self.versions, self.parameters) = (versions, parameters)
    (self.commandLine, self.threads) = (commandLine, threads)
  }
}

/// Writes the files of one sample's folder and the run record about them.
package struct ResultFiles {
  /// The page for people.
  package static let reportName = "report.html"
  /// The signs that the clone has changed.
  package static let driftName = "drift.tsv"
  /// The clonotypes.
  package static let tableName = "rearrangements.airr.tsv"
  /// The end of the name of the file for MultiQC, which begins with the sample's.
  package static let multiQCSuffix = "_clonetrack_mqc.json"
  /// The key of `judgement` among the versions of the run record.
  static let judgementName = "judgement_sha256"

  /// The sha256 of everything that the judgement of a sample in a run depends on; `nil` for a sample
  /// judged alone.
  package var judgement: String?

  private let folder: ResultFolder
  private let clock = RunClock()
  private var written: [(name: String, size: Int, hash: SHA256)] = []

  /// Makes the folder before the work begins.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - names: The files that will be written beside `run.json`.
  ///   - force: Whether files of these names may be replaced.
  /// - Throws: `FILE-EXISTS` or `FILE-CREATE`.
  package init(folder path: String, names: [String], force: Bool) throws(Diagnostic) {
    folder = try ResultFolder(path: path, names: names + [RunRecord.fileName], force: force)
  }

  /// The files of a diagnostic sample.
  package static func baselineNames(_ sample: String) -> [String] {
    [BaselineRecord.fileName, tableName, reportName, sample + multiQCSuffix]
  }

  /// The files of a follow-up: only a later sample can show that the clone has changed.
  package static func followupNames(_ sample: String) -> [String] {
    [FollowupRecord.fileName, tableName, reportName, sample + multiQCSuffix, driftName]
  }

  /// Adds bytes at the end of a file, which `run.json` will name with its size and sha256.
  ///
  /// - Throws: `FILE-WRITE` if they do not fit on the disk.
  package mutating func append(_ bytes: [UInt8], to name: String) throws(Diagnostic) {
    try folder.append(bytes, to: name)
    if written.last?.name != name { written.append((name, 0, SHA256())) }
    written[written.count - 1].size += bytes.count
    written[written.count - 1].hash.update(data: bytes)
  }

  /// Writes the run record and makes all files appear.
  ///
  /// - Parameters:
  ///   - run: How the result was made.
  ///   - inputs: The files read, in the order of the command line.
  ///   - stages: What every stage took in and passed on.
  /// - Throws: `FILE-WRITE` or `FILE-EXISTS`; no file of the run stays then.
  package func finish(
    _ run: RunDescription,
    inputs: [FileIdentity],
    stages: [StageCounts]
  ) throws(Diagnostic) {
    let record = RunRecord(
      programVersion: ProgramVersion.program,
      versions: run.versions.merging(
        judgement.map { [Self.judgementName: $0] } ?? [:],
        uniquingKeysWith: { first, _ in first }
      ),
      commandLine: run.commandLine,
      parameters: run.parameters,
      inputs: inputs.map { RunRecord.FileRecord($0) },
      results: written.map {
        RunRecord.FileRecord(path: $0.name, size: $0.size, sha256: $0.hash.finalize().hexadecimal)
      },
      counts: stages.map { StageCountRecord($0) },
      started: clock.started,
      ended: clock.now,
      wallSeconds: clock.seconds,
      peakMemoryBytes: Self.peakMemoryBytes,
      threads: run.threads
    )
    try folder.append(record.json(), to: RunRecord.fileName)
    try folder.commit()
  }

  /// The largest resident memory of this process so far, in bytes; `nil` if the system does not say.
  static var peakMemoryBytes: Int? {
    var usage = rusage()
    // SAFETY: the kernel fills the structure that the pointer is made of for this one call.
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    return usage.ru_maxrss * 1_024
  }
}
