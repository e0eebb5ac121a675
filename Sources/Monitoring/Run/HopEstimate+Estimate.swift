import Quantification
import Statistics

extension HopEstimate {
  /// The foreign reads of one owner in one sample and the reads they may have hopped from.
  struct Pair: Hashable, Sendable {
    /// The reads found.
    var foreign: Int
    /// The reads in the sample's lanes.
    var exposed: Double
  }

  /// The foreign reads below which a rate above the prior is no estimate.
  ///
  /// Chosen here: the mean behind three reads lies between 0.62 and 8.8, behind two between 0.24 and
  /// 7.2 (Garwood, 95 %): below three the lower end is no longer within a factor of five.
  private static let minimumReads = 3

  /// Estimates a rate as reads found over reads exposed, and takes the upper end of its interval.
  ///
  /// A pair with more reads than the rate of all others and the prior explain is a contamination
  /// and left out. A run with too few reads to show the prior cannot tell and takes it.
  ///
  /// - Parameters:
  ///   - pairs: Every sample with every owner.
  ///   - prior: The rate of the profile.
  ///   - alpha: The chance, over all pairs, to leave out one that hopping explains.
  init(_ pairs: [Pair], prior: Double, alpha: Double) {
    let kept = Self.withoutContaminated(pairs, prior: prior, alpha: alpha)
    let foreign = kept.reduce(0) { $0 + $1.foreign }
    let exposed = kept.reduce(0) { $0 + $1.exposed }
    self.init(
      rate: prior,
      interval: nil,
      source: .prior,
      foreignReads: foreign,
      exposedReads: Int(exposed)
    )
    guard exposed > 0 else { return }
    let counts = ConfidenceInterval.garwood(count: Double(foreign))
    let interval = LevelInterval(lower: counts.lower / exposed, upper: counts.upper / exposed)
    self.interval = interval
    guard interval.upper <= prior || foreign >= Self.minimumReads else { return }
    (rate, source) = (interval.upper, .foreignReads)
  }

  private static func withoutContaminated(
    _ pairs: [Pair],
    prior: Double,
    alpha: Double
  ) -> [Pair] {
    var kept = pairs.sorted { $0.foreignShare < $1.foreignShare }
    while let last = kept.last, last.foreign > 0 {
      let others = kept.dropLast()
      let exposed = others.reduce(0) { $0 + $1.exposed }
      let foreign = others.reduce(0) { $0 + $1.foreign }
      // Few reads exposed leave room for any rate: without finds they excuse nothing.
      let upper =
        foreign >= minimumReads
        ? ConfidenceInterval.garwood(count: Double(foreign)).upper / exposed : 0
      let mean = max(prior, min(upper, last.foreignShare)) * last.exposed
      let chance = PoissonDistribution(mean: mean).atLeast(last.foreign)
      guard chance < alpha / Double(pairs.count) else { break }
      kept.removeLast()
    }
    return kept
  }
}

extension HopEstimate.Pair {
  /// The reads found over the reads exposed.
  fileprivate var foreignShare: Double { Double(foreign) / exposed }
}
