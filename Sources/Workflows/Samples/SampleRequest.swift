package import Assays
package import Counting
import Diagnostics
import Files
import Records
import ResultStore
import Tracking

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

extension SampleRequest {
  /// The request with its replicates in the order of their files' paths, so that the order in which
  /// they were given changes no byte of the results.
  var inFileOrder: SampleRequest {
    var request = self
    request.replicates.sort { left, right in
      left.lanes.map(\.first).lexicographicallyPrecedes(right.lanes.map(\.first))
    }
    return request
  }
}

extension SampleRequest {
  /// What counting needs of the request.
  var input: SampleInput {
    SampleInput(
      sample: sample,
      replicates: replicates,
      dnaNanograms: dnaNanograms,
      measuredAmplifiability: measuredAmplifiability,
      threads: threads,
      memory: memory,
      scratchFolder: scratchFolder ?? output
    )
  }
}

extension SampleRequest {
  /// How the sample's result is made, for the run record.
  func description(_ context: AnalysisContext) -> RunDescription {
    RunDescription(
      versions: context.versions,
      parameters: context.profile.parameters,
      commandLine: commandLine,
      threads: threads
    )
  }
}

extension BaselineSet {
  /// Reads records.
  ///
  /// - Parameters:
  ///   - paths: At least one.
  ///   - criteria: How many clones are tracked.
  /// - Throws: `FILE-MISSING`, or `RECORD-SYNTAX` if one is damaged, has no signature it can be
  ///   followed by, or belongs to another subject than the first.
  init(paths: [String], criteria: SelectionCriteria) throws(Diagnostic) {
    var files: [FileContent] = []
    for path in paths { files.append(try InputFile.content(of: path)) }
    try self.init(files: files, criteria: criteria)
  }
}
