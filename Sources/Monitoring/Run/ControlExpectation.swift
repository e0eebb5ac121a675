import Glibc
import Quantification
import Statistics

/// Where the level of a positive control should lie: mean and standard deviation of its log10.
struct ControlExpectation: Hashable, Sendable {
  /// The mean of log10 of the level.
  var mean: Double
  /// The standard deviation of log10 of the level.
  var deviation: Double
  /// The last level of the history; `nil` without one.
  var last: Double?

  /// Takes the history of the control if it is long enough, else what the sheet expects.
  ///
  /// A sheet that states no standard deviation is taken to expect that of counting: D/T of T
  /// templates with dispersion D, and that of the number of cells.
  ///
  /// `nil` if neither says what to expect.
  init?(of sample: RunSample, in evidence: RunEvidence) {
    let history = (evidence.controlHistory[sample.specimen.control ?? sample.subject] ?? [])
      .filter { $0 > 0 }
    if history.count >= evidence.limits.controlHistory {
      let logs = history.map(log10)
      let mean = logs.reduce(0, +) / Double(logs.count)
      let squares = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      deviation = (squares / Double(logs.count - 1)).squareRoot()
      last = history.last
      return
    }
    guard let level = sample.specimen.expectedMRD, level > 0 else { return nil }
    mean = log10(level)
    last = nil
    if let stated = sample.specimen.expectedMRDSD {
      deviation = stated
      return
    }
    guard let depth = sample.readsPerTemplate, let cells = sample.cells, depth > 0, cells > 0
    else { return nil }
    let parameters = evidence.parameters
    let dispersion = 1 + 1 / depth + parameters.levels.amplificationVariance
    let variation = parameters.cells.cellCountVariation
    deviation = (dispersion / (level * cells) + variation * variation).squareRoot() / log(10)
  }

  /// How many standard deviations a level lies above its expectation; infinite for a level of 0 and
  /// for one off an expectation without spread.
  func deviations(of level: Double) -> Double {
    let distance = (level > 0 ? log10(level) : -Double.infinity) - mean
    return distance == 0 ? 0 : distance / deviation
  }

  /// The levels that lie within so many standard deviations.
  package func range(_ deviations: Double) -> (lower: Double, upper: Double) {
    (pow(10, mean - deviations * deviation), pow(10, mean + deviations * deviation))
  }
}
