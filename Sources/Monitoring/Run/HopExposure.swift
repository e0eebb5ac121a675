/// The reads that the lanes of one sample have of each target in their other samples.
struct HopExposure: Hashable, Sendable {
  /// Those between libraries with unique dual indexes, by target.
  private(set) var unique: [Double]
  /// All others, by target.
  private(set) var single: [Double]

  /// Adds up the samples that share a lane with one; samples without a lane share none.
  init(of sample: RunSample, in evidence: RunEvidence) {
    unique = [Double](repeating: 0, count: evidence.targets.count)
    single = unique
    for source in evidence.samples
    where source.sample != sample.sample && !source.lanes.isDisjoint(with: sample.lanes) {
      let isUnique = source.isUniqueDual == true && sample.isUniqueDual == true
      for (target, reads) in source.targetReads.enumerated() {
        guard let reads else { continue }
        if isUnique { unique[target] += Double(reads) } else { single[target] += Double(reads) }
      }
    }
  }
}
