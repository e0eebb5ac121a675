package import Diagnostics

/// Whether results are as they were written: the output of `clonetrack verify --json`.
package struct VerificationRecord: RecordFile, Hashable {
  /// The schema's name and version.
  package static let schemaName = "clonetrack.verification/1"
  /// The command that writes it.
  package static let writer = "clonetrack verify --json"

  /// The audit trail of a run.
  package struct Trail: Codable, Hashable, Sendable {
    /// The lines of the trail.
    package var entries: Int
    /// The digest of the last line.
    package var head: String

    /// Creates a record.
    package init(entries: Int, head: String) { (self.entries, self.head) = (entries, head) }
  }

  /// `clonetrack.verification/1`.
  package var schema = Self.schemaName
  /// The program's version.
  package var programVersion: String
  /// The folder as the user named it.
  package var folder: String
  /// Whether nothing is other than it was written.
  package var intact: Bool
  /// The trail; `nil` in the folder of a single sample.
  @ExplicitNull package var trail: Trail?
  /// The files that were held against their sha256.
  package var files: Int
  /// What is not as it was written.
  package var faults: [DiagnosticRecord]

  /// Creates a record.
  package init(
    programVersion: String,
    folder: String,
    trail: Trail?,
    files: Int,
    faults: [Diagnostic]
  ) {
    self.programVersion = programVersion
    self.folder = folder
    self.intact = faults.isEmpty
    self.trail = trail
    self.files = files
    self.faults = faults.map { DiagnosticRecord($0) }
  }

  private enum CodingKeys: String, CodingKey {
    case schema, folder, intact, trail, files, faults
    case programVersion = "program_version"
  }
}
