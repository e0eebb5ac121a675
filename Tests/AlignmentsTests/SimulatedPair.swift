import Alignments
import Nucleotides
import SimulatedReads

/// A fragment read from both ends, with errors as often as the qualities say.
struct SimulatedPair {
  /// The fragment's true bases.
  var fragment: [UInt8]
  /// The first mate.
  var first = ReadBuffer()
  /// The second mate, reverse-complemented to the fragment's strand.
  var second = ReadBuffer()

  /// How a base's quality is drawn.
  enum Qualities {
    /// All alike, and no base wrong.
    case constant(UInt8)
    /// Falling from about 38 to about 20 along each read, as Illumina's do.
    case falling
  }

  /// Reads a fragment; what lies beyond its ends is adapter.
  init(
    _ fragment: [UInt8],
    lengths: (first: Int, second: Int),
    qualities: Qualities,
    using random: inout SeededGenerator
  ) {
    self.fragment = fragment
    let adapter = (0..<max(lengths.first, lengths.second)).map { _ in UInt8(random.below(4)) }
    let other = (0..<max(lengths.first, lengths.second)).map { _ in UInt8(random.below(4)) }
    first = Self.read(Array((fragment + adapter).prefix(lengths.first)), qualities, &random)
    let back = fragment.reversed().map(complement) + other
    second = Self.read(Array(back.prefix(lengths.second)), qualities, &random)
    second.reverseComplement()
  }

  private static func read(
    _ bases: [UInt8],
    _ qualities: Qualities,
    _ random: inout SeededGenerator
  ) -> ReadBuffer {
    var read = ReadBuffer()
    for (cycle, base) in bases.enumerated() {
      let quality: UInt8 =
        switch qualities {
        case .constant(let value): value
        case .falling: UInt8(38 - 18 * cycle / bases.count - random.below(5))
        }
      let isWrong =
        switch qualities {
        case .constant: false
        case .falling: random.unit() < phredErrorProbabilities[Int(quality)]
        }
      read.codes.append(isWrong ? (base + 1 + UInt8(random.below(3))) % 4 : base)
      read.qualities.append(quality)
    }
    return read
  }

  /// Random bases.
  static func bases(_ count: Int, using random: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8(random.below(4)) }
  }
}
