import Diagnostics
import Reports

/// The result folder of a run: sample folders, the record of the run, the audit trail, and a hidden
/// folder with the counts.
///
/// Sample folders are written under a hidden name and take their places together, when every sample
/// is judged. A run that is killed before leaves the results as they were; one that is killed in
/// between is finished by `--resume`.
struct BatchFolder: Sendable {
  /// The record's file name.
  static let recordName = "batch.json"
  /// The table's file name.
  static let tableName = "batch.tsv"
  /// The file that MultiQC shows.
  static let multiQCName = "clonetrack_mqc.json"
  /// The folder of results that others took the place of.
  static let supersededName = "superseded"

  /// Where a sample's results are while the run goes on.
  struct Place: Hashable, Sendable {
    /// The folder.
    var path: String
    /// Whether it is the one of an earlier run that says the same.
    var isFinished: Bool
  }

  let plan: BatchPlan
  let root: FileSystemEntry
  let trail: AuditTrail
  let started = RunClock()
  /// Keeps other processes out as long as the run goes on.
  let lock: FolderLock

  /// Makes the folder and looks at what is there.
  ///
  /// - Throws: `FILE-LOCKED` if another run is at work in the folder, `FILE-EXISTS` if there are
  ///   results and the run may neither go on nor replace them, `AUDIT-CHAIN` if the audit trail is
  ///   broken, `FILE-CREATE`.
  init(_ plan: BatchPlan) throws(Diagnostic) {
    self.plan = plan
    root = FileSystemEntry(path: plan.request.output)
    try Self.refuseResults(plan, in: root)
    let work = root.appending(CheckpointStore.folderName)
    try work.makeFolders()
    lock = try FolderLock(folder: work.path)
    // Another run may have ended between the look and the lock.
    try Self.refuseResults(plan, in: root)
    trail = try AuditTrail(folder: plan.request.output)
    if let fault = trail.faults.first { throw fault }
    staging.removeTree()
    try staging.makeFolders()
  }

  private static func refuseResults(
    _ plan: BatchPlan,
    in root: FileSystemEntry
  ) throws(Diagnostic) {
    let request = plan.request
    let mayReplace = request.resumes || request.force || request.supersedeReason != nil
    for name in plan.sheet.samples.map(\.name) + [recordName] {
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
  var workPath: String { root.appending(CheckpointStore.folderName).path }

  /// The folder in which sample folders wait for their places.
  var staging: FileSystemEntry { FileSystemEntry(path: workPath).appending("new") }

  /// Where a sample's results are or will be written.
  ///
  /// - Parameters:
  ///   - sample: The sample's name.
  ///   - judgement: The sha256 of everything they depend on.
  /// - Returns: The place.
  func place(of sample: String, judgement: String) -> Place {
    let old = root.appending(sample)
    if plan.request.resumes, let record = runRecord(in: old),
      record.versions[ResultFiles.judgementName] == judgement,
      isWhole(record, in: old)
    {
      return Place(path: old.path, isFinished: true)
    }
    return Place(path: staging.appending(sample).path, isFinished: false)
  }

  /// The run record of a sample's folder; `nil` if there is none that can be read.
  func runRecord(in folder: FileSystemEntry) -> RunRecord? {
    let path = folder.appending(ResultFiles.runName).path
    guard let bytes = try? InputFile.bytes(of: path) else { return nil }
    return try? RunRecord.read(from: bytes, path: path)
  }

  /// Whether every file that a run record names is as it was written.
  func isWhole(_ record: RunRecord, in folder: FileSystemEntry) -> Bool {
    record.results.allSatisfy { file in
      (try? FileDigest(of: folder.appending(file.path).path))?.sha256 == file.sha256
    }
  }
}
