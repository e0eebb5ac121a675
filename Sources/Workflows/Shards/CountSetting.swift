import Clonotyping
import Diagnostics
import Germline
import Rearrangements
import Reports

/// What the reads of a sample are counted with: the same for every shard and for merging them.
///
/// Thresholds of a command line are left out; they say how counts are judged.
struct CountSetting: Sendable {
  /// Germline, assay and the assay's thresholds.
  let context: AnalysisContext
  /// The clones to track; `nil` for a baseline sample.
  let baseline: TrackedBaseline?
  /// The controls.
  let controlTargets: [ControlTarget]

  /// Loads what a request names.
  ///
  /// - Throws: The first fault of assay, germline set or baseline.
  init(_ request: SampleRequest, _ baselinePaths: [String]) throws(Diagnostic) {
    context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: request.germlinePath
    )
    baseline =
      baselinePaths.isEmpty
      ? nil : try TrackedBaseline(paths: baselinePaths, criteria: context.profile.baseline)
    controlTargets = try context.controlTargets()
  }

  /// The plan of a sample.
  func plan(replicateCount: Int) -> CountingPlan {
    CountingPlan(
      context,
      controlTargets,
      tracked: (baseline?.clones ?? []).map(\.target),
      subclones: baseline?.subcloneTally ?? SubcloneTally(),
      replicateCount: replicateCount
    )
  }

  /// The origin of counts that are made with this setting.
  ///
  /// - Parameters:
  ///   - request: The sample with its read files.
  ///   - inputs: The read files with size and sha256.
  ///   - shard: Which share of the reads was counted.
  /// - Returns: The origin.
  func origin(
    _ request: SampleRequest,
    inputs: [RunRecord.FileRecord],
    shard: Shard
  ) -> CountsPart.Origin {
    CountsPart.Origin(
      program: ProgramVersion.program,
      germline: context.annotator.germline.sha256,
      profile: context.profile.sha256,
      assay: context.assay.name,
      assayFile: context.assay.sha256,
      baselines: (baseline?.inputs ?? []).map { $0.sha256 ?? "" },
      sample: request.sample,
      replicates: request.replicates,
      inputs: inputs,
      shard: shard
    )
  }
}
