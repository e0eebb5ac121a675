package import Monitoring
package import Quantification

/// What quality control reads of `batch.json`: the samples of one finished run.
package struct FinishedBatch: RecordFile, Hashable {
  /// The schema this type reads.
  package static let schemaName = "clonetrack.batch/1"
  /// The command that writes it.
  package static let writer = "clonetrack batch"

  /// The schema's name and version.
  package var schema: String
  /// The program version that wrote the record.
  package var programVersion: String
  /// The thresholds the run was judged by; `nil` in records without.
  package var profile: ProfileIdentity?
  /// Findings about the run as a whole.
  package var findings: [FinishedFinding]
  /// The samples.
  package var samples: [Sample]

  private enum CodingKeys: String, CodingKey {
    case schema
    case programVersion = "program_version"
    case profile
    case findings
    case samples
  }
}

extension FinishedBatch {
  /// Whether a sample has a result.
  package enum State: String, Codable, Hashable, Sendable {
    /// It has.
    case done
    /// Its data could not be read.
    case error
  }

  /// One sample of the run.
  package struct Sample: Codable, Hashable, Sendable {
    /// The sample.
    package var sample: String
    /// The subject; for a control, the material; `nil` if it has none.
    package var subject: String?
    /// The role in the sample sheet, such as `FU` or `NTC`.
    package var role: String
    /// The visit; `nil` if not given.
    package var visit: String?
    /// The folder of its results, relative to the batch; `nil` if it has none.
    package var folder: String?
    /// Whether there is a result.
    package var state: State
    /// The verdict of a baseline; `nil` for others.
    package var verdict: BaselineVerdict?
    /// The call of a follow-up; `nil` for others.
    package var call: SampleCall?
    /// Clonal cells over nucleated cells, `0...1`; `nil` if not known.
    package var mrd: Double?
    /// The findings.
    package var findings: [FinishedFinding]
    /// The internal controls; `nil` in records without.
    package var controls: [FinishedControl]?
    /// The columns of the sample sheet; `nil` in records without.
    package var metadata: [String: String]?
  }
}
