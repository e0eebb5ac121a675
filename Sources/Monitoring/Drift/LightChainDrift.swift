import Diagnostics
import Tracking

/// Finds heavy and light chains of the clone going different ways.
package enum LightChainDrift: DriftRule {
  /// The codes of the events.
  package static let codes = ["DR-LC"]

  /// The events in a later sample.
  ///
  /// Given the templates of both chains' leading clones, those of the lost one are binomial with
  /// its share at baseline. A chain that an evolved member replaces is not lost.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    if evidence.clinical.isLightChainEscape == true {
      return [
        DriftEvent(
          codes[0],
          .warning,
          .discordant,
          .init("loci lost", 1, limit: 0),
          "the intact M-protein is lost while free light chains rise"
        )
      ]
    }
    let heavy = leading(evidence.clones.filter(\.isIGH), evidence)
    let light = leading(evidence.clones.filter { !$0.isIGH }, evidence)
    guard let heavy, let light else { return [] }
    return [(heavy, light), (light, heavy)].compactMap { lost, kept in
      let limits = evidence.limits
      guard !lost.isDetected, kept.templates >= limits.templates,
        !earlier.contains(where: { event in
          event.verdict == .related && lost.cloneIDs.contains { $0 == event.cloneID }
        }),
        let fall = EmergenceTest(
          later: kept.templates,
          of: kept.baseline,
          earlier: lost.templates,
          of: lost.baseline
        ), fall.pValue < limits.pValue
      else { return nil }
      return DriftEvent(
        codes[0],
        .warning,
        .discordant,
        .init("loci lost", 1, limit: 0),
        "\(lost.cloneID) is not detected (\(lost.templates.text) templates) beside "
          + "\(kept.templates.text) templates of \(kept.cloneID); p \(fall.pValue.pText) for both "
          + "chains of one clone, at least \(limits.pValue.text) is expected",
        cloneID: lost.cloneID,
        change: fall
      )
    }
  }

  /// The clones of one chain, by the one with most templates.
  private struct Chain {
    var cloneID: ClonotypeID
    var cloneIDs: [ClonotypeID]
    var templates: Double
    var baseline: Double
    var isDetected: Bool
  }

  private static func leading(
    _ clones: [DriftEvidence.TrackedCount],
    _ evidence: DriftEvidence
  ) -> Chain? {
    guard
      let first = clones.max(by: { ($0.templates ?? 0) < ($1.templates ?? 0) }),
      let templates = first.templates
    else { return nil }
    let then = clones.compactMap { clone in
      evidence.baseline.first { $0.clonotype.id == clone.cloneID }?.clonotype.templates
    }
    return Chain(
      cloneID: first.cloneID,
      cloneIDs: clones.map(\.cloneID),
      templates: templates,
      baseline: max(1, then.max() ?? 1),
      isDetected: clones.contains(where: \.isDetected)
    )
  }
}
