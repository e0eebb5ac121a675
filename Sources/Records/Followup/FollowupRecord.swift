/// What `clonetrack followup` found in one sample; the file `followup.json`.
package struct FollowupRecord: Codable, Hashable, Sendable {
  /// The schema this type writes and reads.
  package static let schemaName = "clonetrack.followup/1"
  /// The name of its file in a result folder.
  package static let fileName = "followup.json"

  /// The schema's name and version, `FollowupRecord.schemaName`.
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
  /// The visit as the user named it; `nil` if not given.
  @ExplicitNull package var visit: String?
  /// What the sample sheet says about the sample, by column, read files left out; empty without one.
  package var metadata: [String: String]
  /// The diagnostic sample compared with.
  package var baseline: BaselineIdentity
  /// What the subject's earlier visits said, baselines first; empty for a control.
  package var earlier: [VisitLevel]
  /// What a person has to know, worst first.
  package var findings: [FindingRecord]
  /// The answer.
  package var result: Result
  /// The tracked clonotypes, in the order of the baseline.
  package var clonotypes: [TrackedClonotype]
  /// The internal controls, in the order of the assay file.
  package var controls: [ControlRecord]
  /// The library, class by class.
  package var repertoire: [RepertoireRecord]
  /// Signs that the clone has changed; empty if none.
  package var drift: [DriftRecord]
  /// What the polyclonal rearrangements say about blood in the marrow; advice only.
  package var haemodilution: HaemodilutionRecord
  /// Whether the sample can be told from another person's; `nil` for a control.
  @ExplicitNull package var identity: IdentityRecord?
  /// What every stage took in and passed on, in order of the stages.
  package var counts: [StageCountRecord]
  /// The replicates, in input order.
  package var replicates: [ReplicateRecord]

  /// Creates a record.
  package init(
    programVersion: String,
    germline: GermlineIdentity,
    profile: ProfileIdentity,
    assay: AssayIdentity,
    sample: String,
    subject: String,
    visit: String?,
    metadata: [String: String],
    baseline: BaselineIdentity,
    earlier: [VisitLevel] = [],
    findings: [FindingRecord],
    result: Result,
    clonotypes: [TrackedClonotype],
    controls: [ControlRecord],
    repertoire: [RepertoireRecord] = [],
    drift: [DriftRecord],
    haemodilution: HaemodilutionRecord,
    identity: IdentityRecord?,
    counts: [StageCountRecord],
    replicates: [ReplicateRecord]
  ) {
    self.schema = Self.schemaName
    self.programVersion = programVersion
    self.germline = germline
    self.profile = profile
    self.assay = assay
    self.sample = sample
    self.subject = subject
    self.visit = visit
    self.metadata = metadata
    self.baseline = baseline
    self.earlier = earlier
    self.findings = findings
    self.result = result
    self.clonotypes = clonotypes
    self.controls = controls
    self.repertoire = repertoire
    self.drift = drift
    self.haemodilution = haemodilution
    self.identity = identity
    self.counts = counts
    self.replicates = replicates
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case programVersion = "program_version"
    case germline
    case profile
    case assay
    case sample
    case subject
    case visit
    case metadata
    case baseline
    case earlier
    case findings
    case result
    case clonotypes
    case controls
    case repertoire
    case drift
    case haemodilution
    case identity
    case counts
    case replicates
  }
}

extension FollowupRecord: RecordFile, TracedRecord {
  /// The command that writes it.
  package static let writer = "clonetrack followup"
}

extension VisitLevel {
  /// The point of a follow-up.
  package init(_ record: FollowupRecord) {
    let result = record.result
    self.init(
      sample: record.sample,
      visit: record.visit,
      collectionDate: record.metadata["collection_date"],
      call: result.call,
      mrd: result.mrd,
      mrdCI: result.mrdCI,
      lod95: result.lod95
    )
  }
}
