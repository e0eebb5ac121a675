import Glibc
import SimulatedReads

/// Draws counts and quantities of the distributions an assay is made of.
///
/// The samplers share no code with the distributions that the quantification computes with, so
/// that an error there cannot hide itself.
package struct CountSampler: Sendable {
  private var random: SeededGenerator

  /// Creates a sampler; the same seed draws the same numbers.
  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A number in `0..<1`.
  package mutating func unit() -> Double { random.unit() }

  /// A standard normal number: the polar method (Marsaglia and Bray 1964).
  package mutating func normal() -> Double {
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A gamma number of this shape, above 0, and scale 1 (Marsaglia and Tsang 2000).
  package mutating func gamma(shape: Double) -> Double {
    // Below 1 the shape is raised by one and the number lowered by a power of a uniform one.
    guard shape >= 1 else { return gamma(shape: shape + 1) * pow(1 - unit(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(1 - unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// A Poisson number of this mean, 0 or more.
  package mutating func poisson(mean: Double) -> Int {
    mean < 10 ? smallPoisson(mean: mean) : largePoisson(mean: mean)
  }

  /// The reads of `molecules` that are amplified independently of each other.
  ///
  /// A molecule has `depth` reads in the mean, with a squared coefficient of variation of
  /// `variance` + 1 / `depth`: a Poisson number whose mean is a gamma number.
  package mutating func reads(of molecules: Int, depth: Double, variance: Double) -> Int {
    guard molecules > 0 else { return 0 }
    guard variance > 0 else { return poisson(mean: Double(molecules) * depth) }
    let amplified = gamma(shape: Double(molecules) / variance) * variance
    return poisson(mean: amplified * depth)
  }

  /// Multiplies uniform numbers until their product falls below exp(−mean).
  private mutating func smallPoisson(mean: Double) -> Int {
    let limit = exp(-mean)
    var (count, product) = (0, 1 - unit())
    while product > limit {
      count += 1
      product *= 1 - unit()
    }
    return count
  }

  /// Transformed rejection, PTRS (Hörmann 1993, doi:10.1016/0167-6687(93)90997-4).
  private mutating func largePoisson(mean: Double) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let accepted = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = unit() - 0.5
      let v = 1 - unit()
      let margin = 0.5 - abs(u)
      let k = ((2 * a / margin + b) * u + mean + 0.43).rounded(.down)
      if margin >= 0.07, v <= accepted { return Int(k) }
      guard k >= 0, margin >= 0.013 || v <= margin else { continue }
      let density = k * log(mean) - mean - Self.logFactorial(k)
      if log(v * inverseAlpha / (a / (margin * margin) + b)) <= density { return Int(k) }
    }
  }

  /// ln k!, to 12 digits.
  private static func logFactorial(_ k: Double) -> Double {
    guard k >= 16 else {
      var product = 1.0
      for factor in stride(from: 2, through: k, by: 1) { product *= factor }
      return log(product)
    }
    let square = k * k
    let series = (1 - (1.0 / 30 - 1 / (105 * square)) / square) / (12 * k)
    return (k + 0.5) * log(k) - k + 0.5 * log(2 * Double.pi) + series
  }
}
