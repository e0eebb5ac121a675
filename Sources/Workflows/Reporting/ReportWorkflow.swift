package import Diagnostics
import FoundationEssentials
import Records
import Reports
import ResultStore
import SequenceIO

/// `clonetrack report`: pages of samples and subjects, and files for other programs, from records alone.
package struct ReportWorkflow: Sendable {
  /// Repertoire metadata of every sample.
  package static let repertoiresName = "repertoires.airr.json"
  /// General statistics for MultiQC.
  package static let generalName = "clonetrack_general_mqc.json"
  /// Levels over time for MultiQC.
  package static let levelsName = "clonetrack_levels_mqc.json"
  /// Findings for MultiQC.
  package static let findingsName = "clonetrack_findings_mqc.json"
  /// Program versions for MultiQC.
  package static let versionsName = "clonetrack_mqc_versions.yml"

  /// The files about all samples.
  private static let commonNames = [
    repertoiresName, generalName, levelsName, findingsName, versionsName,
  ]

  /// Clonotypes of a sample that the `.vidjil` file of its subject holds, tracked ones not counted.
  private static let vidjilClonotypes = 100

  /// What to do.
  package var request: ReportRequest

  /// Creates a workflow.
  package init(_ request: ReportRequest) { self.request = request }

  /// Reads the records and writes the pages and exports.
  ///
  /// Equal records give equal bytes, whatever the order of the folders.
  ///
  /// - Returns: What was written.
  /// - Throws: The first fault of a record, `RECORD-SYNTAX` if two results are of one sample, or what
  ///   stops the results from being written.
  package func run() throws(Diagnostic) -> ReportOutcome {
    let folders = try ReportedFolder.all(below: request.folders)
    var record = ReportRecord(programVersion: ProgramVersion.program, output: request.output)
    if let output = request.output { try writePages(folders, to: output, &record) }
    if request.makesCrates { record.crates = try writeCrates(folders) }
    return ReportOutcome(record: record)
  }

  private func writePages(
    _ folders: [ReportedFolder],
    to output: String,
    _ record: inout ReportRecord
  ) throws(Diagnostic) {
    let folders = folders.sorted { FinishedVisit.precedes($0.visit, $1.visit) }
    try refuseTwins(folders)
    let subjects = Dictionary(grouping: folders, by: \.visit.subject)
    record.subjects = subjects.keys.sorted().map { name in
      ReportRecord.Subject(
        subject: name,
        samples: (subjects[name] ?? []).map(\.visit.sample),
        page: "\(name).html",
        vidjil: "\(name).vidjil"
      )
    }
    let names = Self.commonNames + record.subjects.flatMap { [$0.page, $0.vidjil] }
    let top = try ResultFolder(path: output, names: names, force: request.force)
    for subject in record.subjects {
      let own = subjects[subject.subject] ?? []
      let page = HTMLReport.render(own.map(\.visit), programVersion: ProgramVersion.program)
      try top.append(Array(page.utf8), to: subject.page)
      try top.append(try vidjil(own), to: subject.vidjil)
    }
    let visits = record.subjects.flatMap { (subjects[$0.subject] ?? []).map(\.visit) }
    try append(visits, folders, output, to: top)
    for folder in folders {
      try writePage(folder, (subjects[folder.visit.subject] ?? []).map(\.visit), to: output)
    }
    try top.commit()
    record.files = (names + folders.map { $0.visit.sample + "/" + ResultFiles.reportName }).sorted()
  }

  private func append(
    _ visits: [FinishedVisit],
    _ folders: [ReportedFolder],
    _ output: String,
    to top: ResultFolder
  ) throws(Diagnostic) {
    let place = RecordSearch.canonical(output)
    let tables = folders.map { folder in
      let table = RecordSearch.canonical(folder.path) + "/" + ResultFiles.tableName
      return (visit: folder.visit, table: RecordSearch.relative(table, to: place))
    }
    let files: [(name: String, content: JSONNode)] = [
      (Self.repertoiresName, RepertoireMetadata.document(tables)),
      (Self.generalName, MultiQCFiles.general(visits)),
      (Self.levelsName, MultiQCFiles.levels(visits)),
      (Self.findingsName, MultiQCFiles.findings(visits)),
    ]
    for file in files { try top.append(try file.content.bytes(), to: file.name) }
    try top.append(Array(MultiQCFiles.versions(visits).utf8), to: Self.versionsName)
  }

  private func vidjil(_ folders: [ReportedFolder]) throws(Diagnostic) -> [UInt8] {
    var samples: [VidjilFile.Sample] = []
    for folder in folders {
      let clonotypes = try folder.clonotypes(Self.vidjilClonotypes)
      samples.append(VidjilFile.Sample(visit: folder.visit, clonotypes: clonotypes))
    }
    return try VidjilFile.document(samples, programVersion: ProgramVersion.program).bytes()
  }

  /// Writes a sample's page into a folder of its name.
  private func writePage(
    _ folder: ReportedFolder,
    _ visits: [FinishedVisit],
    to output: String
  ) throws(Diagnostic) {
    let files = try ResultFolder(
      path: output + "/" + folder.visit.sample,
      names: [ResultFiles.reportName],
      force: request.force
    )
    try files.append(Array(folder.report(among: visits).utf8), to: ResultFiles.reportName)
    try files.commit()
  }

  /// Two results of one sample cannot stand side by side, and names become files.
  private func refuseTwins(_ folders: [ReportedFolder]) throws(Diagnostic) {
    var places: [String: String] = [:]
    for folder in folders.sorted(by: { $0.path < $1.path }) {
      for name in [folder.visit.sample, folder.visit.subject]
      where name.contains("/") || name.hasPrefix(".") {
        throw Diagnostic(
          code: "RECORD-SYNTAX",
          message: "the name '\(name)' cannot be that of a file",
          location: .init(path: folder.path),
          suggestion: "Use the file as 'clonetrack' of this version wrote it."
        )
      }
      if let first = places[folder.visit.sample] {
        throw Diagnostic(
          code: "RECORD-SYNTAX",
          message: "a second result of sample \(folder.visit.sample); the first is in \(first)",
          location: .init(path: folder.path),
          suggestion: "Give one result of each sample."
        )
      }
      places[folder.visit.sample] = folder.path
    }
  }

  /// Makes each result folder an RO-Crate.
  ///
  /// - Returns: The folders.
  private func writeCrates(_ folders: [ReportedFolder]) throws(Diagnostic) -> [String] {
    for folder in folders {
      guard let run = folder.visit.run else { continue }
      let files = try ResultFolder(
        path: folder.path,
        names: [RunCrate.fileName],
        force: request.force
      )
      let crate = RunCrate.document(
        folder.visit,
        run,
        folderFiles: [RunRecord.fileName],
        digest: Self.contentName
      )
      try files.append(try crate.bytes(), to: RunCrate.fileName)
      try files.commit()
    }
    return folders.map(\.path)
  }

  /// The URI of content by its sha256 (RFC 6920); `nil` if the digits are none.
  private static func contentName(_ hexadecimal: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Substring(hexadecimal)
    while rest.count >= 2 {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    guard bytes.count == 32, rest.isEmpty else { return nil }
    let letters = Data(bytes).base64EncodedString().compactMap { letter -> Character? in
      switch letter {
      case "+": "-"
      case "/": "_"
      case "=": nil
      default: letter
      }
    }
    return "ni:///sha-256;" + String(letters)
  }
}
