import Quantification

/// The index hopping of a run and what it puts into each sample.
package struct RunHopping: Hashable, Sendable {
  /// The rate among libraries with unique dual indexes.
  package let unique: HopEstimate
  /// The rate among all others.
  package let single: HopEstimate
  /// The expected reads by sample and target.
  private let expected: [[Double]]

  /// Estimates the rates and the reads they put into each sample.
  package init(_ evidence: RunEvidence) {
    let detection = evidence.parameters.detection
    unique = HopEstimate(prior: detection.hopRateUnique)
    single = HopEstimate(prior: detection.hopRateSingle)
    let (unique, single) = (unique.rate, single.rate)
    expected = evidence.samples.map { sample in
      evidence.targets.indices.map { target in
        evidence.samples.reduce(0) { sum, source in
          guard source.sample != sample.sample, let reads = source.targetReads[target],
            !source.lanes.isDisjoint(with: sample.lanes)
          else { return sum }
          let isUnique = source.isUniqueDual == true && sample.isUniqueDual == true
          return sum + Double(reads) * (isUnique ? unique : single)
        }
      }
    }
  }

  /// The reads of a target that hopping is expected to put into a sample.
  ///
  /// - Parameters:
  ///   - target: The place of the target in the evidence.
  ///   - sample: The place of the sample in the evidence.
  /// - Returns: The mean of their Poisson distribution.
  package func expectedReads(ofTarget target: Int, inSample sample: Int) -> Double {
    expected[sample][target]
  }
}

extension HopEstimate {
  /// The rate of the profile where a run cannot tell.
  init(prior: Double) {
    self.init(rate: prior, interval: nil, source: .prior, foreignReads: 0, exposedReads: 0)
  }
}
