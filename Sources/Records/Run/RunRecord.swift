/// How one result was made; the file `run.json`, which alone may differ between identical runs.
package struct RunRecord: Codable, Hashable, Sendable {
  /// The schema this type writes and reads.
  package static let schemaName = "clonetrack.run/1"
  /// The name of its file in a result folder.
  package static let fileName = "run.json"

  /// The schema's name and version, `RunRecord.schemaName`.
  package var schema: String
  /// The program version.
  package var programVersion: String
  /// Versions of everything else that shaped the result, by name.
  package var versions: [String: String]
  /// The command line, argument by argument.
  package var commandLine: [String]
  /// Every value of the threshold profile, by name.
  package var parameters: [String: String]
  /// The files read, in the order of the command line.
  package var inputs: [FileRecord]
  /// The files written, `run.json` left out, sorted by path.
  package var results: [FileRecord]
  /// What every stage took in and passed on, in order of the stages.
  package var counts: [StageCountRecord]
  /// When the run started, UTC, ISO 8601.
  package var started: String
  /// When the run ended, UTC, ISO 8601.
  package var ended: String
  /// Seconds from start to end.
  package var wallSeconds: Double
  /// The most memory held at once, bytes; `nil` if the system does not say.
  @ExplicitNull package var peakMemoryBytes: Int?
  /// Worker threads.
  package var threads: Int

  /// Creates a record.
  package init(
    programVersion: String,
    versions: [String: String],
    commandLine: [String],
    parameters: [String: String],
    inputs: [FileRecord],
    results: [FileRecord],
    counts: [StageCountRecord],
    started: String,
    ended: String,
    wallSeconds: Double,
    peakMemoryBytes: Int?,
    threads: Int
  ) {
    self.schema = Self.schemaName
    self.programVersion = programVersion
    self.versions = versions
    self.commandLine = commandLine
    self.parameters = parameters
    self.inputs = inputs
    self.results = results
    self.counts = counts
    self.started = started
    self.ended = ended
    self.wallSeconds = wallSeconds
    self.peakMemoryBytes = peakMemoryBytes
    self.threads = threads
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case programVersion = "program_version"
    case versions
    case commandLine = "command_line"
    case parameters
    case inputs
    case results
    case counts
    case started
    case ended
    case wallSeconds = "wall_seconds"
    case peakMemoryBytes = "peak_memory_bytes"
    case threads
  }
}

extension RunRecord: RecordFile {
  /// The command that writes it.
  package static let writer = "clonetrack"
}
