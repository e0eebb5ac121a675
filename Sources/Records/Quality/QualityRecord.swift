/// Failures over any number of finished runs; the file `failure_summary.json`.
package struct QualityRecord: RecordFile, Hashable {
  /// The schema this type writes and reads.
  package static let schemaName = "clonetrack.qa/1"
  /// The command that writes it.
  package static let writer = "clonetrack qa"

  /// The schema's name and version, `QualityRecord.schemaName`.
  package var schema: String
  /// The program version that wrote the record.
  package var programVersion: String
  /// What the figures are about.
  package var scope: Scope
  /// Failures by everything they can be counted by, libraries first, then final visits.
  package var rates: [RateRecord]
  /// What kept libraries from an answer, by frequency.
  package var pareto: [ParetoRecord]
  /// The share of failed libraries run by run and month by month.
  package var proportionCharts: [ProportionChartRecord]
  /// The controls in order of time.
  package var controlCharts: [ControlChartRecord]
  /// How often a repeat gave an answer: all repeats first, then by the code before.
  package var repeats: [RepeatRecord]
  /// Days from the specimen to the final result.
  package var turnaround: TurnaroundRecord
  /// The subjects that never had an index clonotype.
  package var neverEvaluable: NeverEvaluableRecord
  /// A form for corrective and preventive action for every cluster of failures.
  package var capa: [CAPARecord]

  private enum CodingKeys: String, CodingKey {
    case schema
    case programVersion = "program_version"
    case scope
    case rates
    case pareto
    case proportionCharts = "proportion_charts"
    case controlCharts = "control_charts"
    case repeats
    case turnaround
    case neverEvaluable = "never_evaluable"
    case capa
  }

  /// What the figures are about.
  package struct Scope: Codable, Hashable, Sendable {
    /// Libraries, controls included.
    package var libraries: Int
    /// Visits of subjects that can be evaluated, baselines included.
    package var subjectVisits: Int
    /// Visits of subjects that never had an index clonotype, counted nowhere else.
    package var visitsWithoutIndex: Int
    /// Subjects.
    package var subjects: Int
    /// Sequencing runs; libraries whose run is not known belong to none.
    package var runs: Int
    /// The program versions the results were made with, sorted.
    package var programVersions: [String]
    /// The sha256 of the threshold profiles the results were made with, sorted.
    package var profiles: [String]

    private enum CodingKeys: String, CodingKey {
      case libraries
      case subjectVisits = "subject_visits"
      case visitsWithoutIndex = "visits_without_index"
      case subjects
      case runs
      case programVersions = "program_versions"
      case profiles
    }
  }
}
