import Diagnostics
import Quantification
import Statistics

/// Flags samples that seem to be of another subject, and baselines of two subjects with one clone.
///
/// By index clonotypes alone (article "Identity of a sample", section 1); genotypes are compared
/// elsewhere.
package enum SwapRule: RunRule {
  /// The code of the findings.
  package static let code = "ID-SWAP"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    (foreignSamples(run) + partners(run) + twins(run)).sorted { $0.sample < $1.sample }
  }

  /// The samples in which another subject's DNA was found.
  private static func swapped(_ run: RunAnalysis) -> [ForeignSignal] {
    run.foreign.filter { signal in
      let role = run.evidence.samples[signal.sample].role
      return (role.isPatient || role == .positiveControl) && signal.isSwap(run.evidence.limits)
    }
  }

  /// Follow-ups without their subject's clone while a sample of another subject has it: the two may
  /// have changed places, and this one is no evidence of absence.
  private static func partners(_ run: RunAnalysis) -> [RunFinding] {
    let samples = run.evidence.samples
    let fewest = run.evidence.parameters.detection.minimumReads
    let swapped = swapped(run)
    return run.places { $0.role == .followup }.compactMap { place in
      let signal = swapped.first {
        $0.owner == samples[place].subject
          && run.evidence.isOneRun(samples[$0.sample], samples[place])
      }
      let reads = run.primaryTargets(ofSample: place).compactMap { samples[place].targetReads[$0] }
      guard let signal, let most = reads.max(), most < fewest else { return nil }
      return finding(
        place,
        .indeterminate,
        .init("reads of the subject's clone", Double(most), limit: Double(fewest)),
        "\(counted(most, "read")) of the clone of subject \(signal.owner), which is in sample "
          + "\(samples[signal.sample].sample) of subject \(samples[signal.sample].subject); the "
          + "two may have changed places"
      )
    }
  }

  private static func foreignSamples(_ run: RunAnalysis) -> [RunFinding] {
    let limits = run.evidence.limits
    return swapped(run).compactMap { signal in
      guard let share = signal.classShare else { return nil }
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
