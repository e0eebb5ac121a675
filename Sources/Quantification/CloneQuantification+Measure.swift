import Glibc
import Statistics

extension CloneQuantification {
  /// Measures the clone at one place of the lists.
  init(
    _ clone: TrackedCloneInfo,
    at position: Int,
    otherBackground: Double,
    trackedCount: Int,
    replicates: [(observation: ReplicateObservation, summary: ReplicateSummary)],
    scale: TemplateScale,
    cells: Double?,
    parameters: QuantificationParameters
  ) {
    self.clone = clone
    let counts = replicates.map { $0.observation.cloneReads[position] }
    reads = counts.reduce(0, +)
    backgroundReads =
      otherBackground + (clone.expectedBackground ?? 0) * (scale.readsPerTemplate ?? 0)
    let significant = smallestSignificantCount(
      background: backgroundReads,
      alpha: parameters.detection.backgroundAlpha / Double(trackedCount)
    )
    minimumReads = max(parameters.detection.minimumReads, significant)
    isDetected = reads >= minimumReads
    self.replicates = zip(replicates, counts).map { replicate, count in
      Replicate(
        index: replicate.observation.index,
        reads: count,
        templates: replicate.summary.readsPerCopy.map { Double(count) / $0 }
      )
    }
    templates = scale.templates(reads: counts)
    isSubTemplate = false
    guard let templates, let dispersion = scale.dispersion else { return }

    let interval = scale.interval(of: templates, alpha: parameters.levels.alpha)
    templateInterval = interval
    if let cells, cells > 0 {
      mrd = templates / cells
      self.interval = interval?.perCell(
        around: templates,
        cells: cells,
        variation: parameters.cells.cellCountVariation,
        alpha: parameters.levels.alpha
      )
    }
    guard isDetected else { return }
    isSubTemplate = zip(replicates, counts).allSatisfy { replicate, count in
      guard count > 0, let depth = replicate.summary.readsPerCopy else { return true }
      let template = parameters.levels.readsOfTemplates(1, depth: depth)
      return count < template.quantile(parameters.detection.subTemplateQuantile)
    }
    if counts.count > 1, positiveReplicateCount == 1 {
      // Templates as independent draws: T / D, since amplification inflates their spread.
      let draws = max(1, (templates / dispersion).rounded())
      singleReplicateProbability = pow(Double(counts.count), 1 - draws)
    }
  }
}

extension QuantificationParameters.Levels {
  /// The reads of this many templates at `depth` reads each.
  func readsOfTemplates(_ count: Int, depth: Double) -> NegativeBinomialDistribution {
    NegativeBinomialDistribution(
      mean: Double(count) * depth,
      size: amplificationVariance > 0 ? Double(count) / amplificationVariance : .infinity
    )
  }
}
