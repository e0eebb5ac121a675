/// How a line is laid through several spikes; raw values are the words of profiles.
package enum SpikeFitMethod: String, CaseIterable, Codable, Hashable, Sendable {
  /// Reads on copies through the origin, weighted by 1 / copies: the ratio of the sums.
  case weighted
  /// Copies on reads through the origin without weights, as Vidjil's spike normalisation does.
  case vidjil
}

/// The line through the spikes of one primer family, or of all.
package struct SpikeFit: Hashable, Sendable {
  /// What is wrong with a line; raw values are the words of records.
  package enum Fault: String, CaseIterable, Codable, Hashable, Sendable {
    /// The family has too few spikes.
    case fewSpikes = "FEW_SPIKES"
    /// The strongest spike has too few counts.
    case fewCounts = "FEW_COUNTS"
    /// The spikes do not lie on a line.
    case poorFit = "POOR_FIT"
  }

  /// How far one spike lies off the line.
  package struct Residual: Hashable, Sendable {
    /// The spike's name.
    package var control: String
    /// Its counts over those that the line gives, minus 1.
    package var relative: Double
  }

  /// The primer family; `nil` for the line through all spikes.
  package var family: String?
  /// The counts of the spikes, in reads or molecules.
  package var counts: Int
  /// The copies of the spikes over the replicates that count.
  package var copies: Double
  /// The slope: counts per copy at an efficiency of 1.
  package var countsPerCopy: Double
  /// The coefficient of determination, `nil` for a single control.
  ///
  /// Of the weighted line through the origin, 1 − Σ w (K − slope · x)² / Σ w K², which is 1 / (1 + CV²)
  /// of the counts per copy: 0.8 is a CV of 0.5. In Vidjil's way it is Pearson's, and `nil` for
  /// controls of equal copies too.
  package var rSquared: Double?
  /// The residuals in the order of the controls.
  package var residuals: [Residual]
  /// What is wrong with the line; `nil` if nothing.
  ///
  /// A family with a fault falls back to the line through all spikes. That line is used even if it
  /// fits poorly; with too few counts there is none to use, and nothing is scaled.
  package var fault: Fault?

  /// Creates a line.
  package init(
    family: String?,
    counts: Int,
    copies: Double,
    countsPerCopy: Double,
    rSquared: Double?,
    residuals: [Residual],
    fault: Fault?
  ) {
    self.family = family
    self.counts = counts
    self.copies = copies
    self.countsPerCopy = countsPerCopy
    self.rSquared = rSquared
    self.residuals = residuals
    self.fault = fault
  }
}

extension SpikeFit {
  /// A spike with its counts and its copies times its efficiency.
  struct Point {
    var control: String
    var counts: Int
    var copies: Double
    var amplifiable: Double
  }

  /// Lays the line; `nil` without points or counts.
  init?(
    _ points: [Point],
    family: String?,
    limits: QuantificationParameters.Controls
  ) {
    let total = points.reduce(0) { $0 + $1.counts }
    guard total > 0 else { return nil }
    self.family = family
    counts = total
    copies = orderlessSum(points.map(\.copies))
    let line = Line(points, method: limits.fit)
    let slope = line.countsPerCopy
    countsPerCopy = slope
    rSquared = line.rSquared
    residuals = points.map {
      Residual(control: $0.control, relative: Double($0.counts) / (slope * $0.amplifiable) - 1)
    }
    if family != nil, points.count < limits.minimumFamilySpikes {
      fault = .fewSpikes
    } else if (points.map(\.counts).max() ?? 0) <= limits.minimumSpikeCount {
      fault = .fewCounts
    } else if points.count >= limits.minimumFamilySpikes, let rSquared,
      rSquared <= limits.minimumFit
    {
      // Two spikes off a line may be of loci whose primers differ.
      fault = .poorFit
    }
  }

  private struct Line {
    var countsPerCopy: Double
    var rSquared: Double?

    init(_ points: [Point], method: SpikeFitMethod) {
      let copies = points.map(\.amplifiable)
      let counts = points.map { Double($0.counts) }
      switch method {
      case .weighted:
        let (sum, amount) = (orderlessSum(counts), orderlessSum(copies))
        countsPerCopy = sum / amount
        let squares = orderlessSum(zip(counts, copies).map { $0 * $0 / $1 })
        rSquared = points.count > 1 ? min(1, sum * sum / (amount * squares)) : nil
      case .vidjil:
        let copiesPerCount =
          orderlessSum(zip(counts, copies).map { $0 * $1 })
          / orderlessSum(counts.map { $0 * $0 })
        countsPerCopy = 1 / copiesPerCount
        rSquared = Self.correlation(copies, counts).map { min(1, $0 * $0) }
      }
    }

    /// Pearson's correlation; `nil` without variance.
    private static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
      let count = Double(left.count)
      let (first, second) = (orderlessSum(left) / count, orderlessSum(right) / count)
      let pairs = zip(left, right).map { ($0 - first, $1 - second) }
      let product = orderlessSum(pairs.map { $0 * $1 })
      let squares =
        orderlessSum(pairs.map { $0.0 * $0.0 }) * orderlessSum(pairs.map { $0.1 * $0.1 })
      return squares > 0 ? product / squares.squareRoot() : nil
    }
  }
}
