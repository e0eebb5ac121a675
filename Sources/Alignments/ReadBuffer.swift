import Nucleotides

/// A read, or the consensus of a pair, as base codes with qualities.
///
/// Reused from read to read: the arrays keep their memory.
package struct ReadBuffer: Sendable {
  /// Base codes 0…4, 5′ to 3′.
  package var codes: [UInt8] = []
  /// Phred scores, one a base; for reads without qualities `assumedQuality`.
  package var qualities: [UInt8] = []

  /// The score given to bases of a FASTA read, whose quality nobody stated.
  package static let assumedQuality: UInt8 = 40

  /// Creates an empty buffer.
  package init() {}

  /// How many bases there are.
  package var count: Int { codes.count }

  /// Removes all bases and keeps the memory.
  package mutating func clear() {
    codes.removeAll(keepingCapacity: true)
    qualities.removeAll(keepingCapacity: true)
  }

  /// Turns the read into its reverse complement, qualities with it.
  package mutating func reverseComplement() {
    codes.reverse()
    qualities.reverse()
    for index in codes.indices { codes[index] = complement(codes[index]) }
  }

  /// Appends some bases of another read with their scores.
  mutating func append(_ part: Range<Int>, of other: ReadBuffer) {
    codes.append(contentsOf: other.codes[part])
    qualities.append(contentsOf: other.qualities[part])
  }

  /// Cuts off the first bases.
  package mutating func drop(_ count: Int) {
    codes.removeFirst(count)
    qualities.removeFirst(count)
  }
}
