import Assays
import Clonotyping
import Quantification
import Tracking

extension CountingPlan {
  /// The plan of a sample.
  ///
  /// - Parameters:
  ///   - context: Germline, assay and thresholds.
  ///   - controlTargets: The controls of `context`, which come first among the targets.
  ///   - tracked: Tracked clones, counted after the controls.
  ///   - subclones: Tracked clones whose reads are laid on their bases.
  ///   - replicateCount: How many replicates the sample has.
  init(
    _ context: AnalysisContext,
    _ controlTargets: [ControlTarget],
    tracked: [SignatureTarget],
    subclones: SubcloneTally,
    replicateCount: Int
  ) {
    self.init(
      annotator: context.annotator,
      primers: context.assay.primers,
      matcher: SignatureMatcher(
        controlTargets.map(\.target) + tracked,
        tolerance: context.profile.match,
        errorRate: context.profile.quantification.detection.baseError
      ),
      isControl: controlTargets.map { _ in true } + tracked.map { _ in false },
      identifiers: context.assay.identifiers,
      replicateCount: replicateCount,
      subclones: subclones
    )
  }

  /// The counts before the first read.
  var emptyCounts: SampleCounts {
    let targets = isControl.count
    return SampleCounts(
      table: ClonotypeTable(replicateCount: replicateCount),
      exact: .init(repeating: .init(repeating: 0, count: targets), count: replicateCount),
      differing: .init(repeating: .init(repeating: [:], count: targets), count: replicateCount),
      subclones: subclones,
      families: .init(
        repeating: .init(repeating: .init(), count: identifiers == nil ? 0 : targets),
        count: replicateCount
      ),
      pairs: .init(repeating: 0, count: replicateCount),
      stages: CountedStages(),
      inputs: []
    )
  }
}
