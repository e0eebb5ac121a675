import Statistics

/// Fisher's exact test of a share in one group against that in all others.
package enum FisherExactTest {
  /// The chance of as many or more events in the group, were events spread by chance alone
  /// (one-sided, hypergeometric).
  ///
  /// - Parameters:
  ///   - inside: The group.
  ///   - outside: Everything else.
  /// - Returns: The p value, `0...1`; 1 if either side has no trials.
  package static func excess(inside: EventRate, outside: EventRate) -> Double {
    guard inside.trials > 0, outside.trials > 0, inside.events > 0 else { return 1 }
    let events = inside.events + outside.events
    let trials = inside.trials + outside.trials
    guard events < trials else { return 1 }
    // The probability cancels out of the quotient; this one keeps every factor away from zero.
    let probability = Double(events) / Double(trials)
    let group = BinomialDistribution(trials: inside.trials, probability: probability)
    let rest = BinomialDistribution(trials: outside.trials, probability: probability)
    let whole = BinomialDistribution(trials: trials, probability: probability)
      .probability(of: events)
    let most = min(inside.trials, events)
    let tail = (inside.events...most).reversed().reduce(0.0) { sum, count in
      sum + group.probability(of: count) * rest.probability(of: events - count) / whole
    }
    return min(1, tail)
  }
}
