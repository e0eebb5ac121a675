import Clonotyping
package import Diagnostics
import Quantification
import Tracking

/// Flags clones whose templates all are in one replicate, against chance.
package enum DiscordanceRule: FindingRule {
  /// The code of the findings.
  package static let code = "QT-DISC"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let limit = evidence.parameters.detection.discordanceP
    let sample = evidence.quantification
    for clone in sample.clones where clone.clone.role == .primary {
      guard let p = clone.singleReplicateProbability, p < limit else { continue }
      let templates = clone.templates.map(\.text) ?? "all"
      return diagnostic(
        .indeterminate,
        .init("chance of all templates in one replicate", p, limit: limit),
        "\(templates) templates of \(clone.clone.cloneID) in one replicate of "
          + "\(clone.replicates.count) (p \(p.pText), at least \(limit.text) is expected)"
      )
    }
    return nil
  }
}
