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

  /// The visit as the user named it; `nil` if it has no name.
  package var visit: String? {
    switch record {
    case .baseline(let record): record.metadata["visit"]
    case .followup(let record): record.visit
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

  /// The collection date, ISO 8601; `nil` if the sample sheet does not say it.
  package var date: String? { metadata["collection_date"].flatMap { $0.isEmpty ? nil : $0 } }

  /// What the page calls it: the visit, or else the sample.
  package var title: String { visit.flatMap { $0.isEmpty ? nil : $0 } ?? sample }
}

extension FinishedVisit {
  /// Whether one visit stands before another: baselines first, then by date where both have one, then
  /// by the numbers in their names, then by sample.
  package static func precedes(_ left: FinishedVisit, _ right: FinishedVisit) -> Bool {
    if (left.baseline == nil) != (right.baseline == nil) { return left.baseline != nil }
    if let first = left.date, let second = right.date, first != second { return first < second }
    let (first, second) = (number(left.title), number(right.title))
    if let first, let second, first != second { return first < second }
    return (left.title, left.sample) < (right.title, right.sample)
  }

  /// The first number in a name, such as 12 in `M12`.
  private static func number(_ name: String) -> Int? {
    Int(name.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
  }
}
