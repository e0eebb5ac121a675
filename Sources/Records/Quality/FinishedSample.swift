package import Monitoring
package import Quantification

/// What quality control reads of `followup.json`.
package struct FinishedFollowup: RecordFile, Hashable {
  /// The schema this type reads.
  package static let schemaName = FollowupRecord.schemaName
  /// The command that writes it.
  package static let writer = FollowupRecord.writer

  /// What it reads of the answer.
  package struct Result: Codable, Hashable, Sendable {
    /// The sample-level call.
    package var call: SampleCall
    /// Clonal cells over nucleated cells, `0...1`; `nil` if not known.
    package var mrd: Double?
  }

  /// The program version that wrote the record.
  package var programVersion: String
  /// The thresholds the sample was judged by.
  package var profile: ProfileIdentity
  /// The sample.
  package var sample: String
  /// The subject.
  package var subject: String
  /// The visit; `nil` if not given.
  package var visit: String?
  /// The findings.
  package var findings: [FinishedFinding]
  /// The answer.
  package var result: Result
  /// The internal controls.
  package var controls: [FinishedControl]
  /// The columns of the sample sheet; `nil` in records without.
  package var metadata: [String: String]?

  private enum CodingKeys: String, CodingKey {
    case programVersion = "program_version"
    case profile
    case sample
    case subject
    case visit
    case findings
    case result
    case controls
    case metadata
  }
}

/// What quality control reads of `baseline.json`.
package struct FinishedBaseline: RecordFile, Hashable {
  /// The schema this type reads.
  package static let schemaName = BaselineRecord.schemaName
  /// The command that writes it.
  package static let writer = BaselineRecord.writer

  /// The program version that wrote the record.
  package var programVersion: String
  /// The thresholds the sample was judged by.
  package var profile: ProfileIdentity
  /// The sample.
  package var sample: String
  /// The subject.
  package var subject: String
  /// Whether there is something to track.
  package var verdict: BaselineVerdict
  /// The findings.
  package var findings: [FinishedFinding]
  /// The internal controls.
  package var controls: [FinishedControl]
  /// The columns of the sample sheet; `nil` in records without.
  package var metadata: [String: String]?

  private enum CodingKeys: String, CodingKey {
    case programVersion = "program_version"
    case profile
    case sample
    case subject
    case verdict
    case findings
    case controls
    case metadata
  }
}

/// What quality control reads of `run.json`: when a result was made.
package struct FinishedTimes: RecordFile, Hashable {
  /// The schema this type reads.
  package static let schemaName = RunRecord.schemaName
  /// The command that writes it.
  package static let writer = RunRecord.writer

  /// When the run ended, UTC, ISO 8601.
  package var ended: String
}
