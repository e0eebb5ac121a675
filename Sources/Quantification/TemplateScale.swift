import Statistics

/// How reads become templates in the replicates that count (DOMAIN §3.3, §3.4).
struct TemplateScale {
  /// The control reads of each replicate.
  private var controlReads: [Int]
  /// The control copies of each replicate.
  private var copiesPerReplicate: Double
  /// Whether one ratio serves all replicates.
  private var isPooled: Bool
  /// The control reads of all replicates.
  var totalReads: Int { controlReads.reduce(0, +) }
  /// The control copies E of all replicates; `nil` without a control or a replicate.
  var copies: Double?
  /// The reads per template g; `nil` without a control or a replicate.
  var readsPerTemplate: Double?
  /// The dispersion D = 1 + 1/g + v; `nil` without a control or a replicate.
  var dispersion: Double?

  init(_ replicates: [ReplicateSummary], parameters: QuantificationParameters) {
    controlReads = replicates.map(\.controlReads)
    copiesPerReplicate = replicates.first?.controlCopies ?? 0
    let levels = parameters.levels
    isPooled =
      levels.pooling == .ratioOfSums
      && Self.areEqual(replicates.compactMap(\.dnaNanograms), tolerance: levels.equalMassTolerance)
    guard copiesPerReplicate > 0 else { return }
    let copies = copiesPerReplicate * Double(replicates.count)
    let depth = Double(totalReads) / copies
    self.copies = copies
    readsPerTemplate = depth
    dispersion = 1 + 1 / depth + levels.amplificationVariance
  }

  /// The templates of a clone from its reads in each replicate; `nil` if they cannot be scaled.
  func templates(reads: [Int]) -> Double? {
    guard let copies else { return nil }
    if isPooled { return Double(reads.reduce(0, +)) * copies / Double(totalReads) }
    return orderlessSum(
      zip(reads, controlReads).map { Double($0) * copiesPerReplicate / Double($1) }
    )
  }

  /// The interval of a number of templates; `nil` if they cannot be scaled.
  func interval(of templates: Double, alpha: Double) -> LevelInterval? {
    guard let copies, let dispersion else { return nil }
    return LevelInterval(
      .conditionalBinomial(
        templates: templates,
        controlCopies: copies,
        dispersion: dispersion,
        alpha: alpha
      )
    )
  }

  private static func areEqual(_ masses: [Double], tolerance: Double) -> Bool {
    guard let least = masses.min(), let most = masses.max() else { return true }
    return most <= least * (1 + tolerance)
  }
}
