/// One finished sample with the records that its folder holds.
package struct FinishedVisit: Sendable {
  /// What the folder's record says.
  package enum Record: Hashable, Sendable {
    /// A diagnostic sample.
    case baseline(BaselineRecord)
    /// A later sample.
    case followup(FollowupRecord)
  }

  /// The sample's record.
  package var record: Record
  /// How it was made; `nil` if its file is not there.
  package var run: RunRecord?
  /// The sha256 of the record's bytes, lower-case hexadecimal.
  package var sha256: String

  /// Creates a visit.
  package init(record: Record, run: RunRecord?, sha256: String) {
    (self.record, self.run, self.sha256) = (record, run, sha256)
  }

  /// The sample.
  package var sample: String {
    switch record {
    case .baseline(let record): record.sample
    case .followup(let record): record.sample
    }
  }

  /// The subject.
  package var subject: String {
    switch record {
    case .baseline(let record): record.subject
    case .followup(let record): record.subject
    }
  }

  /// What the sample sheet says about the sample, by column.
  package var metadata: [String: String] {
    switch record {
    case .baseline(let record): record.metadata
    case .followup(let record): record.metadata
    }
  }

  /// The program version that made the record.
  package var programVersion: String {
    switch record {
    case .baseline(let record): record.programVersion
    case .followup(let record): record.programVersion
    }
  }

  /// The germline set of the calls.
  package var germline: GermlineIdentity {
    switch record {
    case .baseline(let record): record.germline
    case .followup(let record): record.germline
    }
  }

  /// The thresholds the sample was judged by.
  package var profile: ProfileIdentity {
    switch record {
    case .baseline(let record): record.profile
    case .followup(let record): record.profile
    }
  }

  /// The assay the reads come from.
  package var assay: AssayIdentity {
    switch record {
    case .baseline(let record): record.assay
    case .followup(let record): record.assay
    }
  }

  /// What a person has to know about the sample.
  package var findings: [FindingRecord] {
    switch record {
    case .baseline(let record): record.findings
    case .followup(let record): record.findings
    }
  }

  /// What every stage took in and passed on.
  package var counts: [StageCountRecord] {
    switch record {
    case .baseline(let record): record.counts
    case .followup(let record): record.counts
    }
  }

  /// The library, class by class.
  package var repertoire: [RepertoireRecord] {
    switch record {
    case .baseline(let record): record.repertoire
    case .followup(let record): record.repertoire
    }
  }

  /// The sample's record if it is a follow-up; `nil` for a baseline.
  package var followup: FollowupRecord? {
    if case .followup(let record) = record { return record }
    return nil
  }

  /// The sample's record if it is a baseline; `nil` for a follow-up.
  package var baseline: BaselineRecord? {
    if case .baseline(let record) = record { return record }
    return nil
  }

  /// What the visit says about the level.
  package var level: VisitLevel {
    switch record {
    case .baseline(let record): VisitLevel(record)
    case .followup(let record): VisitLevel(record)
    }
  }

  /// The collection date, ISO 8601; `nil` if the sample sheet does not say it.
  package var date: String? { level.collectionDate }

  /// What the page calls it: the visit, or else the sample.
  package var title: String { level.title }

  /// Whether one visit stands before another, as their levels do.
  package static func precedes(_ left: FinishedVisit, _ right: FinishedVisit) -> Bool {
    VisitLevel.precedes(left.level, right.level)
  }
}
