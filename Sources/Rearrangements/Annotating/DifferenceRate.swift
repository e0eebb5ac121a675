import Alignments

/// The share of germline bases that differ in one read, and what an equal base is worth there.
struct DifferenceRate {
  /// How the share is estimated and tempered.
  private enum Parameters {
    /// The lowest share: sequencing alone makes some bases differ; chosen here.
    static let minimum = 0.01
    /// The highest share: hypermutation leaves no V recognisable beyond; chosen here.
    static let maximum = 0.3
    /// Aligned bases that are added to those counted, so that a short alignment does not claim to have
    /// no difference; chosen here.
    static let assumedAligned = 20
    /// How many of the added bases differ; chosen here.
    static let assumedDifferent = 1.0
    /// The share from which on tempering no longer grows; measured, see the article "Comparison".
    static let fullyTempered = 0.12
  }

  /// The share, in `0.01...0.3`.
  let value: Double

  /// The share where so many of the aligned bases differ.
  init(different: Int, aligned: Int) {
    let estimate =
      (Double(different) + Parameters.assumedDifferent)
      / Double(aligned + Parameters.assumedAligned)
    value = min(Parameters.maximum, max(Parameters.minimum, estimate))
  }

  /// The share in some alignments, gaps left out.
  init(_ paths: [AlignmentPath]) {
    let different = paths.reduce(0) { $0 + $1.count(of: .mismatch) }
    let aligned = paths.reduce(different) { $0 + $1.count(of: .match) }
    self.init(different: different, aligned: aligned)
  }

  /// What one base more that is equal speaks for a row of a class, in nats.
  ///
  /// Of two rows the one with a base more equal is (3(1 − *e*)/*e*)^*t* times as likely, *e* being the
  /// share of bases that differ and *t* its tempering: hypermutation comes in bursts, so that bases
  /// are not as many witnesses as they are bases.
  func natsPerEqualBase(in elementClass: ElementClass) -> Double {
    let lowest = elementClass.lowestTempering
    let tempering = 1 - (1 - lowest) * min(1, value / Parameters.fullyTempered)
    return tempering * naturalLogarithm(3 * (1 - value) / value)
  }
}

extension ElementClass {
  /// The power to which likelihoods are raised where many bases differ; it falls from 1 with their
  /// share.
  ///
  /// Measured, see the article "Comparison".
  fileprivate var lowestTempering: Double {
    switch self {
    case .heavyV, .kappaV, .lambdaV: 0.6
    case .heavyJ: 0.45
    case .kappaIntron, .heavyD, .kappaJ, .lambdaJ, .kappaDeleting: 0.75
    }
  }
}
