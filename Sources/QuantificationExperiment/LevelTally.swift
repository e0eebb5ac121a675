package import Quantification

/// What the follow-ups of one model showed.
package struct LevelTally: Hashable, Sendable {
  /// The follow-ups.
  package private(set) var runs = 0
  /// Those whose interval holds the true level.
  package private(set) var covered = 0
  /// Those with a detected clone, whatever the call.
  package private(set) var detected = 0
  /// Those of each call.
  package private(set) var calls: [SampleCall: Int] = [:]
  private var sum = 0.0
  private var squares = 0.0

  /// Creates an empty tally.
  package init() {}

  /// Counts a follow-up whose true level is known.
  package mutating func add(_ judgement: FollowupJudgement, level: Double) {
    runs += 1
    let sample = judgement.quantification
    if let interval = sample.interval, interval.lower <= level, level <= interval.upper {
      covered += 1
    }
    if sample.isDetected { detected += 1 }
    calls[judgement.verdict.call, default: 0] += 1
    let mrd = sample.mrd ?? 0
    sum += mrd
    squares += mrd * mrd
  }

  /// The mean level.
  package var mean: Double { sum / Double(runs) }

  /// The standard error of the mean level.
  package var standardError: Double {
    let count = Double(runs)
    let variance = max(0, squares / count - mean * mean) * count / (count - 1)
    return (variance / count).squareRoot()
  }
}
