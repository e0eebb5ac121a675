package import Diagnostics
import Files
import FoundationEssentials
import Monitoring
package import Records

/// The records of finished runs below some folders, each read once.
package struct FinishedRuns {
  /// The libraries, in no order.
  package private(set) var libraries: [FinishedLibrary] = []
  /// Findings about runs, in no order.
  package private(set) var runFindings: [FinishedRunFinding] = []
  /// The program versions that made the results.
  package private(set) var programVersions: Set<String> = []
  /// The sha256 of the threshold profiles they were made with.
  package private(set) var profiles: Set<String> = []

  /// Reads every record below some folders.
  ///
  /// A folder that is reached twice, by name, by a link or from a folder above, counts once. A sample
  /// that a batch lists is taken from there, because only the batch knows its role. Results that were
  /// superseded count as attempts, except those of data that could not be read: they left no folder.
  ///
  /// - Parameter folders: As the user named them.
  /// - Throws: `FILE-MISSING` for a folder that is none or holds no record, `RECORD-SYNTAX` for a
  ///   record that is damaged or of another schema.
  package init(_ folders: [String]) throws(Diagnostic) {
    var found = RecordSearch()
    for folder in folders { try found.add(folder) }
    for (batch, shown) in found.folders(holding: BatchRecord.fileName) {
      try readBatch(batch, shown: shown)
    }
    let covered = Set(libraries.compactMap(\.folder))
    for (folder, shown) in found.folders(holding: FollowupRecord.fileName)
    where !covered.contains(folder) {
      let path = shown + "/" + FollowupRecord.fileName
      let record = try FinishedFollowup.read(from: InputFile.bytes(of: path), path: path)
      try append(FinishedLibrary(record, folder: folder), shown: shown)
      programVersions.insert(record.programVersion)
      profiles.insert(record.profile.sha256)
    }
    for (folder, shown) in found.folders(holding: BaselineRecord.fileName)
    where !covered.contains(folder) {
      let path = shown + "/" + BaselineRecord.fileName
      let record = try FinishedBaseline.read(from: InputFile.bytes(of: path), path: path)
      try append(FinishedLibrary(record, folder: folder), shown: shown)
      programVersions.insert(record.programVersion)
      profiles.insert(record.profile.sha256)
    }
  }

  private mutating func readBatch(_ batch: String, shown: String) throws(Diagnostic) {
    let path = shown + "/" + BatchRecord.fileName
    let record = try FinishedBatch.read(from: InputFile.bytes(of: path), path: path)
    programVersions.insert(record.programVersion)
    if let profile = record.profile { profiles.insert(profile.sha256) }
    let isSuperseded = RecordSearch.isSuperseded(batch)
    let named = Set(record.samples.compactMap { $0.metadata?["run"] }.filter { !$0.isEmpty })
    let run = named.count == 1 ? named.first : RecordSearch.runName(batch)
    for sample in record.samples {
      let folder = sample.folder.map { RecordSearch.canonical(batch + "/" + $0) }
      // A superseded record lists the whole run; what still stands is in the run's own record.
      if isSuperseded, folder.map({ FileSystemEntry(path: $0).kind != .folder }) ?? true {
        continue
      }
      let library = FinishedLibrary(sample, folder: folder, batchRun: run)
      try append(library, shown: sample.folder.map { shown + "/" + $0 } ?? shown)
    }
    guard !isSuperseded else { return }
    for finding in record.findings {
      runFindings.append(FinishedRunFinding(run: run ?? "", finding: finding))
    }
  }

  /// Adds a library with the time its run record states.
  private mutating func append(
    _ library: FinishedLibrary,
    shown: String
  ) throws(Diagnostic) {
    var library = library
    library.isSuperseded = RecordSearch.isSuperseded(library.folder ?? "")
    let path = shown + "/" + RunRecord.fileName
    if library.folder != nil, FileManager.default.fileExists(atPath: path) {
      library.ended = try FinishedTimes.read(from: InputFile.bytes(of: path), path: path).ended
    }
    libraries.append(library)
  }

  /// Fills in where each library's report is, seen from a folder.
  package mutating func locateReports(from output: String) {
    let output = RecordSearch.canonical(output)
    for index in libraries.indices {
      guard let folder = libraries[index].folder else { continue }
      let report = folder + "/" + ResultFiles.reportName
      guard FileManager.default.fileExists(atPath: report) else { continue }
      libraries[index].report = RecordSearch.relative(report, to: output)
    }
  }
}
