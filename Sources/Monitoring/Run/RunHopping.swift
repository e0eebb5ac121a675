import Clonotyping
import Quantification
import Statistics

/// The index hopping of a run and what it puts into each sample.
///
/// A read hops from one library of a lane to another with the same chance whatever the pair, so a
/// sample expects the rate times the reads that its lane has elsewhere (article "Runs", section 3).
package struct RunHopping: Hashable, Sendable {
  /// The rate between libraries with unique dual indexes.
  package let unique: HopEstimate
  /// The rate between libraries of which one has no unique dual index.
  ///
  /// Such a read goes to the libraries that share one of its two indexes, which the samples it was
  /// estimated from need not do; so it is never below the prior.
  package let single: HopEstimate
  /// The reads elsewhere in the lanes of each sample, by sample and target.
  private let exposure: [HopExposure]
  private let priorUnique: Double
  private let priorSingle: Double

  /// Estimates the rates and adds up what each sample is exposed to.
  package init(_ evidence: RunEvidence) {
    let detection = evidence.parameters.detection
    let exposure = evidence.samples.map { HopExposure(of: $0, in: evidence) }
    let pairs = Self.pairs(evidence, exposure)
    let alpha = evidence.limits.foreignAlpha
    self.exposure = exposure
    (priorUnique, priorSingle) = (detection.hopRateUnique, detection.hopRateSingle)
    unique = HopEstimate(pairs.unique, prior: priorUnique, alpha: alpha)
    var single = HopEstimate(pairs.single, prior: priorSingle, alpha: alpha)
    if single.rate < priorSingle { (single.rate, single.source) = (priorSingle, .prior) }
    self.single = single
  }

  /// The reads of a target that hopping is expected to put into a sample.
  ///
  /// - Parameters:
  ///   - target: The place of the target in the evidence.
  ///   - sample: The place of the sample in the evidence.
  /// - Returns: The mean of their Poisson distribution.
  package func expectedReads(ofTarget target: Int, inSample sample: Int) -> Double {
    exposure[sample].unique[target] * unique.rate + exposure[sample].single[target] * single.rate
  }

  /// The same with rates no lower than the profile's: what is below is normal, whatever the run
  /// shows elsewhere.
  func maximumExpectedReads(ofTarget target: Int, inSample sample: Int) -> Double {
    exposure[sample].unique[target] * max(unique.rate, priorUnique)
      + exposure[sample].single[target] * max(single.rate, priorSingle)
  }

  /// The reads of a target in the other samples of a sample's lanes.
  func exposedReads(ofTarget target: Int, inSample sample: Int) -> Double {
    exposure[sample].unique[target] + exposure[sample].single[target]
  }

  /// Reads of foreign index clonotypes with what they may have hopped from, a pair for each sample
  /// and owner.
  ///
  /// Only clonotypes of one subject that unrelated cells do not have are looked at; a blank has no
  /// cells.
  private static func pairs(
    _ evidence: RunEvidence,
    _ exposure: [HopExposure]
  ) -> (unique: [HopEstimate.Pair], single: [HopEstimate.Pair]) {
    var pairs: (unique: [HopEstimate.Pair], single: [HopEstimate.Pair]) = ([], [])
    let owners = evidence.targetsByOwner
    for (position, sample) in evidence.samples.enumerated() {
      for (owner, targets) in owners where owner != sample.subject {
        var pair = HopEstimate.Pair(foreign: 0, exposed: 0)
        var isUnique = true
        for target in targets where evidence.isForeignEvidence(target, in: sample) {
          let exposed = exposure[position]
          guard let reads = sample.targetReads[target],
            exposed.unique[target] + exposed.single[target] > 0
          else { continue }
          if exposed.single[target] > 0 { isUnique = false }
          pair.foreign += reads
          pair.exposed += exposed.unique[target] + exposed.single[target]
        }
        guard pair.exposed > 0 else { continue }
        if isUnique { pairs.unique.append(pair) } else { pairs.single.append(pair) }
      }
    }
    return pairs
  }
}
