import Diagnostics
import Statistics

/// Flags samples that seem to be of another subject, and baselines of two subjects with one clone.
///
/// By index clonotypes alone (DOMAIN section 5.1 a); genotypes are compared elsewhere.
package enum SwapRule: RunRule {
  /// The code of the findings.
  package static let code = "ID-SWAP"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    (foreignSamples(run) + twins(run)).sorted { $0.sample < $1.sample }
  }

  private static func foreignSamples(_ run: RunAnalysis) -> [RunFinding] {
    let (samples, limits) = (run.evidence.samples, run.evidence.limits)
    return run.foreign.compactMap { signal in
      let role = samples[signal.sample].role
      guard role.isPatient || role == .positiveControl, signal.isSwap(limits),
        let share = signal.classShare
      else { return nil }
      let name = run.evidence.targets[signal.target].name
      return finding(
        signal.sample,
        .failure,
        .init(
          "share of another patient's index in its class",
          share,
          limit: limits.swapFraction
        ),
        "\(share.text) of its class is \(name), an index of subject \(signal.owner), less than "
          + "\(limits.swapFraction.text) is expected"
      )
    }
  }

  /// Baselines whose subjects share signatures that unrelated people do not share.
  private static func twins(_ run: RunAnalysis) -> [RunFinding] {
    let evidence = run.evidence
    let owners = evidence.targetsByOwner
    let comparisons = Double(max(1, owners.count * owners.count))
    return run.places { $0.role.isBaseline }.compactMap { place in
      let subject = evidence.samples[place].subject
      let own = owners.first { $0.owner == subject }?.targets ?? []
      for other in owners where other.owner != subject {
        let signatures = Set(other.targets.map { evidence.targets[$0].signature })
        let shared = own.filter { signatures.contains(evidence.targets[$0].signature) }
        let chance = shared.reduce(1.0) { chance, target in
          let background = evidence.targets[target].expectedBackground
          return chance * (background.map { PoissonDistribution(mean: $0).atLeast(1) } ?? 1)
        }
        guard let first = shared.first, chance < evidence.limits.foreignAlpha / comparisons else {
          continue
        }
        return finding(
          place,
          .failure,
          .init("index clonotypes shared with another subject", Double(shared.count), limit: 0),
          "\(counted(shared.count, "index clonotype")), \(evidence.targets[first].name) first, "
            + "\(shared.count == 1 ? "is one" : "are") of subject \(other.owner) too, "
            + "none is expected to be"
        )
      }
      return nil
    }
  }
}
