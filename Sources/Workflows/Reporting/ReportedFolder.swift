import Crypto
import Diagnostics
import Files
import Monitoring
import Records
import Reports
import ResultStore

/// The result folder of one sample with its records.
struct ReportedFolder: Sendable {
  /// The folder as messages call it.
  var path: String
  /// The sample.
  var visit: FinishedVisit

  /// The results below some folders, each once, superseded ones left out.
  ///
  /// - Parameter folders: As the user named them.
  /// - Returns: The folders by path.
  /// - Throws: `FILE-MISSING` for a folder that is none or holds no record, `RECORD-SYNTAX` for a
  ///   record that is damaged or of another schema.
  static func all(below folders: [String]) throws(Diagnostic) -> [ReportedFolder] {
    var found = RecordSearch()
    for folder in folders { try found.add(folder) }
    var all: [ReportedFolder] = []
    for name in [BaselineRecord.fileName, FollowupRecord.fileName] {
      for (folder, shown) in found.folders(holding: name)
      where !RecordSearch.isSuperseded(folder) {
        all.append(try ReportedFolder(path: shown, recordName: name))
      }
    }
    guard !all.isEmpty else {
      throw Diagnostic(
        code: "FILE-MISSING",
        message: "the folder holds the result of no sample",
        location: folders.first.map { .init(path: $0) },
        suggestion: "Give the results of 'clonetrack batch', 'baseline' or 'followup'."
      )
    }
    return all
  }

  private init(path: String, recordName: String) throws(Diagnostic) {
    self.path = path
    let file = path + "/" + recordName
    let bytes = try InputFile.bytes(of: file)
    let record: FinishedVisit.Record =
      recordName == BaselineRecord.fileName
      ? .baseline(try BaselineRecord.read(from: bytes, path: file))
      : .followup(try FollowupRecord.read(from: bytes, path: file))
    let runFile = path + "/" + RunRecord.fileName
    visit = FinishedVisit(
      record: record,
      run: try RunRecord.read(from: InputFile.bytes(of: runFile), path: runFile),
      sha256: SHA256.hash(data: bytes).hexadecimal
    )
  }

  /// The page of the sample: the bytes that its run wrote, where this version made the run and no more
  /// earlier visits are known now than then.
  ///
  /// - Parameter visits: Finished samples of the subject.
  /// - Returns: The whole page.
  func report(among visits: [FinishedVisit]) -> String {
    let parameters = visit.run?.parameters ?? [:]
    switch visit.record {
    case .baseline(let record): return HTMLReport.render(record, parameters: parameters)
    case .followup(var record):
      record.earlier = earlier(than: record, among: visits)
      return HTMLReport.render(record, parameters: parameters)
    }
  }

  /// The earlier visits that the record names, and others that are known to be earlier.
  ///
  /// Baselines are those that the sample was compared with.
  private func earlier(
    than record: FollowupRecord,
    among visits: [FinishedVisit]
  ) -> [VisitLevel] {
    guard SampleRole.isPatientFollowup(record.metadata) else { return record.earlier }
    let named = Set(record.earlier.map(\.sample))
    let found = visits.filter {
      $0.followup != nil && SampleRole.isPatientFollowup($0.metadata) && !named.contains($0.sample)
        && VisitLevel.isEarlier($0.level, than: visit.level)
    }
    return (record.earlier + found.map(\.level)).sorted(by: VisitLevel.precedes)
  }

  /// Rows of the sample's table, most reads first.
  ///
  /// - Parameter count: Rows at most; tracked clonotypes further down are added.
  /// - Returns: The rows in their order.
  /// - Throws: `FILE-MISSING` if there is no table, `RECORD-SYNTAX` if it is damaged.
  func clonotypes(_ count: Int) throws(Diagnostic) -> [ListedClonotype] {
    let file = path + "/" + ResultFiles.tableName
    return try RearrangementTable.clonotypes(
      in: InputFile.bytes(of: file),
      path: file,
      count: count
    )
  }
}
