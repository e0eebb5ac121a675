/// What `batch` is asked to do with the samples of a run.
package struct BatchRequest: Hashable, Sendable {
  /// The path of the sample sheet.
  package var sheetPath: String
  /// The path of `assay.yaml`; `nil` for a preset or none.
  package var assayPath: String?
  /// The name of a preset; `nil` for a file or none.
  package var presetName: String?
  /// The path of a germline set; `nil` for the embedded one.
  package var germlinePath: String?
  /// Baseline records of earlier runs.
  package var baselinePaths: [String]
  /// Folders of finished runs, which tell of earlier visits and of the levels of controls.
  package var earlierPaths: [String]
  /// DNA in each replicate that the sheet does not state it of, ng; `nil` if not known.
  package var dnaNanograms: Double?
  /// Thresholds that differ from those of profile and assay, by dotted name.
  package var thresholds: [String: String]
  /// The folder for the results.
  package var output: String
  /// Whether counts of an earlier, unfinished or finished run in the same folder are used.
  package var resumes: Bool
  /// Whether results of a run that the audit trail does not know may be replaced.
  package var force: Bool
  /// Why recorded results may be superseded; `nil` if they may not.
  package var supersedeReason: String?
  /// Whether a sheet with what looks like personal data is refused.
  package var refusesPersons: Bool
  /// How many samples to work on at once, at least 1.
  package var jobs: Int
  /// How many threads to use in all, at least 1.
  package var threads: Int
  /// The command line, for the run record and the audit trail.
  package var commandLine: [String]

  /// Creates a request.
  package init(
    sheetPath: String,
    assayPath: String? = nil,
    presetName: String? = nil,
    germlinePath: String? = nil,
    baselinePaths: [String] = [],
    earlierPaths: [String] = [],
    dnaNanograms: Double? = nil,
    thresholds: [String: String] = [:],
    output: String,
    resumes: Bool = false,
    force: Bool = false,
    supersedeReason: String? = nil,
    refusesPersons: Bool = false,
    jobs: Int = 1,
    threads: Int = 1,
    commandLine: [String] = []
  ) {
    self.sheetPath = sheetPath
    self.assayPath = assayPath
    self.presetName = presetName
    self.germlinePath = germlinePath
    self.baselinePaths = baselinePaths
    self.earlierPaths = earlierPaths
    self.dnaNanograms = dnaNanograms
    self.thresholds = thresholds
    self.output = output
    self.resumes = resumes
    self.force = force
    self.supersedeReason = supersedeReason
    self.refusesPersons = refusesPersons
    self.jobs = jobs
    self.threads = threads
    self.commandLine = commandLine
  }
}
