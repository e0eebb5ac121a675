package import Diagnostics
import Files
import Records

/// The result folder of a run: sample folders, the record of the run, the audit trail, and a hidden
/// folder with the counts.
///
/// Sample folders are written under a hidden name and take their places together, when every sample
/// is judged. A run that is killed before leaves the results as they were; one that is killed in
/// between is finished by `--resume`.
package struct BatchFolder: Sendable {
  /// The table's file name.
  package static let tableName = "batch.tsv"
  /// The file that MultiQC shows.
  package static let multiQCName = "clonetrack_mqc.json"
  /// The hidden folder of the counts.
  static let workName = ".work"
  /// The folder of results that others took the place of.
  static let supersededName = "superseded"

  /// Where a sample's results are while the run goes on.
  package struct Place: Hashable, Sendable {
    /// The folder.
    package var path: String
    /// Whether it is the one of an earlier run that says the same.
    package var isFinished: Bool
  }

  /// What a run may do with a folder, and what its own record says of it.
  package struct Request: Sendable {
    /// The folder, as the user named it.
    package var output: String
    /// The samples, in the order of the sheet.
    package var samples: [String]
    /// Whether results of an earlier run in the folder that say the same are kept.
    package var resumes: Bool
    /// Whether results of a run that the audit trail does not know may be replaced.
    package var force: Bool
    /// Why recorded results may be superseded; `nil` if they may not.
    package var supersedeReason: String?
    /// How the run is made.
    package var run: RunDescription

    /// Creates a request.
    package init(
      output: String,
      samples: [String],
      resumes: Bool,
      force: Bool,
      supersedeReason: String?,
      run: RunDescription
    ) {
      (self.output, self.samples, self.resumes) = (output, samples, resumes)
      (self.force, self.supersedeReason, self.run) = (force, supersedeReason, run)
    }

    /// The hidden folder of the counts.
    package var workFolder: String {
      FileSystemEntry(path: output).appending(BatchFolder.workName).path
    }
  }

  let request: Request
  let root: FileSystemEntry
  let trail: AuditTrail
  let started = RunClock()
  /// Keeps other processes out as long as the run goes on.
  package let lock: FolderLock

  /// Makes the folder and looks at what is there.
  ///
  /// - Throws: `FILE-LOCKED` if another run is at work in the folder, `FILE-EXISTS` if there are
  ///   results and the run may neither go on nor replace them, `AUDIT-CHAIN` if the audit trail is
  ///   broken, `FILE-CREATE`, or `FILE-WRITE` if what a killed run left cannot be removed.
  package init(_ request: Request) throws(Diagnostic) {
    self.request = request
    root = FileSystemEntry(path: request.output)
    try Self.refuseResults(request, in: root)
    let work = FileSystemEntry(path: request.workFolder)
    try work.makeFolders()
    lock = try FolderLock(folder: work.path)
    // Another run may have ended between the look and the lock.
    try Self.refuseResults(request, in: root)
    trail = try AuditTrail(folder: request.output)
    if let fault = trail.faults.first { throw fault }
    try staging.removeTree()
    try staging.makeFolders()
  }

  private static func refuseResults(
    _ request: Request,
    in root: FileSystemEntry
  ) throws(Diagnostic) {
    let mayReplace = request.resumes || request.force || request.supersedeReason != nil
    for name in request.samples + [BatchRecord.fileName] {
      let place = root.appending(name)
      guard !mayReplace, place.kind != .absent else { continue }
      throw Diagnostic(
        code: "FILE-EXISTS",
        message: "results are there already",
        location: .init(path: place.path),
        suggestion: "Choose another folder, or add --resume to go on with them or --supersede "
          + "with a reason to replace them."
      )
    }
  }

  /// The folder of the counts.
  package var workPath: String { request.workFolder }

  /// The folder in which sample folders wait for their places.
  var staging: FileSystemEntry { FileSystemEntry(path: workPath).appending("new") }

  /// Where a sample's results are or will be written.
  ///
  /// - Parameters:
  ///   - sample: The sample's name.
  ///   - judgement: The sha256 of everything they depend on.
  /// - Returns: The place.
  package func place(of sample: String, judgement: String) -> Place {
    let old = root.appending(sample)
    if request.resumes, let record = runRecord(in: old),
      record.versions[ResultFiles.judgementName] == judgement,
      isWhole(record, in: old)
    {
      return Place(path: old.path, isFinished: true)
    }
    return Place(path: staging.appending(sample).path, isFinished: false)
  }

  /// The run record of a sample's folder; `nil` if there is none that can be read: the sample is
  /// judged anew then.
  func runRecord(in folder: FileSystemEntry) -> RunRecord? {
    let path = folder.appending(RunRecord.fileName).path
    guard let bytes = try? InputFile.bytes(of: path) else { return nil }
    return try? RunRecord.read(from: bytes, path: path)
  }

  /// Whether every file that a run record names is as it was written; one that cannot be read is not.
  func isWhole(_ record: RunRecord, in folder: FileSystemEntry) -> Bool {
    record.results.allSatisfy { file in
      (try? FileDigest(of: folder.appending(file.path).path))?.sha256 == file.sha256
    }
  }
}
