#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A Levey–Jennings chart: measurements of one control in order of time, beside mean and SD of a
/// reference period (Levey and Jennings 1950).
///
/// Levels and reads per copy multiply from step to step, so that their decimal logarithms are
/// charted.
package struct LeveyJenningsChart: Hashable, Sendable {
  /// One measurement.
  package struct Measurement: Hashable, Sendable {
    /// The run it is of.
    package var run: String
    /// The value, 0 or more; 0 says that the control was not seen.
    package var value: Double
    /// The libraries behind the value, 1 or more.
    package var libraries: Int

    /// Creates a measurement.
    package init(run: String, value: Double, libraries: Int = 1) {
      (self.run, self.value, self.libraries) = (run, value, libraries)
    }
  }

  /// One measurement with its judgement.
  package struct Point: Hashable, Sendable {
    /// The measurement.
    package var measurement: Measurement
    /// Its distance from the mean in SD; `nil` without limits and for a control not seen.
    package var deviation: Double?
    /// The rules it breaks.
    package var rules: [WestgardRule]
  }

  /// As many measurements as limits need (chosen here): of five an SD has a relative error of
  /// √(1 / 8), about a third; below, it says little.
  package static let minimumReference = 5
  /// The length of the reference period, in measurements; 20 are customary (CLSI C24).
  package static let referenceLength = 20

  /// The measurements that mean and SD are taken from: the first that saw the control.
  package let referenceCount: Int
  /// The mean decimal logarithm; `nil` with fewer than `minimumReference` measurements.
  package let mean: Double?
  /// The standard deviation (n − 1) of the decimal logarithms; `nil` where the mean is.
  package let deviation: Double?
  /// The measurements, in the order given.
  package let points: [Point]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - measurements: In order of time.
  ///   - length: The length of the reference period, in measurements.
  package init(_ measurements: [Measurement], referenceLength length: Int = referenceLength) {
    let reference = measurements.filter { $0.value > 0 }.prefix(length)
      .map { log10($0.value) }
    referenceCount = reference.count
    let count = Double(reference.count)
    let centre = reference.reduce(0, +) / max(count, 1)
    let squares = reference.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    guard reference.count >= Self.minimumReference, squares > 0 else {
      (mean, deviation) = (nil, nil)
      points = measurements.map { Point(measurement: $0, deviation: nil, rules: []) }
      return
    }
    let spread = (squares / (count - 1)).squareRoot()
    (mean, deviation) = (centre, spread)
    let distances = measurements.map { measurement in
      measurement.value > 0 ? (log10(measurement.value) - centre) / spread : -.infinity
    }
    let broken = WestgardRule.broken(by: distances, runs: measurements.map(\.run))
    points = zip(measurements, zip(distances, broken)).map { measurement, judged in
      Point(
        measurement: measurement,
        deviation: judged.0.isFinite ? judged.0 : nil,
        rules: judged.1
      )
    }
  }
}
