import Clonotyping
import Statistics

extension SampleQuantification {
  /// Makes the sample's level from those of its primary clones (article "Several clonotypes",
  /// section 1).
  mutating func combine(
    _ primary: [CloneQuantification],
    scale: TemplateScale?,
    parameters: QuantificationParameters
  ) {
    let levels = parameters.levels
    let estimates = primary.compactMap(\.templates)
    guard let leading = Self.leading(primary), let highest = leading.templates, let scale else {
      return
    }
    let mean = orderlessSum(estimates) / Double(estimates.count)
    leadingClone = leading.clone.cloneID
    if estimates.count > 1, mean > 0 {
      let spread = orderlessSum(estimates.map { ($0 - mean) * ($0 - mean) })
      let test = ChiSquaredDistribution(degreesOfFreedom: Double(estimates.count - 1))
      heterogeneityP = test.upperTail(spread / (scale.dispersion * mean))
    }
    // Never narrower than the least certain of the clones.
    let widest = primary.compactMap(\.dispersion).max() ?? scale.dispersion
    let inflation = max(1, widest / scale.dispersion)
    let combined: (templates: Double, interval: LevelInterval?)
    switch levels.combination {
    case .maximum: combined = (highest, leading.templateInterval)
    case .mean:
      combined = (mean, scale.interval(of: mean, inflation: inflation, alpha: levels.alpha))
    case .sumLikelihood:
      combined = Self.joint(primary, scale: scale, inflation: inflation, alpha: levels.alpha)
    }
    templates = combined.templates
    guard let cells = cells.equivalents, cells > 0 else { return }
    mrd = combined.templates / cells
    mrdMean = mean / cells
    interval = combined.interval?.perCell(
      around: combined.templates,
      cells: cells,
      variation: self.cells.variation(parameters),
      alpha: levels.alpha
    )
  }

  /// The level with the highest joint likelihood: all counts over the sum of what one clonal cell
  /// gives of each clone, with the interval of that many independent templates.
  private static func joint(
    _ primary: [CloneQuantification],
    scale: TemplateScale,
    inflation: Double,
    alpha: Double
  ) -> (templates: Double, interval: LevelInterval?) {
    let scaled = primary.filter { $0.templates != nil }
    let perCell = orderlessSum(
      scaled.map { ($0.countsPerTemplate ?? 0) * $0.clone.allelesPerCell }
    )
    let counts = scaled.reduce(0) { $0 + ($1.molecules ?? $1.reads) }
    let cells = Double(counts) / perCell
    let share = Double(scaled.count)
    let whole = scale.interval(of: cells * share, inflation: inflation, alpha: alpha)
    return (cells, whole.divided(by: share))
  }

  /// The clone with the most templates, detected ones first; ties go to IGH, then to the rank.
  private static func leading(_ primary: [CloneQuantification]) -> CloneQuantification? {
    primary.filter { $0.templates != nil }.min { left, right in
      if left.isDetected != right.isDetected { return left.isDetected }
      let (most, other) = (left.templates ?? 0, right.templates ?? 0)
      if most != other { return most > other }
      if left.clone.isIGH != right.clone.isIGH { return left.clone.isIGH }
      return left.clone.trackingRank < right.clone.trackingRank
    }
  }
}
