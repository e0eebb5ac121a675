package import Diagnostics
import Monitoring
import Records
import Reports
import ResultStore

/// `clonetrack qa`: failures over any number of finished runs.
package struct QualityWorkflow: Sendable {
  /// The findings, one a row.
  package static let failuresName = "failures.tsv"
  /// The record of the figures.
  package static let recordName = "failure_summary.json"
  /// The figures as a table.
  package static let tableName = "failure_summary.tsv"
  /// The figures in words.
  package static let textName = "failure_summary.md"
  /// The page for people.
  package static let pageName = "qa.html"

  /// What to do.
  package var request: QualityRequest

  /// Creates a workflow.
  package init(_ request: QualityRequest) { self.request = request }

  /// Reads the records and writes the result folder.
  ///
  /// Equal records give equal bytes, whatever the order of the folders.
  ///
  /// - Returns: The figures in words.
  /// - Throws: The first fault; nothing is left in the folder then.
  package func run() throws(Diagnostic) -> String {
    let folder = try ResultFolder(
      path: request.output,
      names: [
        Self.failuresName, Self.recordName, Self.tableName, Self.textName, Self.pageName,
      ],
      force: request.force
    )
    var runs = try FinishedRuns(request.folders)
    runs.locateReports(from: request.output)
    let libraries = runs.libraries.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    let attempts = libraries.enumerated().map { $1.attempt(number: $0) }
    let record = QualityRecord(
      attempts,
      controls: QualityCharts.charts(libraries, referenceLength: request.referenceRuns),
      programVersion: ProgramVersion.program,
      programVersions: runs.programVersions,
      profiles: runs.profiles
    )
    let rows = FailureRows(libraries, attempts).rows(runs.runFindings)
    try folder.append(FailureRow.table(rows), to: Self.failuresName)
    try folder.append(record.json(), to: Self.recordName)
    try folder.append(record.table, to: Self.tableName)
    try folder.append(Array(record.text.utf8), to: Self.textName)
    try folder.append(Array(HTMLReport.render(record, rows: rows).utf8), to: Self.pageName)
    try folder.commit()
    return record.summary + "  report: \(request.output)/\(Self.pageName)\n"
  }
}
