import Quantification

/// Samples without the clone that have reads of it out of other samples, at a known mean.
package struct BlankCell: Hashable, Sendable {
  /// The mean background reads of each tracked clone.
  package var background: Double
  /// The tracked clones.
  package var cloneCount: Int
  /// The blanks.
  package var runs: Int
  /// Those with a detected clone, whatever the call.
  package private(set) var detected = 0
  /// Those called detected.
  package private(set) var called = 0
  /// Those positive at the lowest cutoff.
  package private(set) var positive = 0

  /// Draws and judges blanks of an assay with 300 copies, 20 reads a molecule and the default v.
  package init(background: Double, cloneCount: Int, runs: Int, seed: UInt64) {
    self.background = background
    self.cloneCount = cloneCount
    self.runs = runs
    let profile = ExperimentPlan.byDefault
    let model = AssayModel(
      templates: 0,
      copies: 300,
      depth: 20,
      variance: profile.levels.amplificationVariance
    )
    var sampler = CountSampler(seed: seed)
    let backgrounds = Array(repeating: background, count: cloneCount)
    for _ in 0..<runs {
      let replicates = model.draw(
        &sampler,
        backgrounds: backgrounds,
        cellVariation: profile.cells.cellCountVariation
      )
      let judgement = FollowupJudgement(
        replicates,
        control: model.control,
        backgrounds: backgrounds,
        parameters: profile
      )
      if judgement.quantification.isDetected { detected += 1 }
      if [.detected, .detectedBelowLOQ].contains(judgement.verdict.call) { called += 1 }
      if judgement.verdict.statuses.last?.status == .positive { positive += 1 }
    }
  }
}
