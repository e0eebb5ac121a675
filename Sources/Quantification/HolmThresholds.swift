import Statistics

/// The counts that a clone needs when several are tested at once (article "Several clonotypes",
/// section 2).
///
/// Holm's step-down: the clone least likely to be background is tested at α / J, the next at
/// α / (J − 1), and so on up to the first that could be background; the rest needs as much as that
/// one. Whether a clone reaches `minimumCounts` says the same as the procedure.
struct HolmThresholds {
  /// The counts each clone needs, in the order of the clones.
  var minimumCounts: [Int]
  /// The counts each clone needs at α / J, as if the others were not there.
  var independentCounts: [Int]

  init(counts: [Int], backgrounds: [Double], floor: Int, alpha: Double) {
    let all = Double(counts.count)
    let chances = zip(counts, backgrounds).map { PoissonDistribution(mean: $1).atLeast($0) }
    let order = chances.indices.sorted { (chances[$0], $0) < (chances[$1], $1) }
    var levels = [Double](repeating: alpha / all, count: counts.count)
    var level = alpha / all
    var isStopped = false
    for (step, position) in order.enumerated() {
      if !isStopped {
        level = alpha / Double(counts.count - step)
        isStopped = chances[position] >= level
      }
      levels[position] = level
    }
    minimumCounts = zip(backgrounds, levels).map {
      max(floor, smallestSignificantCount(background: $0, alpha: $1))
    }
    independentCounts = backgrounds.map {
      max(floor, smallestSignificantCount(background: $0, alpha: alpha / all))
    }
  }
}
