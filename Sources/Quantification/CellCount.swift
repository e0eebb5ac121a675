import Glibc
import Statistics

/// Where the number of cells comes from (article "Cells", section 1).
package enum CellSource: String, CaseIterable, Codable, Hashable, Sendable {
  /// The genomic control: against its competitor, or by its molecules.
  case genomicControl = "GENOMIC_CONTROL"
  /// The DNA mass times an amplifiability measured elsewhere.
  case massAndAmplifiability = "MASS_AND_AMPLIFIABILITY"
  /// The DNA mass alone: the integrity of the DNA is not known.
  case massOnly = "MASS_ONLY"
}

/// The nucleated cells behind a sample's replicates.
package struct CellCount: Hashable, Sendable {
  /// The cells after the DNA mass; `nil` if a replicate's mass is unknown.
  package var mass: Double?
  /// The cells after the genomic control; `nil` without one that can be read.
  package var genomic: Double?
  /// The relative standard error that counting gives the cells after the genomic control.
  package var genomicError: Double?
  /// The share of the cells by mass that the genomic control finds, or that was measured elsewhere.
  ///
  /// `nil` if neither is known, and where molecules of the genomic control are all that is counted:
  /// they tell what was captured, not what could be.
  package var amplifiability: Double?
  /// The interval of that share, from counting and the doubt about the mass; `nil` without a
  /// genomic control.
  package var amplifiabilityInterval: LevelInterval?
  /// The amplifiability measured elsewhere; `nil` if none was.
  package var measuredAmplifiability: Double?
  /// The cells that count, a whole number; `nil` if unknown.
  package var equivalents: Double?
  /// Where they come from; `nil` if they are unknown.
  package var source: CellSource?

  /// The standard deviation of ln N: the parameter, and the counting of the genomic control.
  func variation(_ parameters: QuantificationParameters) -> Double {
    guard source == .genomicControl, let genomicError else {
      return parameters.cells.cellCountVariation
    }
    return hypot(parameters.cells.cellCountVariation, genomicError)
  }
}

extension CellCount {
  /// Counts the cells of the replicates that count (article "Cells", section 1).
  ///
  /// A replicate whose genomic control cannot be read takes the amplifiability of the others.
  ///
  /// - Parameters:
  ///   - replicates: the replicates that count.
  ///   - counted: the cells of each by its genomic controls.
  ///   - measuredAmplifiability: the amplifiable share of the DNA after another assay.
  ///   - parameters: the thresholds.
  init(
    of replicates: [ReplicateObservation],
    genomic counted: GenomicCells,
    measuredAmplifiability: Double?,
    parameters: QuantificationParameters
  ) {
    self.measuredAmplifiability = measuredAmplifiability
    guard !replicates.isEmpty else { return }
    let perCell = parameters.cells.picogramsPerGenome
    let masses = replicates.map { $0.dnaNanograms.map { 1_000 * $0 / perCell } }
    mass = Self.sum(masses)

    let both = zip(masses, counted.cells).compactMap { pair -> (mass: Double, genomic: Double)? in
      guard let mass = pair.0, let genomic = pair.1 else { return nil }
      return (mass, genomic)
    }
    let compared = orderlessSum(both.map(\.mass))
    if compared > 0, !counted.isCapture {
      let share = orderlessSum(both.map(\.genomic)) / compared
      amplifiability = share
      amplifiabilityInterval = Self.interval(share, counted.relativeError, parameters)
    } else {
      amplifiability = measuredAmplifiability
    }
    if counted.cells.contains(where: { $0 != nil }) {
      genomicError = counted.relativeError
      genomic = Self.sum(
        zip(masses, counted.cells).map { mass, genomic in
          genomic ?? mass.flatMap { mass in amplifiability.map { mass * $0 } }
        }
      )
    }
    if let genomic {
      (equivalents, source) = (genomic.rounded(), .genomicControl)
    } else if let mass, let amplifiability {
      (equivalents, source) = ((mass * amplifiability).rounded(), .massAndAmplifiability)
    } else if let mass {
      (equivalents, source) = (mass.rounded(), .massOnly)
    }
  }

  /// The log-normal interval of the ratio of the two counts of cells.
  private static func interval(
    _ share: Double,
    _ countingError: Double?,
    _ parameters: QuantificationParameters
  ) -> LevelInterval? {
    guard share > 0, let countingError else { return nil }
    let z = NormalDistribution.twoSidedQuantile(alpha: parameters.levels.alpha)
    let reach = exp(z * hypot(countingError, parameters.cells.cellCountVariation))
    return LevelInterval(lower: share / reach, upper: share * reach)
  }

  /// The sum; `nil` if a term is unknown.
  private static func sum(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.count == values.count ? orderlessSum(known) : nil
  }
}
