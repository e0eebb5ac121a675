package import Assays
import Clonotyping
package import Diagnostics
package import Files
import Germline
import Rearrangements
package import Tracking

/// What the reads of a sample are counted with: the same for every shard and for merging them.
///
/// Thresholds of a command line are left out; they say how counts are judged.
package struct CountSetting: Sendable {
  /// Germline, assay and the assay's thresholds.
  package let context: AnalysisContext
  /// The clones to track; `nil` for a baseline sample.
  let tracked: TrackedClones?
  /// The sha256 of each baseline record they come from.
  private let baselines: [String]
  /// The controls.
  package let controlTargets: [ControlTarget]

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - context: Germline, assay and the assay's thresholds.
  ///   - tracked: The clones to track; `nil` for a baseline sample.
  ///   - baselines: The sha256 of each baseline record they come from.
  /// - Throws: `ASSAY-SYNTAX` if a control has nothing to tell it by.
  package init(
    _ context: AnalysisContext,
    tracked: TrackedClones?,
    baselines: [String]
  ) throws(Diagnostic) {
    (self.context, self.tracked, self.baselines) = (context, tracked, baselines)
    controlTargets = try context.controlTargets()
  }

  /// The plan of a sample.
  package func plan(replicateCount: Int) -> CountingPlan {
    CountingPlan(
      context,
      controlTargets,
      tracked: (tracked?.clones ?? []).map(\.target),
      subclones: tracked?.subcloneTally ?? SubcloneTally(),
      replicateCount: replicateCount
    )
  }

  /// The origin of counts that are made with this setting.
  ///
  /// - Parameters:
  ///   - input: The sample with its read files.
  ///   - inputs: The read files with size and sha256.
  ///   - shard: Which share of the reads was counted.
  /// - Returns: The origin.
  package func origin(
    _ input: SampleInput,
    inputs: [FileIdentity],
    shard: Shard
  ) -> CountsPart.Origin {
    CountsPart.Origin(
      program: ProgramVersion.program,
      germline: context.annotator.germline.sha256,
      profile: context.profile.sha256,
      assay: context.assay.name,
      assayFile: context.assay.sha256,
      baselines: baselines,
      sample: input.sample,
      replicates: input.replicates,
      inputs: inputs,
      shard: shard
    )
  }
}
