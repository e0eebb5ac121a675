import Clonotyping
import Monitoring
package import Quantification
import Tracking

/// A drawn follow-up as `clonetrack followup` quantifies and judges it.
package struct FollowupJudgement: Hashable, Sendable {
  /// The level with its interval and sensitivity.
  package var quantification: SampleQuantification
  /// The call with the findings of all rules that look at counts.
  package var verdict: SampleVerdict

  /// Judges counts.
  ///
  /// - Parameters:
  ///   - replicates: the counts.
  ///   - control: the assay's control.
  ///   - backgrounds: for each tracked clone, the background reads that are known to be expected.
  ///   - parameters: the thresholds.
  package init(
    _ replicates: [ReplicateObservation],
    control: ControlDefinition,
    backgrounds: [Double] = [0],
    parameters: QuantificationParameters
  ) {
    let clones = backgrounds.indices.map { position in
      TrackedCloneInfo(
        cloneID: CloneID("C\(position + 1)"),
        role: .primary,
        expectedBackground: nil,
        trackingRank: position + 1,
        isIGH: position == 0
      )
    }
    quantification = SampleQuantification(
      of: replicates,
      clones: clones,
      controls: [control],
      otherBackground: backgrounds.map { BackgroundReads(hop: $0) },
      parameters: parameters
    )
    let evidence = FollowupEvidence(
      quantification: quantification,
      totalReads: replicates.count * AssayModel.replicateReads,
      replicateReads: Dictionary(
        uniqueKeysWithValues: replicates.map { ($0.index, AssayModel.replicateReads) }
      ),
      matchedReads: quantification.controlReads,
      ambiguousReads: 0,
      parameters: parameters
    )
    verdict = SampleVerdict(
      of: quantification,
      findings: SampleRules.findings(for: evidence),
      parameters: parameters
    )
  }
}
