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
  /// The loop has no branch, so that the compiler makes it one over vectors.
  @inline(__always)
  package func arePlainBases(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the bytes")
    // SAFETY: the range was checked.
    return unsafe withUnsafeBufferPointer { bytes in
      var worst: UInt8 = 0
      for offset in range {
        let letter = unsafe bytes[offset]
        let toAOrC = Swift.min(letter ^ UInt8(ascii: "A"), letter ^ UInt8(ascii: "C"))
        let toGOrT = Swift.min(letter ^ UInt8(ascii: "G"), letter ^ UInt8(ascii: "T"))
        let toACGT = Swift.min(toAOrC, toGOrT)
        worst |= Swift.min(toACGT, letter ^ UInt8(ascii: "N"))
      }
      return worst == 0
    }
  }

  /// The lowest and the highest byte of a range; 255 and 0 if it is empty.
  @inline(__always)
  package func extremes(in range: Range<Int>) -> (lowest: UInt8, highest: UInt8) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the bytes")
    // SAFETY: the range was checked.
    return unsafe withUnsafeBufferPointer { bytes in
      var (lowest, highest) = (UInt8.max, UInt8.min)
      for offset in range {
        let byte = unsafe bytes[offset]
        lowest = Swift.min(lowest, byte)
        highest = Swift.max(highest, byte)
      }
      return (lowest, highest)
    }
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
