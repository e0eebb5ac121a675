package import Diagnostics
import Files
package import Records
import ResultStore

/// `clonetrack verify`: says whether results are the ones that were written.
package struct VerifyWorkflow: Sendable {
  /// The result folder of a run or of a sample.
  package var folder: String
  /// The digest of the trail's last line as it was noted elsewhere; `nil` if it was not.
  package var head: String?

  /// Creates a workflow.
  package init(folder: String, head: String? = nil) { (self.folder, self.head) = (folder, head) }

  /// What `verify` found.
  package struct Outcome: Hashable, Sendable {
    /// One line for a terminal.
    package var summary: String
    /// What is not as it was written; empty if all is.
    package var faults: [Diagnostic]
    /// The same for programs.
    package var record: VerificationRecord

    /// The record as text.
    package func json() throws(Diagnostic) -> String {
      String(decoding: try record.json(), as: UTF8.self)
    }
  }

  /// Checks the audit trail and the sha256 of every result; in a folder without a trail those that
  /// its `run.json` names.
  ///
  /// - Throws: `FILE-MISSING` if the folder has neither, `RECORD-SYNTAX` if `run.json` is damaged.
  package func run() throws(Diagnostic) -> Outcome {
    let trail = try AuditTrail(folder: folder)
    guard FileSystemEntry(path: trail.path).kind != .absent else { return try runRecord() }
    var faults = trail.faults
    if let head, head != trail.head {
      faults.append(
        Diagnostic(
          code: "AUDIT-CHAIN",
          message: "the last line has the sha256 \(trail.head), expected \(head)",
          location: .init(path: trail.path)
        )
      )
    }
    let results = trail.results.values.sorted { $0.path < $1.path }
    for result in results { faults += fault(result.path, result.sha256) }
    for old in trail.superseded { faults += fault(old.movedTo, old.sha256) }
    return outcome(
      results.count + trail.superseded.count,
      VerificationRecord.Trail(entries: trail.entries.count, head: trail.head),
      faults
    )
  }

  private func runRecord() throws(Diagnostic) -> Outcome {
    let path = FileSystemEntry(path: folder).appending(RunRecord.fileName).path
    let record = try RunRecord.read(from: InputFile.bytes(of: path), path: path)
    var faults: [Diagnostic] = []
    for result in record.results { faults += fault(result.path, result.sha256) }
    return outcome(record.results.count, nil, faults)
  }

  private func outcome(
    _ files: Int,
    _ trail: VerificationRecord.Trail?,
    _ faults: [Diagnostic]
  ) -> Outcome {
    let what =
      trail.map { "\($0.entries) entries, \(files) files" }
      ?? "no audit trail, \(files) files of run.json"
    let verdict = faults.isEmpty ? "as written" : "\(faults.count) not as written"
    let head = trail.map { ", head \($0.head)" } ?? ""
    return Outcome(
      summary: "\(folder): \(what), \(verdict)\(head)\n",
      faults: faults,
      record: VerificationRecord(
        programVersion: ProgramVersion.program,
        folder: folder,
        trail: trail,
        files: files,
        faults: faults
      )
    )
  }

  /// What is wrong with one file; empty if nothing is.
  private func fault(_ name: String, _ sha256: String?) -> [Diagnostic] {
    let path = FileSystemEntry(path: folder).appending(name).path
    let message: String
    do throws(Diagnostic) {
      let found = try FileDigest(of: path).sha256
      guard found != sha256 else { return [] }
      message = "the sha256 is \(found), expected \(sha256 ?? "none")"
    } catch {
      message = error.message
    }
    return [Diagnostic(code: "AUDIT-RESULT", message: message, location: .init(path: path))]
  }
}
