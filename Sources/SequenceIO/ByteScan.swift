import CompressionShims
import Nucleotides

/// Appends bytes to an output span that has room for them.
func append(_ bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
  precondition(bytes.count <= output.freeCapacity, "no room for \(bytes.count) bytes")
  // SAFETY: the room was checked; source and target are different buffers that live during the
  // call.
  unsafe bytes.withUnsafeBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { target, filled in
      guard let from = source.baseAddress, let to = target.baseAddress else { return }
      unsafe memcpy(to + filled, from, source.count)
      filled += source.count
    }
  }
}

extension Span<UInt8> {
  /// The offset of the first line feed at or after an offset; `nil` if there is none.
  @inline(__always)
  package func lineFeed(from start: Int) -> Int? {
    guard start < count else { return nil }
    // SAFETY: `start` lies inside the span, and memchr stops at its end.
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether all bytes of a range are upper-case A, C, G, T or N, which nearly all reads are.
  ///
  /// First without N, which few reads have.
  @inline(__always)
  package func arePlainBases(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the bytes")
    // SAFETY: the range was checked.
    return unsafe withUnsafeBufferPointer { bytes in
      let part = unsafe UnsafeBufferPointer(rebasing: bytes[range])
      let toACGT = unsafe Self.union(part) { letter in
        // A and C differ in one bit.
        let toAOrC = (letter & ~2) ^ UInt8(ascii: "A")
        let toGOrT = Swift.min(letter ^ UInt8(ascii: "G"), letter ^ UInt8(ascii: "T"))
        return Swift.min(toAOrC, toGOrT)
      }
      if toACGT == 0 { return true }
      // SAFETY: the same bytes, inside the same call.
      return unsafe Self.union(part) { letter in
        let toAOrC = (letter & ~2) ^ UInt8(ascii: "A")
        let toGOrT = Swift.min(letter ^ UInt8(ascii: "G"), letter ^ UInt8(ascii: "T"))
        return Swift.min(Swift.min(toAOrC, toGOrT), letter ^ UInt8(ascii: "N"))
      } == 0
    }
  }

  /// Whether all bytes of a range are quality characters, `!` to `~`.
  @inline(__always)
  package func areQualities(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the bytes")
    // SAFETY: the range was checked.
    return unsafe withUnsafeBufferPointer { bytes in
      let part = unsafe UnsafeBufferPointer(rebasing: bytes[range])
      // The highest bit is set in bytes above 127, in 127 with one added, and below `!` with `!`
      // taken away.
      return unsafe Self.union(part) { byte in byte | (byte &+ 1) | (byte &- UInt8(ascii: "!")) }
        & 0x80 == 0
    }
  }

  /// The union of the bits that a function makes of each byte.
  ///
  /// The compiler makes the loops ones over vectors. They take 32 bytes at a time, the last time up to
  /// the end whatever was taken before: bytes one by one would cost more than all others.
  @inline(__always)
  private static func union(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ bits: (UInt8) -> UInt8
  ) -> UInt8 {
    var found: UInt8 = 0
    let last = bytes.count &- 32
    guard last >= 0 else {
      // SAFETY: `index` is below the count.
      for index in 0..<bytes.count { found |= unsafe bits(bytes[index]) }
      return found
    }
    // SAFETY: `index` is below the count, and `last` is 32 before it and not negative.
    for index in 0..<(bytes.count & ~31) { found |= unsafe bits(bytes[index]) }
    for index in 0..<32 { found |= unsafe bits(bytes[last &+ index]) }
    return found
  }

  /// The lowest and the highest byte of a range; 255 and 0 if it is empty.
  package func extremes(in range: Range<Int>) -> (lowest: UInt8, highest: UInt8) {
    var (lowest, highest) = (UInt8.max, UInt8.min)
    for offset in range {
      lowest = Swift.min(lowest, self[offset])
      highest = Swift.max(highest, self[offset])
    }
    return (lowest, highest)
  }

  /// The offset of the first byte of a range that is no IUPAC base letter; `nil` if all are.
  package func firstNonBase(in range: Range<Int>) -> Int? {
    for offset in range where baseCodes[Int(self[offset])] > unknownBase { return offset }
    return nil
  }
}

/// How many bytes two ranges have in common at their start.
package func commonPrefix(
  _ first: Span<UInt8>,
  _ range: Range<Int>,
  _ second: Span<UInt8>,
  _ otherRange: Range<Int>
) -> Int {
  precondition(range.upperBound <= first.count && otherRange.upperBound <= second.count)
  precondition(range.lowerBound >= 0 && otherRange.lowerBound >= 0)
  let length = min(range.count, otherRange.count)
  var offset = 0
  // SAFETY: both ranges were checked, and each load ends within the shorter one.
  unsafe first.bytes.withUnsafeBytes { one in
    unsafe second.bytes.withUnsafeBytes { two in
      while offset + 8 <= length {
        let word = unsafe one.loadUnaligned(
          fromByteOffset: range.lowerBound + offset,
          as: UInt64.self
        )
        // SAFETY: as for the first: the loop keeps all eight bytes inside the checked range.
        let other = unsafe two.loadUnaligned(
          fromByteOffset: otherRange.lowerBound + offset,
          as: UInt64.self
        )
        if word != other { break }
        offset += 8
      }
    }
  }
  while offset < length,
    first[range.lowerBound + offset] == second[otherRange.lowerBound + offset]
  { offset += 1 }
  return offset
}
