import Clonotyping
import Quantification
import Statistics

/// Another subject's index in a sample, beyond what hopping and unrelated cells explain.
struct ForeignSignal: Hashable, Sendable {
  /// The place of the sample in the evidence.
  var sample: Int
  /// The subject whose index it is.
  var owner: String
  /// The place of the target with the most reads.
  package var target: Int
  /// Its reads.
  package var reads: Int
  /// The fewest reads that hopping does not explain.
  var minimumReads: Int
  /// Its reads in the other samples of the lane.
  var exposedReads: Double
  /// The largest share one of the owner's targets has of its class; `nil` if not known.
  var classShare: Double?
  /// The highest level of one of them, templates per cell; `nil` if not known.
  var level: Double?

  /// Whether it is so much that the sample is the owner's: a share of its class that no trace has,
  /// at a level that no trace has where cells are known.
  func isSwap(_ limits: MonitoringLimits) -> Bool {
    guard let classShare, classShare >= limits.swapFraction else { return false }
    return level.map { $0 >= limits.swapLevel } ?? true
  }

  /// Finds the signals of a run, by sample and then by owner.
  ///
  /// Reads count if hopping at the higher of its rate and its prior would not give them, and if
  /// they are no smaller a share of their lane than cross-talk may be. The signatures they carry
  /// must together be rarer in unrelated cells than `foreignAlpha` over all samples and owners.
  static func all(in evidence: RunEvidence, _ hopping: RunHopping) -> [ForeignSignal] {
    let owners = evidence.targetsByOwner
    let comparisons = Double(max(1, owners.count * evidence.samples.count))
    return evidence.samples.indices.flatMap { sample in
      owners.filter { $0.owner != evidence.samples[sample].subject }.compactMap {
        Self(of: $0, in: sample, evidence, hopping, comparisons: comparisons)
      }
    }
  }

  private init?(
    of owned: (owner: String, targets: [Int]),
    in place: Int,
    _ evidence: RunEvidence,
    _ hopping: RunHopping,
    comparisons: Double
  ) {
    let (sample, limits) = (evidence.samples[place], evidence.limits)
    var found: [(target: Int, reads: Int, minimum: Int)] = []
    var chance = 1.0
    for target in owned.targets {
      guard let reads = sample.targetReads[target] else { continue }
      let minimum = Self.minimumReads(target, place, evidence, hopping, comparisons: comparisons)
      guard reads >= minimum else { continue }
      found.append((target: target, reads: reads, minimum: minimum))
      chance *= evidence.chanceOfSignature(target, in: sample)
    }
    guard chance < limits.foreignAlpha / comparisons,
      let most = found.max(by: { ($0.reads, $1.target) < ($1.reads, $0.target) })
    else { return nil }
    self.sample = place
    owner = owned.owner
    (target, reads, minimumReads) = (most.target, most.reads, most.minimum)
    exposedReads = hopping.exposedReads(ofTarget: most.target, inSample: place)
    classShare = found.compactMap { item in
      evidence.targets[item.target].locusClass.flatMap { sample.classReads[$0] }
        .map { $0 > 0 ? min(1, Double(item.reads) / Double($0)) : 1 }
    }.max()
    if let depth = sample.readsPerTemplate, let cells = sample.cells, depth > 0, cells > 0 {
      level = Double(most.reads) / depth / cells
    }
  }

  /// The fewest reads of a foreign target that its lane does not explain.
  private static func minimumReads(
    _ target: Int,
    _ place: Int,
    _ evidence: RunEvidence,
    _ hopping: RunHopping,
    comparisons: Double
  ) -> Int {
    let detection = evidence.parameters.detection
    let beyondHopping = smallestSignificantCount(
      background: hopping.maximumExpectedReads(ofTarget: target, inSample: place),
      alpha: detection.backgroundAlpha / comparisons
    )
    let exposed = hopping.exposedReads(ofTarget: target, inSample: place)
    let crossTalk = Int((exposed * evidence.limits.neighbourFraction).rounded(.up))
    return max(detection.minimumReads, beyondHopping, crossTalk)
  }
}
