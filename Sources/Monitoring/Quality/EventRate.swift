import Statistics

/// How many of a number of libraries, visits or repeats an event befell.
package struct EventRate: Hashable, Sendable {
  /// How many it befell, `0...trials`.
  package var events: Int
  /// How many it could have befallen, 0 or more.
  package var trials: Int

  /// Creates a rate.
  package init(events: Int, trials: Int) { (self.events, self.trials) = (events, trials) }

  /// Counts the members of a list that an event befell.
  package init<Member>(of members: [Member], where event: (Member) -> Bool) {
    self.init(events: members.count(where: event), trials: members.count)
  }

  /// Events over trials, `0...1`; `nil` without trials.
  package var share: Double? { trials > 0 ? Double(events) / Double(trials) : nil }

  /// The ends of the exact 95 % interval of Clopper and Pearson (1934), `0...1`; `nil` without
  /// trials.
  package var bounds: ClosedRange<Double>? {
    guard trials > 0 else { return nil }
    let interval = ConfidenceInterval.clopperPearson(successes: events, trials: trials)
    return interval.lower...interval.upper
  }
}
