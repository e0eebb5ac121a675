import Glibc

/// The product-limit estimate of Kaplan and Meier (1958).
package struct SurvivalCurve: Hashable, Sendable {
  /// One subject's time and what ended it.
  package struct Observation: Hashable, Sendable {
    /// The time under observation, 0 or more; the unit is the caller's.
    package var time: Double
    /// Whether the event happened; else the subject was censored.
    package var isEvent: Bool

    /// Creates an observation.
    package init(time: Double, isEvent: Bool) {
      (self.time, self.isEvent) = (time, isEvent)
    }
  }

  /// The curve after one time with events.
  package struct Step: Hashable, Sendable {
    /// The time.
    package var time: Double
    /// The subjects at risk just before it; those censored at it are among them.
    package var atRisk: Int
    /// The events at it.
    package var events: Int
    /// The share still free of the event.
    package var survival: Double
    /// Greenwood's variance of the share; 0 once nobody is left.
    package var variance: Double
    /// The interval on the log(−log) scale; `nil` once nobody is left.
    package var interval: ConfidenceInterval?
  }

  /// The steps by time.
  package private(set) var steps: [Step]

  /// Estimates the curve.
  package init(_ observations: [Observation], alpha: Double = 0.05) {
    let z = NormalDistribution.twoSidedQuantile(alpha: alpha)
    let sorted = observations.sorted { $0.time < $1.time }
    var (survival, sum, atRisk) = (1.0, 0.0, sorted.count)
    var index = 0
    steps = []
    while index < sorted.count {
      let time = sorted[index].time
      let here = sorted[index...].prefix { $0.time == time }
      let events = here.count { $0.isEvent }
      if events > 0 {
        let (risk, count) = (Double(atRisk), Double(events))
        survival *= (risk - count) / risk
        sum += atRisk > events ? count / (risk * (risk - count)) : 0
        steps.append(
          Step(
            time: time,
            atRisk: atRisk,
            events: events,
            survival: survival,
            variance: survival * survival * sum,
            interval: Self.interval(survival: survival, greenwoodSum: sum, z: z)
          )
        )
      }
      atRisk -= here.count
      index += here.count
    }
  }

  /// The first time at which at most half are free of the event; `nil` if never reached.
  package var median: Double? { steps.first { $0.survival <= 0.5 }?.time }

  /// The interval of the median after Brookmeyer and Crowley (1982) on the log(−log) scale.
  ///
  /// A bound is `nil` where the curve does not go low enough.
  package var medianInterval: (lower: Double?, upper: Double?) {
    (
      steps.first { ($0.interval?.lower ?? 0) <= 0.5 }?.time,
      steps.first { ($0.interval?.upper ?? 0) < 0.5 }?.time
    )
  }

  private static func interval(
    survival: Double,
    greenwoodSum: Double,
    z: Double
  )
    -> ConfidenceInterval?
  {
    guard survival > 0 else { return nil }
    let factor = exp(z * greenwoodSum.squareRoot() / abs(log(survival)))
    return ConfidenceInterval(lower: pow(survival, factor), upper: pow(survival, 1 / factor))
  }
}
