package import Quantification

extension FollowupRecord {
  /// What the level and its interval rest on.
  package struct QuantificationRecord: Codable, Hashable, Sendable {
    /// Whether reads or molecules are counted.
    package var unit: CountUnit
    /// The mean level over the primary clonotypes, `0...1`; `nil` if not known.
    @ExplicitNull package var mrdMean: Double?
    /// The chance that the primary clonotypes differ as much by accident, `0...1`; `nil` below two.
    @ExplicitNull package var heterogeneityP: Double?
    /// The variance of a number of templates over its mean; `nil` if not known.
    @ExplicitNull package var dispersion: Double?
    /// Molecules counted of each template; `nil` where reads are counted, or if not known.
    @ExplicitNull package var captureEfficiency: Double?
    /// Cells that can be amplified over cells by DNA mass; `nil` if not known.
    @ExplicitNull package var amplifiability: Double?
    /// The 95 % confidence interval of `amplifiability`.
    package var amplifiabilityCI: Interval
    /// The lines that scale counts to templates, that through all controls first.
    package var calibration: [CalibrationRecord]

    /// Nothing is known.
    package static let unknown = QuantificationRecord(
      unit: .reads,
      mrdMean: nil,
      heterogeneityP: nil,
      dispersion: nil,
      captureEfficiency: nil,
      amplifiability: nil,
      amplifiabilityCI: Interval(lower: nil, upper: nil),
      calibration: []
    )

    /// Creates a record.
    package init(
      unit: CountUnit,
      mrdMean: Double?,
      heterogeneityP: Double?,
      dispersion: Double?,
      captureEfficiency: Double?,
      amplifiability: Double?,
      amplifiabilityCI: Interval,
      calibration: [CalibrationRecord]
    ) {
      self.unit = unit
      self.mrdMean = mrdMean
      self.heterogeneityP = heterogeneityP
      self.dispersion = dispersion
      self.captureEfficiency = captureEfficiency
      self.amplifiability = amplifiability
      self.amplifiabilityCI = amplifiabilityCI
      self.calibration = calibration
    }

    private enum CodingKeys: String, CodingKey {
      case unit
      case mrdMean = "mrd_mean"
      case heterogeneityP = "heterogeneity_p"
      case dispersion
      case captureEfficiency = "capture_efficiency"
      case amplifiability
      case amplifiabilityCI = "amplifiability_ci"
      case calibration
    }
  }

  /// A line through controls of known copies.
  package struct CalibrationRecord: Codable, Hashable, Sendable {
    /// The primer family; `nil` for the line through all controls.
    @ExplicitNull package var family: String?
    /// Reads or molecules of the controls over the replicates used.
    package var count: Int
    /// Copies of the controls over the replicates used.
    package var copies: Double
    /// The slope, reads or molecules per copy.
    package var countsPerCopy: Double
    /// The coefficient of determination; `nil` for a single control.
    @ExplicitNull package var rSquared: Double?
    /// What is wrong with the line; `nil` if nothing.
    @ExplicitNull package var fault: SpikeFit.Fault?

    /// Creates the record of a line.
    package init(_ line: SpikeFit) {
      family = line.family
      count = line.counts
      copies = line.copies
      countsPerCopy = line.countsPerCopy
      rSquared = line.rSquared
      fault = line.fault
    }

    private enum CodingKeys: String, CodingKey {
      case family
      case count
      case copies
      case countsPerCopy = "counts_per_copy"
      case rSquared = "r_squared"
      case fault
    }
  }
}
