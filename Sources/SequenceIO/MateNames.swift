/// How the names of the two reads of a pair are compared.
///
/// A name is a header up to its first space or tab, without a final `/1` or `/2`.
package enum MateNames {
  /// Whether a byte ends a name.
  @inline(__always)
  static func isSeparator(_ byte: UInt8) -> Bool { isBlank(byte) }

  /// Whether two headers name the same pair.
  package static func agree(
    _ first: Span<UInt8>,
    _ firstHeader: Range<Int>,
    _ second: Span<UInt8>,
    _ secondHeader: Range<Int>
  ) -> Bool {
    let common = commonPrefix(first, firstHeader, second, secondHeader)
    // Headers differ first in their comments: the separator is close to the difference.
    var place = firstHeader.lowerBound + common
    while place > firstHeader.lowerBound {
      place -= 1
      if isSeparator(first[place]) { return true }
    }
    let length = stem(first, firstHeader, from: common).count
    return length == stem(second, secondHeader, from: common).count && common >= length
  }

  /// Which mate a header says it is, by `/1` or by a comment like `1:N:0:ACGT`; `nil` if it does
  /// not say.
  package static func mate(_ bytes: Span<UInt8>, _ header: Range<Int>) -> Int? {
    let end = nameEnd(bytes, header, from: 0)
    let name = header.lowerBound..<end
    if name.count > 2, bytes[end - 2] == UInt8(ascii: "/"), let mate = number(bytes[end - 1]) {
      return mate
    }
    guard end + 3 < header.upperBound, bytes[end + 2] == UInt8(ascii: ":"),
      bytes[end + 3] == UInt8(ascii: "N") || bytes[end + 3] == UInt8(ascii: "Y")
    else { return nil }
    return number(bytes[end + 1])
  }

  /// The part of a header that both mates share; no separator lies in the first `known` bytes.
  private static func stem(
    _ bytes: Span<UInt8>,
    _ header: Range<Int>,
    from known: Int
  ) -> Range<Int> {
    let end = nameEnd(bytes, header, from: known)
    let name = header.lowerBound..<end
    let hasSuffix =
      name.count > 2 && bytes[end - 2] == UInt8(ascii: "/") && number(bytes[end - 1]) != nil
    return hasSuffix ? name.dropLast(2) : name
  }

  private static func nameEnd(
    _ bytes: Span<UInt8>,
    _ header: Range<Int>,
    from known: Int
  ) -> Int {
    var end = header.lowerBound + known
    while end < header.upperBound, !isSeparator(bytes[end]) { end += 1 }
    return end
  }

  private static func number(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "1"): 1
    case UInt8(ascii: "2"): 2
    default: nil
    }
  }
}
