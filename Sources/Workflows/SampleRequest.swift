/// What `baseline` and `followup` are asked to do with one sample.
package struct SampleRequest: Sendable {
  /// The sample's name.
  package var sample: String
  /// The reads, replicate by replicate.
  package var replicates: [ReplicateInput]
  /// The path of `assay.yaml`; `nil` for a preset or none.
  package var assayPath: String?
  /// The name of a preset; `nil` for a file or none.
  package var presetName: String?
  /// The path of a germline set; `nil` for the embedded one.
  package var germlinePath: String?
  /// DNA in each replicate that does not state its own, ng; `nil` if not known.
  package var dnaNanograms: Double?
  /// The amplifiable share of the DNA after another assay, above 0 to 1; `nil` if not measured.
  package var measuredAmplifiability: Double?
  /// Thresholds that differ from those of profile and assay, by dotted name.
  package var thresholds: [String: String]
  /// What the sample sheet says about the sample, by column; empty without a sheet.
  package var metadata: [String: String]
  /// The folder for the results.
  package var output: String
  /// The folder for temporary files; `nil` for that of the results.
  package var scratchFolder: String?
  /// What is held in memory.
  package var memory = MemoryBudget.standard
  /// Whether results that are there may be replaced.
  package var force: Bool
  /// How many threads to use, at least 1.
  package var threads: Int
  /// The command line, for the run record.
  package var commandLine: [String]

  /// Creates a request.
  package init(
    sample: String,
    replicates: [ReplicateInput],
    assayPath: String? = nil,
    presetName: String? = nil,
    germlinePath: String? = nil,
    dnaNanograms: Double? = nil,
    measuredAmplifiability: Double? = nil,
    thresholds: [String: String] = [:],
    metadata: [String: String] = [:],
    output: String,
    force: Bool = false,
    threads: Int = 1,
    commandLine: [String] = []
  ) {
    self.sample = sample
    self.replicates = replicates
    self.assayPath = assayPath
    self.presetName = presetName
    self.germlinePath = germlinePath
    self.dnaNanograms = dnaNanograms
    self.measuredAmplifiability = measuredAmplifiability
    self.thresholds = thresholds
    self.metadata = metadata
    self.output = output
    self.force = force
    self.threads = threads
    self.commandLine = commandLine
  }
}

/// What a workflow tells the world while it runs.
package struct RunHooks: Sendable {
  /// Is told how far the run has come.
  package var progress: @Sendable (RunProgress) -> Void
  /// Says whether the user wants the run to stop.
  package var isCancelled: @Sendable () -> Bool

  /// Creates hooks; without arguments silent and never cancelled.
  package init(
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }
}
