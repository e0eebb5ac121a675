import Statistics

/// How a clone's counts become templates in the replicates that count (articles "Templates from
/// controls" and "Replicates").
struct TemplateScale {
  /// The unit of the counts.
  var unit: CountUnit
  /// The line that scales.
  var line: SpikeFit
  /// The counts per template of the clone, g.
  var depth: Double
  /// The dispersion D of a number of templates, before what replicates add to it.
  var dispersion: Double
  /// Each replicate's own counts per template of the clone; `depth` where its controls are unread.
  var depths: [Double]
  /// Whether every replicate is scaled by its own controls.
  private var isSplit = false
  private var amplificationVariance: Double

  /// Chooses the line of a primer family, else that through all controls.
  ///
  /// - Returns: `nil` if there is no line to scale by.
  init?(
    _ calibration: Calibration,
    family: String?,
    efficiency: Double,
    calibrators: Calibrators,
    replicates: [ReplicateObservation],
    parameters: QuantificationParameters
  ) {
    let own = calibration.families.first { $0.family == family && $0.fault == nil }
    guard let line = own ?? calibration.universal, line.fault != .fewCounts else { return nil }
    self.line = line
    unit = calibration.unit
    depth = line.countsPerCopy * efficiency
    let levels = parameters.levels
    amplificationVariance = levels.amplificationVariance
    switch unit {
    case .reads: dispersion = 1 + 1 / depth + levels.amplificationVariance
    // A template gives one molecule or none: the variance of n/ε is n/ε², or D = 1/ε.
    case .molecules: dispersion = max(1, 1 / depth)
    }
    depths = replicates.map { _ in line.countsPerCopy * efficiency }
    guard calibration.method == .weighted else { return }
    let members = calibrators.members.filter { own == nil || $0.family == family }
    let each = replicates.map { replicate in
      members.reduce(into: (counts: 0, copies: 0.0)) { sum, member in
        let counts = calibrators.counts(of: member, in: replicate, calibration.unit)
        sum.counts += counts
        sum.copies += member.amplifiable ?? Double(counts)
      }
    }
    for (place, sum) in each.enumerated() where sum.counts > 0 {
      depths[place] = Double(sum.counts) / sum.copies * efficiency
    }
    let isPooled =
      levels.pooling == .ratioOfSums
      && Self.areEqual(replicates.compactMap(\.dnaNanograms), tolerance: levels.equalMassTolerance)
    // A family's few spikes can be unread in one replicate, and then only the sums tell.
    isSplit = !isPooled && each.allSatisfy { $0.counts > 0 }
  }

  /// The templates of a clone from its counts in each replicate.
  func templates(_ counts: [Int]) -> Double {
    isSplit ? orderlessSum(templatesInEach(counts)) : Double(counts.reduce(0, +)) / depth
  }

  /// The templates of a clone in each replicate by that replicate's own controls.
  func templatesInEach(_ counts: [Int]) -> [Double] {
    zip(counts, depths).map { Double($0) / $1 }
  }

  /// The interval of a number of templates.
  ///
  /// - Parameters:
  ///   - templates: the estimate.
  ///   - inflation: how many times wider than the dispersion replicates spread.
  ///   - alpha: the two-sided error.
  /// - Returns: the interval of the templates.
  func interval(of templates: Double, inflation: Double = 1, alpha: Double) -> LevelInterval {
    LevelInterval(
      .conditionalBinomial(
        templates: templates,
        controlCopies: line.copies,
        dispersion: dispersion * inflation,
        alpha: alpha
      )
    )
  }

  /// The chance that a number of templates shows at least `count` counts.
  func detection(of templates: Int, atLeast count: Int) -> Double {
    switch unit {
    case .reads: readsOfTemplates(templates, depth: depth).atLeast(count)
    case .molecules:
      BinomialDistribution(trials: templates, probability: min(1, depth)).atLeast(count)
    }
  }

  /// The reads of a number of templates at a depth, such as that of one replicate.
  func readsOfTemplates(_ templates: Int, depth: Double) -> NegativeBinomialDistribution {
    NegativeBinomialDistribution(
      mean: Double(templates) * depth,
      size: amplificationVariance > 0 ? Double(templates) / amplificationVariance : .infinity
    )
  }

  private static func areEqual(_ masses: [Double], tolerance: Double) -> Bool {
    guard let least = masses.min(), let most = masses.max() else { return true }
    return most <= least * (1 + tolerance)
  }
}
