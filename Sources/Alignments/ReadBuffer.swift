import Nucleotides

/// A read, or the consensus of a pair, as base codes with qualities.
///
/// Reused from read to read: the arrays keep their memory.
package struct ReadBuffer: Sendable {
  /// Base codes 0…4, 5′ to 3′.
  package var codes: [UInt8] = []
  /// Phred scores, one a base; for reads without qualities `assumedQuality`.
  package var qualities: [UInt8] = []

  /// The Phred score given to bases of a FASTA read, whose quality nobody stated.
  ///
  /// Chosen here: what is written as FASTA was checked or is a consensus, so it is believed like a
  /// good base of a read, one error in 10,000.
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

  /// Makes room for a number of bases; which ones they are is not said.
  mutating func resize(to count: Int) {
    Self.resize(&codes, to: count)
    Self.resize(&qualities, to: count)
  }

  private static func resize(_ bytes: inout [UInt8], to count: Int) {
    if bytes.count > count {
      bytes.removeLast(bytes.count - count)
    } else if bytes.count < count {
      bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
    }
  }

  /// Sets the bases from a place on to some bases of another read, with their scores.
  mutating func take(_ part: Range<Int>, of other: ReadBuffer, at place: Int) {
    Self.copy(other.codes, part, to: &codes, at: place)
    Self.copy(other.qualities, part, to: &qualities, at: place)
  }

  private static func copy(
    _ source: [UInt8],
    _ part: Range<Int>,
    to target: inout [UInt8],
    at place: Int
  ) {
    precondition(
      part.lowerBound >= 0 && part.upperBound <= source.count && place >= 0
        && place + part.count <= target.count,
      "bytes \(part) of \(source.count) to \(place) of \(target.count)"
    )
    // SAFETY: the precondition keeps the part and its copy inside the two different buffers.
    unsafe source.withUnsafeBufferPointer { source in
      unsafe target.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        unsafe (to + place).update(from: from + part.lowerBound, count: part.count)
      }
    }
  }

  /// Cuts off the first bases.
  package mutating func drop(_ count: Int) {
    codes.removeFirst(count)
    qualities.removeFirst(count)
  }
}
