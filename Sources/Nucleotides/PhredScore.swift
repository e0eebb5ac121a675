/// A Phred quality: the chance that a base is wrong is 10^(−score/10) (Ewing and Green 1998,
/// doi:10.1101/gr.8.3.186).
public struct PhredScore: Hashable, Comparable, Sendable {
  /// The score, 0…93.
  public var value: UInt8

  /// Creates a score.
  public init(_ value: UInt8) { self.value = value }

  /// The distance between a score and its FASTQ character.
  public static let asciiOffset: UInt8 = 33

  /// The highest score a FASTQ character can state.
  public static let highest: UInt8 = 93

  /// The chance that the base is wrong, in `0...1`.
  public var errorProbability: Double { phredErrorProbabilities[Int(min(value, Self.highest))] }

  /// Orders scores by their value.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// The error probability of each Phred score from 0 to 93.
public let phredErrorProbabilities: [Double] = {
  // Powers of 10^(-1/10) by repeated multiplication keep this module free of a maths library.
  let step = 0.794_328_234_724_281_5
  return (0...Int(PhredScore.highest)).map { score in
    (0..<score).reduce(1.0) { product, _ in product * step }
  }
}()
