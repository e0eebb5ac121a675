import Clonotyping
package import Monitoring
package import Tracking

/// What `clonetrack baseline` found in one diagnostic sample; the file `baseline.json`.
package struct BaselineRecord: Codable, Hashable, Sendable {
  /// The schema this type writes and reads.
  package static let schemaName = "clonetrack.baseline/1"
  /// The name of its file in a result folder.
  package static let fileName = "baseline.json"

  /// The schema's name and version, `BaselineRecord.schemaName`.
  package var schema: String
  /// The program version that wrote the record.
  package var programVersion: String
  /// The germline set the calls refer to.
  package var germline: GermlineIdentity
  /// The thresholds the sample was judged by.
  package var profile: ProfileIdentity
  /// The assay the reads come from.
  package var assay: AssayIdentity
  /// The sample.
  package var sample: String
  /// The subject the sample is from.
  package var subject: String
  /// What the sample sheet says about the sample, by column, read files left out; empty without one.
  package var metadata: [String: String]
  /// Whether plasma cells were enriched, so that shares of nucleated cells mean nothing.
  package var enriched: Bool
  /// The light chain of the patient's M-protein; `nil` if not stated.
  @ExplicitNull package var lightChain: LightChain?
  /// Whether there is something to track.
  package var verdict: BaselineVerdict
  /// What a person has to know, worst first.
  package var findings: [FindingRecord]
  /// The accepted index clonotypes, in order of preference.
  package var clonotypes: [Clonotype]
  /// The candidates that were rejected, in order of abundance.
  package var candidates: [Clonotype]
  /// The library, class by class.
  package var repertoire: [RepertoireRecord]
  /// Who decided that this baseline replaces an earlier one; `nil` if it replaces none.
  @ExplicitNull package var approval: Approval?
  /// What changes of the clone are judged against.
  package var reference: Reference
  /// The internal controls, in the order of the assay file.
  package var controls: [ControlRecord]
  /// What every stage took in and passed on, in order of the stages.
  package var counts: [StageCountRecord]

  /// Creates a record.
  package init(
    programVersion: String,
    germline: GermlineIdentity,
    profile: ProfileIdentity,
    assay: AssayIdentity,
    sample: String,
    subject: String,
    metadata: [String: String],
    enriched: Bool = false,
    lightChain: LightChain? = nil,
    verdict: BaselineVerdict,
    findings: [FindingRecord],
    clonotypes: [Clonotype],
    candidates: [Clonotype],
    repertoire: [RepertoireRecord],
    approval: Approval? = nil,
    reference: Reference,
    controls: [ControlRecord],
    counts: [StageCountRecord]
  ) {
    self.schema = Self.schemaName
    self.programVersion = programVersion
    self.germline = germline
    self.profile = profile
    self.assay = assay
    self.sample = sample
    self.subject = subject
    self.metadata = metadata
    self.enriched = enriched
    self.lightChain = lightChain
    self.verdict = verdict
    self.findings = findings
    self.clonotypes = clonotypes
    self.candidates = candidates
    self.repertoire = repertoire
    self.approval = approval
    self.reference = reference
    self.controls = controls
    self.counts = counts
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case programVersion = "program_version"
    case germline
    case profile
    case assay
    case sample
    case subject
    case metadata
    case enriched
    case lightChain = "light_chain"
    case verdict
    case findings
    case clonotypes
    case candidates
    case repertoire
    case approval
    case reference
    case controls
    case counts
  }
}

extension BaselineRecord: RecordFile, TracedRecord {
  /// The command that writes it.
  package static let writer = "clonetrack baseline"
}

extension VisitLevel {
  /// The point of a baseline.
  package init(_ record: BaselineRecord) {
    self.init(
      sample: record.sample,
      visit: record.metadata["visit"],
      collectionDate: record.metadata["collection_date"],
      cellFraction: record.clonotypes.filter { $0.role == .primary }.compactMap(\.cellFraction)
        .max()
    )
  }
}
