import Clonotyping
import Statistics

extension SampleQuantification {
  /// Quantifies a sample from its counts; the order of the replicates changes nothing.
  ///
  /// - Parameters:
  ///   - replicates: the counts, one element a PCR.
  ///   - clones: the tracked clones, in the order of the counts.
  ///   - controls: the controls, in the order of the counts.
  ///   - otherBackground: the background reads of each clone besides its expected background
  ///     (blanks, index hopping, errors of neighbours); empty is none.
  ///   - measuredAmplifiability: the amplifiable share of the DNA after another assay.
  ///   - parameters: the thresholds.
  package init(
    of replicates: [ReplicateObservation],
    clones: [TrackedCloneInfo],
    controls: [ControlDefinition],
    otherBackground: [Double] = [],
    measuredAmplifiability: Double? = nil,
    parameters: QuantificationParameters = .clonetrackMMv1
  ) {
    let calibrators = Calibrators(controls)
    let sorted = replicates.sorted { $0.index < $1.index }
    let summaries = sorted.map {
      calibrators.summary(of: $0, minimumReads: parameters.controls.minimumReads)
    }
    let used = zip(sorted, summaries).filter { $1.exclusion == nil }
      .map { (observation: $0, summary: $1) }
    let scale = TemplateScale(used.map(\.summary), parameters: parameters)
    let cells = CellCount(
      of: used.map(\.observation),
      controls: controls,
      measuredAmplifiability: measuredAmplifiability,
      parameters: parameters
    )
    let measured = clones.enumerated().map { position, clone in
      CloneQuantification(
        clone,
        at: position,
        otherBackground: otherBackground.isEmpty ? 0 : otherBackground[position],
        trackedCount: clones.count,
        replicates: used,
        scale: scale,
        cells: cells.equivalents,
        parameters: parameters
      )
    }
    self.replicates = summaries
    self.controls = controls.enumerated().map {
      ControlQuantification($1, at: $0, in: used.map(\.observation))
    }
    self.clones = measured
    hasCalibrator = calibrators.copiesPerReplicate != nil
    controlReads = scale.totalReads
    controlCopies = scale.copies
    readsPerTemplate = scale.readsPerTemplate
    dispersion = scale.dispersion
    self.cells = cells
    // A cell of the tumour carries every index, so the easiest to see sets the limit.
    let primary = measured.filter { $0.clone.role == .primary }
    sensitivity = Sensitivity(
      minimumReads: (primary.isEmpty ? measured : primary).map(\.minimumReads).min(),
      depth: scale.readsPerTemplate,
      cells: cells.equivalents,
      parameters: parameters
    )
    combine(primary, scale: scale, parameters: parameters)
  }

  /// Makes the sample's level from those of its primary clones (DOMAIN §3.5).
  private mutating func combine(
    _ primary: [CloneQuantification],
    scale: TemplateScale,
    parameters: QuantificationParameters
  ) {
    let estimates = primary.compactMap(\.templates)
    guard let leading = Self.leading(primary), let highest = leading.templates,
      let dispersion = scale.dispersion
    else { return }
    let mean = orderlessSum(estimates) / Double(estimates.count)
    leadingClone = leading.clone.cloneID
    let level = parameters.levels.combination == .mean ? mean : highest
    templates = level
    if estimates.count > 1, mean > 0 {
      let spread = orderlessSum(estimates.map { ($0 - mean) * ($0 - mean) })
      let test = ChiSquaredDistribution(degreesOfFreedom: Double(estimates.count - 1))
      heterogeneityP = test.upperTail(spread / (dispersion * mean))
    }
    guard let cells = cells.equivalents, cells > 0 else { return }
    mrd = level / cells
    mrdMean = mean / cells
    interval = scale.interval(of: level, alpha: parameters.levels.alpha)?.perCell(
      around: level,
      cells: cells,
      variation: parameters.cells.cellCountVariation,
      alpha: parameters.levels.alpha
    )
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
