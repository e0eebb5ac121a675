import Clonotyping
import Diagnostics
import Quantification
import Statistics
import Tracking

/// Flags a signal that index hopping can explain.
///
/// A clone that has the reads of a detected one without hopping must have more than hopping gives
/// with the chance of a false detection, shared by the tracked clones. If no primary clone has, the
/// sample is indeterminate: what hopping keeps from being detected is never called absent.
package enum HoppingRule: RunRule {
  /// The code of the findings.
  package static let code = "CON-HOP"

  /// A clone with the reads of a detected one.
  private struct Signal {
    var name: String
    var isPrimary: Bool
    package var reads: Int
    var hopped: Double
    /// The chance that hopping and unrelated cells give as many reads.
    var chance: Double
  }

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    run.places { $0.role == .followup }.compactMap { place in
      let limit = run.detectionAlpha(ofSample: place)
      let signals = signals(place, limit, run)
      let explained = signals.filter { $0.chance >= limit }
      guard signals.allSatisfy({ !$0.isPrimary || $0.chance >= limit }),
        let clearest = explained.min(by: { $0.chance < $1.chance })
      else { return nil }
      return finding(
        place,
        .indeterminate,
        .init("chance that hopping gives the clone's reads", clearest.chance, limit: limit),
        "\(counted(clearest.reads, "read")) of \(clearest.name) where hopping from its lane is "
          + "expected to give \(clearest.hopped.text) (p \(clearest.chance.pText), less than "
          + "\(limit.text) shows a clone)"
      )
    }
  }

  private static func signals(_ place: Int, _ limit: Double, _ run: RunAnalysis) -> [Signal] {
    let sample = run.evidence.samples[place]
    let fewest = run.evidence.parameters.detection.minimumReads
    return run.targets(ofSample: place).compactMap { position in
      let target = run.evidence.targets[position]
      let unrelated = (target.expectedBackground ?? 0) * (sample.readsPerTemplate ?? 0)
      let least = smallestSignificantCount(background: unrelated, alpha: limit)
      guard let reads = sample.targetReads[position], reads >= max(fewest, least) else {
        return nil
      }
      let hopped = run.hopping.expectedReads(ofTarget: position, inSample: place)
      let chance = PoissonDistribution(mean: unrelated + hopped).atLeast(reads)
      return Signal(
        name: target.name,
        isPrimary: target.role == .primary,
        reads: reads,
        hopped: hopped,
        chance: chance
      )
    }
  }
}
