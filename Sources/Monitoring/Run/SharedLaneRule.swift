import Clonotyping
import Diagnostics
import Quantification
import Statistics

/// Flags positive follow-ups in one lane with a baseline of their subject, without unique dual
/// indexes.
///
/// A signal that hopping explains is `CON-HOP`; a follow-up without a signal took no harm.
package enum SharedLaneRule: RunRule {
  /// The code of the findings.
  package static let code = "CON-SAMELANE"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    let samples = run.evidence.samples
    return run.places { $0.role == .followup }.compactMap { place in
      let sample = samples[place]
      let baselines = samples.filter {
        $0.role.isBaseline && $0.subject == sample.subject
          && !$0.lanes.isDisjoint(with: sample.lanes)
          && ($0.isUniqueDual == false || sample.isUniqueDual == false)
      }
      guard let first = baselines.first, isPositive(place, run) else { return nil }
      return finding(
        place,
        .failure,
        .init("baselines in the follow-up's lane", Double(baselines.count), limit: 0),
        "the baseline \(first.sample) is in the lane of this positive sample and the indexes are "
          + "not unique dual ones, another lane or unique dual indexes are expected"
      )
    }
  }

  private static func isPositive(_ place: Int, _ run: RunAnalysis) -> Bool {
    let sample = run.evidence.samples[place]
    let alpha = run.detectionAlpha(ofSample: place)
    let fewest = run.evidence.parameters.detection.minimumReads
    return run.primaryTargets(ofSample: place).contains { target in
      let least = smallestSignificantCount(
        background: run.hopping.expectedReads(ofTarget: target, inSample: place),
        alpha: alpha
      )
      return (sample.targetReads[target] ?? 0) >= max(fewest, least)
    }
  }
}
