import Clonotyping
import Statistics
import Tracking

extension SampleQuantification {
  /// Quantifies a sample from its counts; the order of the replicates changes nothing.
  ///
  /// - Parameters:
  ///   - replicates: the counts, one element a PCR.
  ///   - clones: the tracked clones, in the order of the counts.
  ///   - controls: the controls, in the order of the counts.
  ///   - efficiencies: how well primer families amplify.
  ///   - otherBackground: the background reads of each clone besides its expected background
  ///     (blanks, index hopping, errors of neighbours); empty is none.
  ///   - measuredAmplifiability: the amplifiable share of the DNA after another assay.
  ///   - parameters: the thresholds.
  package init(
    of replicates: [ReplicateObservation],
    clones: [TrackedCloneInfo],
    controls: [ControlDefinition],
    efficiencies: PrimerEfficiencies = .equal,
    otherBackground: [BackgroundReads] = [],
    measuredAmplifiability: Double? = nil,
    parameters: QuantificationParameters = .clonetrackMMv1
  ) {
    let unit = replicates.unit
    let calibrators = Calibrators(controls, efficiencies: efficiencies, unit: unit)
    let sorted = replicates.sorted { $0.index < $1.index }
    let summaries = sorted.map {
      calibrators.summary(of: $0, minimumReads: parameters.controls.minimumReads)
    }
    let used = zip(sorted, summaries).filter { $1.exclusion == nil }
      .map { (observation: $0, summary: $1) }
    let observations = used.map(\.observation)
    let calibration = calibrators.calibration(observations, limits: parameters.controls)
    func scale(_ family: String?) -> TemplateScale? {
      TemplateScale(
        calibration,
        family: family,
        efficiency: efficiencies[family],
        calibrators: calibrators,
        replicates: observations,
        parameters: parameters
      )
    }
    let universal = scale(nil)
    let capture =
      unit == .molecules && controls.contains(where: \.isSpike)
      ? universal?.depth : nil
    let cells = CellCount(
      of: observations,
      genomic: GenomicCells(
        of: observations,
        controls: controls,
        capture: capture,
        unit: unit,
        parameters: parameters
      ),
      measuredAmplifiability: measuredAmplifiability,
      parameters: parameters
    )
    let scales = clones.map { scale($0.primerFamily) }
    let backgrounds = clones.indices.map { position in
      Self.background(
        otherBackground.isEmpty ? .none : otherBackground[position],
        unrelated: clones[position].expectedBackground ?? 0,
        depth: scales[position]?.depth ?? 0,
        unit: unit
      )
    }
    let needed = HolmThresholds(
      counts: clones.indices.map { position in
        observations.reduce(0) { $0 + $1.counts(unit).clones[position] }
      },
      backgrounds: backgrounds.map(\.total),
      floor: unit == .molecules
        ? parameters.detection.minimumMolecules : parameters.detection.minimumReads,
      alpha: parameters.detection.backgroundAlpha
    )
    let spikeSpread = universal.flatMap { scale in
      ReplicateSpread(
        spikes: observations.map { observation in
          calibrators.members.map { calibrators.counts(of: $0, in: observation, unit) }
        },
        copies: calibrators.members.map { $0.copies ?? 0 },
        dispersion: scale.dispersion,
        minimumReplicates: parameters.levels.dispersionReplicates
      )
    }
    let setting = CloneQuantification.Setting(
      replicates: used,
      unit: unit,
      cells: cells,
      inflation: spikeSpread?.inflation(parameters.levels) ?? 1,
      parameters: parameters
    )
    let measured = clones.enumerated().map { position, clone in
      CloneQuantification(
        clone,
        at: position,
        scale: scales[position],
        efficiency: efficiencies[clone.primerFamily],
        background: backgrounds[position],
        needed: (needed.minimumCounts[position], needed.independentCounts[position]),
        in: setting
      )
    }
    self.replicates = summaries
    self.controls = controls.enumerated().map {
      ControlQuantification($1, at: $0, in: observations, calibration: calibration)
    }
    self.clones = measured
    self.unit = unit
    self.calibration = calibration
    self.cells = cells
    hasCalibrator = calibrators.exist
    controlReads = used.reduce(0) { $0 + $1.summary.controlReads }
    let copies = calibration.universal.map(\.copies)
    controlCopies = used.isEmpty ? nil : copies
    readsPerTemplate =
      unit == .reads
      ? universal?.depth
      : copies.map { Double(used.reduce(0) { $0 + $1.summary.controlReads }) / $0 }
    captureEfficiency = capture ?? Self.capture(of: cells, unit: unit)
    dispersion = universal?.dispersion
    self.spikeSpread = spikeSpread
    // A cell of the tumour carries every index, so the easiest to see sets the limit.
    let primary = measured.filter { $0.clone.role == .primary }
    sensitivity =
      Self.best((primary.isEmpty ? measured : primary).map(\.sensitivity))
      ?? Sensitivity(needed: nil, scale: nil, cells: cells.equivalents, parameters: parameters)
    combine(primary, scale: universal, parameters: parameters)
  }

  /// The counts expected without a clone, in the unit that is counted (article "Background and
  /// detection", section 1).
  private static func background(
    _ other: BackgroundReads,
    unrelated templates: Double,
    depth: Double,
    unit: CountUnit
  ) -> BackgroundReads {
    // Unrelated cells are templates, and templates give `depth` counts.
    let counts = templates * depth
    guard unit == .reads else { return other.molecules(unrelated: other.unrelated / 2 + counts) }
    var background = other
    background.unrelated += counts
    return background
  }

  /// The share of the cells by mass whose molecules were counted.
  private static func capture(of cells: CellCount, unit: CountUnit) -> Double? {
    guard unit == .molecules, let genomic = cells.genomic, let mass = cells.mass, mass > 0 else {
      return nil
    }
    return genomic / mass
  }

  /// The sensitivity with the lowest limit; one with a known limit before one without.
  private static func best(_ all: [Sensitivity]) -> Sensitivity? {
    all.min { left, right in
      let limits = (left.lod95 ?? .infinity, right.lod95 ?? .infinity)
      if limits.0 != limits.1 { return limits.0 < limits.1 }
      return (left.countsNeeded ?? .max) < (right.countsNeeded ?? .max)
    }
  }
}
