import Alignments
import Nucleotides

/// What a base that differs from an explanation speaks against it, by the base's quality.
///
/// The cost of a difference is ln(3 (1 − e) / e) with e = 10^(−Q/10) + ε: the factor by which the
/// read is less likely than one that agrees. It is kept in thousandths of a nat, whole numbers, so
/// that sums do not depend on their order. A base of which nothing is known (e ≥ 3/4) costs nothing.
package struct MismatchCosts: Hashable, Sendable {
  /// Costs of one nat.
  static let unit = 1_000.0

  private let byScore: [Int32]
  /// The cost of a difference at a base that is as sure as any.
  let surest: Int

  /// Makes the table.
  ///
  /// - Parameter errorRate: ε, the errors a base has beside those its quality states, such as those
  ///   of PCR.
  package init(errorRate: Double) {
    func cost(_ chance: Double) -> Double {
      // A guess is wrong three times in four; nothing is surer than Q90, so the logarithm is finite.
      let wrong = min(0.75, max(1e-9, chance))
      return max(0, (Self.unit * naturalLogarithm(3 * (1 - wrong) / wrong)).rounded())
    }
    byScore = phredErrorProbabilities.map { Int32(cost($0 + errorRate)) }
    surest = Int(cost(errorRate))
  }

  /// The cost of a difference at a base of some Phred score.
  func cost(_ score: UInt8) -> Int { Int(byScore[min(Int(score), byScore.count - 1)]) }

  /// The difference of costs that odds correspond to.
  static func cost(odds: Double) -> Int {
    Int((unit * naturalLogarithm(max(1, odds))).rounded())
  }
}
