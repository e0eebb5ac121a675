import Glibc
import Statistics

extension CloneQuantification {
  /// What all clones of a sample are measured with.
  struct Setting {
    /// The replicates that count.
    var replicates: [(observation: ReplicateObservation, summary: ReplicateSummary)]
    /// The unit that is counted.
    var unit: CountUnit
    /// The nucleated cells.
    var cells: CellCount
    /// By how much the spikes' replicates inflate the dispersion, 1 or more.
    var inflation: Double
    /// The thresholds.
    var parameters: QuantificationParameters
  }

  /// Measures a clone.
  ///
  /// - Parameters:
  ///   - clone: the clone.
  ///   - position: its place in the counts.
  ///   - scale: what turns its counts to templates; `nil` if nothing does.
  ///   - efficiency: the relative efficiency of its primers.
  ///   - background: the counts expected without it.
  ///   - needed: the counts it needs, and those it would need alone.
  ///   - setting: what is common to all clones.
  init(
    _ clone: TrackedCloneInfo,
    at position: Int,
    scale: TemplateScale?,
    efficiency: Double,
    background: BackgroundReads,
    needed: (now: Int, alone: Int),
    in setting: Setting
  ) {
    let parameters = setting.parameters
    let replicates = setting.replicates
    let reads = replicates.map { $0.observation.cloneReads[position] }
    let counts = replicates.map { $0.observation.counts(setting.unit).clones[position] }
    let total = counts.reduce(0, +)
    let usesMolecules = setting.unit == .molecules
    self.clone = clone
    self.reads = reads.reduce(0, +)
    molecules = usesMolecules ? total : nil
    self.background = background
    backgroundP = PoissonDistribution(mean: background.total).atLeast(total)
    minimumCount = needed.now
    isDetected = total >= needed.now
    self.efficiency = efficiency
    countsPerTemplate = scale?.depth
    scaleFamily = scale?.line.family
    let alleles = clone.allelesPerCell
    let inEach = scale.map { $0.templatesInEach(counts) }
    self.replicates = replicates.indices.map { place in
      Replicate(
        index: replicates[place].observation.index,
        reads: reads[place],
        molecules: usesMolecules ? counts[place] : nil,
        templates: inEach.map { $0[place] / alleles }
      )
    }
    sensitivity = Sensitivity(
      needed: needed.alone,
      scale: scale,
      cells: setting.cells.equivalents,
      allelesPerCell: alleles,
      parameters: parameters
    )
    isSubTemplate = false
    guard let scale, let inEach else { return }

    let found = scale.templates(counts)
    let cellsFound = found / alleles
    templates = cellsFound
    replicateSpread = ReplicateSpread(
      inEach,
      copiesPerReplicate: scale.line.copies / Double(counts.count),
      dispersion: scale.dispersion,
      minimumReplicates: parameters.levels.dispersionReplicates
    )
    let inflation = max(
      setting.inflation,
      replicateSpread?.inflation(parameters.levels) ?? 1
    )
    dispersion = scale.dispersion * inflation
    let bounds = scale.interval(of: found, inflation: inflation, alpha: parameters.levels.alpha)
      .divided(by: alleles)
    templateInterval = bounds
    if let cells = setting.cells.equivalents, cells > 0 {
      mrd = cellsFound / cells
      interval = bounds.perCell(
        around: cellsFound,
        cells: cells,
        variation: setting.cells.variation(parameters),
        alpha: parameters.levels.alpha
      )
    }
    guard isDetected else { return }
    if !usesMolecules {
      isSubTemplate = zip(counts, scale.depths).allSatisfy { count, depth in
        let template = scale.readsOfTemplates(1, depth: depth)
        return count == 0 || count < template.quantile(parameters.detection.subTemplateQuantile)
      }
    }
    if counts.count > 1, positiveReplicateCount == 1 {
      // Templates as independent draws: T / D, since amplification inflates their spread.
      let draws = max(1, (found / scale.dispersion).rounded())
      singleReplicateProbability = pow(Double(counts.count), 1 - draws)
    }
  }
}
