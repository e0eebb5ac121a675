package import Diagnostics
package import Files
import Monitoring
import Records

/// What finished runs tell a new one: earlier visits of its subjects, and levels of its controls.
package struct EarlierResults: Sendable {
  /// The follow-ups, by subject.
  package private(set) var visits: [String: [EarlierResult]] = [:]
  /// The levels of positive controls that were in order, oldest first, by the control's name or
  /// else its subject.
  package private(set) var controlLevels: [String: [Double]] = [:]
  /// The files that were read for them.
  package private(set) var inputs: [FileIdentity] = []

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
  package init(_ folders: [String], of subjects: Set<String>, output: String) throws(Diagnostic) {
    guard !folders.isEmpty else { return }
    let own = RecordSearch.canonical(output)
    func isOwn(_ folder: String) -> Bool { folder == own || folder.hasPrefix(own + "/") }
    var search = RecordSearch()
    for folder in folders { try search.add(folder) }
    for (folder, shown) in search.folders(holding: FollowupRecord.fileName)
    where !isOwn(folder) && !RecordSearch.isSuperseded(folder) {
      let path = shown + "/" + FollowupRecord.fileName
      let file = FileContent(path: path, bytes: try InputFile.bytes(of: path))
      let record = try FollowupRecord.read(from: file.bytes, path: path)
      guard subjects.contains(record.subject),
        EarlierResult.isDatedVisit(record)
      else { continue }
      let visit = EarlierResult(record, file: file.identity)
      visits[record.subject, default: []].append(visit)
      inputs.append(file.identity)
    }
    let controls = try FinishedRuns(folders).libraries.filter {
      $0.sheetRole == SampleRole.positiveControl.rawValue && !$0.isSuperseded
        && $0.outcome != .failed && !isOwn($0.folder ?? "")
    }
    for control in controls.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) }) {
      guard let level = control.mrd else { continue }
      controlLevels[control.metadata["control"] ?? control.subject, default: []].append(level)
    }
    for (folder, shown) in search.folders(holding: BatchRecord.fileName)
    where !isOwn(folder) && !RecordSearch.isSuperseded(folder) && !controlLevels.isEmpty {
      let path = shown + "/" + BatchRecord.fileName
      let digest = try FileDigest(of: path)
      inputs.append(.init(path: path, size: digest.size, sha256: digest.sha256))
    }
  }
}
