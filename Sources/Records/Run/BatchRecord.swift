/// What `clonetrack batch` found in the samples of one run; the file `batch.json`.
package struct BatchRecord: Codable, Hashable, Sendable {
  /// The schema this type writes and reads.
  package static let schemaName = "clonetrack.batch/1"
  /// The name of its file in a result folder.
  package static let fileName = "batch.json"

  /// The schema's name and version, `BatchRecord.schemaName`.
  package var schema: String
  /// The program version that wrote the record.
  package var programVersion: String
  /// The germline set the calls refer to.
  package var germline: GermlineIdentity
  /// The thresholds the samples were judged by.
  package var profile: ProfileIdentity
  /// The assay the reads come from.
  package var assay: AssayIdentity
  /// The sample sheet.
  package var sheet: SheetIdentity
  /// How often reads turn up in another library of their lane, by kind of index.
  package var hopping: [HoppingRecord]
  /// What a person has to know about the run as a whole.
  package var findings: [FindingRecord]
  /// The samples, in the order of the sheet.
  package var samples: [Sample]

  /// Creates a record.
  package init(
    programVersion: String,
    germline: GermlineIdentity,
    profile: ProfileIdentity,
    assay: AssayIdentity,
    sheet: SheetIdentity,
    hopping: [HoppingRecord],
    findings: [FindingRecord],
    samples: [Sample]
  ) {
    self.schema = Self.schemaName
    self.programVersion = programVersion
    self.germline = germline
    self.profile = profile
    self.assay = assay
    self.sheet = sheet
    self.hopping = hopping
    self.findings = findings
    self.samples = samples
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case programVersion = "program_version"
    case germline
    case profile
    case assay
    case sheet
    case hopping
    case findings
    case samples
  }
}

extension BatchRecord: RecordFile, TracedRecord {
  /// The command that writes it.
  package static let writer = "clonetrack batch"
}
