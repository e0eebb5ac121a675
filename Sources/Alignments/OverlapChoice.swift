/// The best of the overlaps that were tried, and how far it is ahead of the others.
struct OverlapChoice {
  private var best = (fragment: 0, nats: -Double.infinity, weight: 1.0)
  private var secondBest = -Double.infinity

  /// Takes an overlap into account.
  ///
  /// - Parameters:
  ///   - fragment: The length of the fragment it would make.
  ///   - nats: Its log-likelihood ratio against chance.
  ///   - weight: What its repetitiveness leaves of that, at most 1.
  mutating func consider(_ fragment: Int, nats: Double, weight: Double) {
    if nats * weight > best.nats * best.weight {
      secondBest = max(secondBest, best.nats)
      best = (fragment, nats, weight)
    } else {
      secondBest = max(secondBest, nats)
    }
  }

  /// The fragment's length; `nil` if the best overlap is not beyond chance or not clearly the best.
  ///
  /// - Parameter tried: How many fragment lengths were tried.
  /// - Returns: The length in bases.
  func fragment(ofTried tried: Int) -> Int? {
    guard best.nats > 0 else { return nil }
    let needed = PairMerger.requiredEvidence + naturalLogarithm(Double(tried))
    let margin = best.weight < 1 ? PairMerger.repetitiveMargin : PairMerger.requiredMargin
    guard best.nats * best.weight >= needed, best.nats - secondBest >= margin else { return nil }
    return best.fragment
  }
}
