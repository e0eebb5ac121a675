import Clonotyping
import Diagnostics
import Quantification
import Statistics

/// Flags a signal that index hopping can explain.
///
/// Holds where each primary clone with the reads of a detected one has no more than hopping gives
/// with the chance of a false detection, shared by the tracked clones as detection shares it: what
/// hopping keeps from being detected is then never called absent.
package enum HoppingRule: RunRule {
  /// The code of the findings.
  package static let code = "CON-HOP"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    let detection = run.evidence.parameters.detection
    return run.places { $0.role == .followup }.compactMap { place in
      let sample = run.evidence.samples[place]
      let primary = run.primaryTargets(ofSample: place)
      let tracked = run.evidence.targets.count { $0.subject == sample.subject }
      let limit = detection.backgroundAlpha / Double(max(1, tracked))
      let signals = primary.compactMap { target -> (target: Int, reads: Int, mean: Double)? in
        guard let reads = sample.targetReads[target], reads >= detection.minimumReads else {
          return nil
        }
        return (target, reads, run.hopping.expectedReads(ofTarget: target, inSample: place))
      }
      let chances = signals.map { PoissonDistribution(mean: $0.mean).atLeast($0.reads) }
      guard chances.allSatisfy({ $0 >= limit }),
        let (signal, chance) = zip(signals, chances).min(by: { $0.1 < $1.1 })
      else { return nil }
      return finding(
        place,
        .indeterminate,
        .init("chance that hopping gives the clone's reads", chance, limit: limit),
        "\(counted(signal.reads, "read")) of \(run.evidence.targets[signal.target].name) where "
          + "hopping from its lane is expected to give \(signal.mean.text) "
          + "(p \(chance.text), less than \(limit.text) shows a clone)"
      )
    }
  }
}
