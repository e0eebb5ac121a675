import Diagnostics
import Monitoring
import Reports

/// What finished runs tell a new one: earlier visits of its subjects, and levels of its controls.
struct EarlierResults: Sendable {
  /// An earlier follow-up.
  struct Visit: Hashable, Sendable {
    /// The record.
    var record: FollowupRecord
    /// The file it stands in.
    var file: RunRecord.FileRecord
    /// The day the sample was taken.
    var date: CalendarDate

    /// A follow-up sample of a patient; `nil` for a control, or if the day is not known.
    init?(_ record: FollowupRecord, file: RunRecord.FileRecord) {
      guard FollowupWorkflow.isPatient(record.metadata),
        let date = record.metadata["collection_date"].flatMap({ CalendarDate($0) })
      else { return nil }
      (self.record, self.file, self.date) = (record, file, date)
    }
  }

  /// The follow-ups, by subject.
  private(set) var visits: [String: [Visit]] = [:]
  /// The levels of positive controls that were in order, oldest first, by the control's name or
  /// else its subject.
  private(set) var controlLevels: [String: [Double]] = [:]
  /// The files that were read for them.
  private(set) var inputs: [RunRecord.FileRecord] = []

  /// Reads the results below some folders; superseded ones are left out.
  ///
  /// A control that failed its run is no measure for later ones.
  ///
  /// - Parameters:
  ///   - folders: As the user named them.
  ///   - subjects: The subjects whose visits are wanted.
  ///   - output: The folder of the new results, which are never their own past.
  /// - Throws: `FILE-MISSING` for a folder that is none or holds no record, `RECORD-SYNTAX` for a
  ///   record that is damaged or of another schema.
  init(_ folders: [String], of subjects: Set<String>, output: String) throws(Diagnostic) {
    guard !folders.isEmpty else { return }
    let own = RecordSearch.canonical(output)
    func isOwn(_ folder: String) -> Bool { folder == own || folder.hasPrefix(own + "/") }
    var search = RecordSearch()
    for folder in folders { try search.add(folder) }
    for (folder, shown) in search.folders(holding: FollowupWorkflow.recordName)
    where !isOwn(folder) && !RecordSearch.isSuperseded(folder) {
      let path = shown + "/" + FollowupWorkflow.recordName
      let file = TrackedBaseline.File(path: path, bytes: try InputFile.bytes(of: path))
      let record = try FollowupRecord.read(from: file.bytes, path: path)
      guard subjects.contains(record.subject),
        let visit = Visit(record, file: file.input)
      else { continue }
      visits[record.subject, default: []].append(visit)
      inputs.append(file.input)
    }
    let controls = try FinishedRuns(folders).libraries.filter {
      $0.sheetRole == SampleRole.positiveControl.rawValue && !$0.isSuperseded
        && $0.outcome != .failed && !isOwn($0.folder ?? "")
    }
    for control in controls.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) }) {
      guard let level = control.mrd else { continue }
      controlLevels[control.metadata["control"] ?? control.subject, default: []].append(level)
    }
    for (folder, shown) in search.folders(holding: BatchFolder.recordName)
    where !isOwn(folder) && !RecordSearch.isSuperseded(folder) && !controlLevels.isEmpty {
      let path = shown + "/" + BatchFolder.recordName
      let digest = try FileDigest(of: path)
      inputs.append(.init(path: path, size: digest.size, sha256: digest.sha256))
    }
  }
}
