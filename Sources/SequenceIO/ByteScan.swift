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
  func lineFeed(from start: Int) -> Int? {
    guard start < count else { return nil }
    // SAFETY: `start` lies inside the span, and memchr stops at its end.
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether all bytes of a range are upper-case A, C, G, T or N.
  ///
  /// Sixteen at a time: the answer for nearly all reads; others are looked up one by one.
  @inline(__always)
  func arePlainBases(in range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the bytes")
    guard range.count >= 16 else {
      for offset in range where !Self.isPlainBase(self[offset]) { return false }
      return true
    }
    // SAFETY: the range was checked; each load lies inside it because it is 16 bytes or longer.
    return unsafe withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var offset = range.lowerBound
      let last = range.upperBound - 16
      var known = SIMDMask<SIMD16<Int8>>(repeating: true)
      while true {
        let letters = unsafe raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        let isACGT =
          (letters .== UInt8(ascii: "A")) .| (letters .== UInt8(ascii: "C"))
          .| (letters .== UInt8(ascii: "G")) .| (letters .== UInt8(ascii: "T"))
        known = known .& (isACGT .| (letters .== UInt8(ascii: "N")))
        if offset == last { return all(known) }
        offset = Swift.min(offset &+ 16, last)
      }
    }
  }

  /// The lowest and the highest byte of a range; 255 and 0 if it is empty.
  @inline(__always)
  func extremes(in range: Range<Int>) -> (lowest: UInt8, highest: UInt8) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the bytes")
    guard range.count >= 16 else {
      var (lowest, highest) = (UInt8.max, UInt8.min)
      for offset in range {
        lowest = Swift.min(lowest, self[offset])
        highest = Swift.max(highest, self[offset])
      }
      return (lowest, highest)
    }
    // SAFETY: the range was checked; each load lies inside it because it is 16 bytes or longer.
    return unsafe withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var lowest = SIMD16<UInt8>(repeating: .max)
      var highest = SIMD16<UInt8>(repeating: .min)
      var offset = range.lowerBound
      let last = range.upperBound - 16
      while true {
        let values = unsafe raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        lowest = pointwiseMin(lowest, values)
        highest = pointwiseMax(highest, values)
        if offset == last { return (lowest.min(), highest.max()) }
        offset = Swift.min(offset &+ 16, last)
      }
    }
  }

  /// The offset of the first byte of a range that is no IUPAC base letter; `nil` if all are.
  func firstNonBase(in range: Range<Int>) -> Int? {
    for offset in range where baseCodes[Int(self[offset])] > unknownBase { return offset }
    return nil
  }

  private static func isPlainBase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"),
      UInt8(ascii: "N"):
      true
    default: false
    }
  }
}
