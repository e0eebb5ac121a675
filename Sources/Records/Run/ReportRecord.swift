/// What `clonetrack report` wrote: its output with `--json`.
package struct ReportRecord: RecordFile, Hashable {
  /// The schema's name and version.
  package static let schemaName = "clonetrack.report/1"
  /// The command that writes it.
  package static let writer = "clonetrack report --json"

  /// The files of one subject.
  package struct Subject: Codable, Hashable, Sendable {
    /// The subject.
    package var subject: String
    /// Its samples in order of time.
    package var samples: [String]
    /// The page of levels over time, in the folder of the output.
    package var page: String
    /// The file for the Vidjil web client, in the folder of the output.
    package var vidjil: String

    /// Creates a record.
    package init(subject: String, samples: [String], page: String, vidjil: String) {
      (self.subject, self.samples) = (subject, samples)
      (self.page, self.vidjil) = (page, vidjil)
    }
  }

  /// `clonetrack.report/1`.
  package var schema = Self.schemaName
  /// The program's version.
  package var programVersion: String
  /// The folder of the output as the user named it; `nil` if only crates were written.
  @ExplicitNull package var output: String?
  /// The subjects by name; empty if only crates were written.
  package var subjects: [Subject]
  /// Every file in the folder of the output, by name.
  package var files: [String]
  /// The result folders that became crates, as the user named them.
  package var crates: [String]

  /// Creates a record.
  package init(
    programVersion: String,
    output: String?,
    subjects: [Subject] = [],
    files: [String] = [],
    crates: [String] = []
  ) {
    self.programVersion = programVersion
    self.output = output
    self.subjects = subjects
    self.files = files
    self.crates = crates
  }

  private enum CodingKeys: String, CodingKey {
    case schema, output, subjects, files, crates
    case programVersion = "program_version"
  }
}
