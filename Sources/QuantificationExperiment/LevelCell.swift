import Quantification

/// The follow-ups of one model, judged by the default profile and by one that states v.
package struct LevelCell: Hashable, Sendable {
  /// The model.
  package var model: AssayModel
  /// With the default v.
  package var byDefault: LevelTally
  /// With the v of the model.
  package var stated: LevelTally

  /// Draws and judges follow-ups at the level of the model.
  package init(_ model: AssayModel, runs: Int, seed: UInt64) {
    self.model = model
    var sampler = CountSampler(seed: seed)
    let profile = ExperimentPlan.stating(model.variance)
    (byDefault, stated) = (LevelTally(), LevelTally())
    for _ in 0..<runs {
      let replicates = model.draw(
        &sampler,
        cellVariation: profile.cells.cellCountVariation
      )
      Self.judge(replicates, of: model, by: ExperimentPlan.byDefault, into: &byDefault)
      Self.judge(replicates, of: model, by: profile, into: &stated)
    }
  }

  /// Draws and judges follow-ups at the limit of detection that each profile states for the model.
  package init(atLimitOf model: AssayModel, runs: Int, seed: UInt64) {
    self.model = model
    var sampler = CountSampler(seed: seed)
    func tally(_ profile: QuantificationParameters) -> LevelTally {
      var tally = LevelTally()
      let cells = AssayModel.cells(profile)
      guard let limit = Self.statedLimit(of: model, by: profile) else { return tally }
      let model = model.with(templates: limit * cells)
      for _ in 0..<runs {
        let replicates = model.draw(
          &sampler,
          cellVariation: profile.cells.cellCountVariation
        )
        Self.judge(replicates, of: model, by: profile, into: &tally)
      }
      return tally
    }
    byDefault = tally(ExperimentPlan.byDefault)
    stated = tally(ExperimentPlan.stating(model.variance))
  }

  /// The LOD95 of a follow-up whose controls have exactly the reads expected.
  private static func statedLimit(
    of model: AssayModel,
    by profile: QuantificationParameters
  ) -> Double? {
    let reads = model.copies * model.depth / Double(AssayModel.replicateCount)
    let replicates = (1...AssayModel.replicateCount).map {
      ReplicateObservation(
        index: $0,
        dnaNanograms: AssayModel.nanograms,
        cloneReads: [0],
        controlReads: [Int(reads.rounded())],
        competitorReads: [0]
      )
    }
    return FollowupJudgement(replicates, control: model.control, parameters: profile)
      .quantification.sensitivity.lod95
  }

  private static func judge(
    _ replicates: [ReplicateObservation],
    of model: AssayModel,
    by profile: QuantificationParameters,
    into tally: inout LevelTally
  ) {
    let judgement = FollowupJudgement(
      replicates,
      control: model.control,
      parameters: profile
    )
    tally.add(judgement, level: model.level(profile))
  }
}
