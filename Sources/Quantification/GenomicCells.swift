/// The cells that genomic controls count in each replicate (article "Cells", section 1).
struct GenomicCells {
  /// The cells of each replicate, the mean over its readable controls; `nil` without one.
  var cells: [Double?]
  /// The relative standard error from counting; `nil` without a readable control.
  var relativeError: Double?
  /// Whether the cells are those whose DNA was captured rather than those whose DNA could be.
  var isCapture = false

  /// Counts cells by reads against competitors, or by molecules.
  ///
  /// Molecules of a locus become copies by the capture that the spikes show; without spikes they are
  /// taken as they are, and so are those of the clones.
  ///
  /// - Parameters:
  ///   - replicates: the replicates that count.
  ///   - controls: the controls.
  ///   - capture: molecules per copy of the spikes; `nil` without spikes or identifiers.
  ///   - unit: what is counted.
  ///   - parameters: the thresholds.
  init(
    of replicates: [ReplicateObservation],
    controls: [ControlDefinition],
    capture: Double?,
    unit: CountUnit,
    parameters: QuantificationParameters
  ) {
    var (locus, competitors) = (Counted(), Counted())
    let minimum = parameters.controls.minimumReads
    cells = replicates.map { replicate in
      let counts = replicate.counts(unit)
      var estimates: [Double] = []
      for (index, control) in controls.enumerated() {
        guard case .genomic(let copiesPerCell, let competitor) = control.kind else { continue }
        let own = counts.controls[index]
        var copies = Double(own) / (capture ?? 1)
        if unit == .molecules {
          guard replicate.controlReads[index] >= minimum else { continue }
        } else {
          guard let competitor, counts.competitors[index] >= minimum else { continue }
          let other = counts.competitors[index]
          copies = Double(own) * competitor.copiesPerReplicate / Double(other)
          competitors.add(other, copies: competitor.copiesPerReplicate)
        }
        locus.add(own, copies: copies)
        estimates.append(copies / copiesPerCell)
      }
      return estimates.isEmpty ? nil : orderlessSum(estimates) / Double(estimates.count)
    }
    isCapture = unit == .molecules && capture == nil
    guard locus.counts > 0 else { return }
    let amplification = unit == .reads ? parameters.levels.amplificationVariance : 0
    var variance = locus.relativeVariance(amplification)
    if competitors.counts > 0 { variance += competitors.relativeVariance(amplification) }
    relativeError = variance.squareRoot()
  }

  /// What was counted of one kind of locus.
  private struct Counted {
    var counts = 0
    var copies: [Double] = []

    mutating func add(_ count: Int, copies more: Double) {
      counts += count
      copies.append(more)
    }

    /// D / copies with D = 1 + 1/g + v, g the counts per copy.
    func relativeVariance(_ amplification: Double) -> Double {
      1 / Double(counts) + (1 + amplification) / orderlessSum(copies)
    }
  }
}
