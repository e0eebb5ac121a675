/// What the start of a gzip member says about its length.
///
/// BGZF (SAM specification, section 4.1) is gzip whose members, called blocks, state their
/// compressed length in an extra field `BC`, so that they are found without being inflated.
package enum BGZFHeader: Hashable, Sendable {
  /// A block of so many compressed bytes, header and checksum included.
  case block(length: Int)
  /// The bytes end before the length.
  case cut
  /// The bytes begin something else.
  case other

  /// The most bytes that a block holds inflated.
  static let longestContents = 1 << 16

  private static let fixedLength = 12
  /// The fewest bytes of deflate data and of checksum and length after a header.
  private static let shortestBody = 2 + 8

  /// Judges the bytes at hand.
  ///
  /// - Parameter bytes: What follows the last member.
  package init(_ bytes: Span<UInt8>) {
    let start: [UInt8] = [0x1F, 0x8B, 0x08, 0x04]
    let known = min(bytes.count, start.count)
    guard bytes.extracting(0..<known).starts(with: Array(start.prefix(known))) else {
      self = .other
      return
    }
    guard bytes.count >= Self.fixedLength else {
      self = .cut
      return
    }
    let end = Self.fixedLength + Self.number(bytes, 10)
    guard bytes.count >= end else {
      self = .cut
      return
    }
    let length = Self.length(statedIn: bytes.extracting(Self.fixedLength..<end))
    if let length, length >= end + Self.shortestBody {
      self = .block(length: length)
    } else {
      self = .other
    }
  }

  /// The length that the field `BC` of a header states; `nil` if there is no such field.
  private static func length(statedIn extra: Span<UInt8>) -> Int? {
    var offset = 0
    while offset + 4 <= extra.count {
      let field = offset + 4..<offset + 4 + number(extra, offset + 2)
      guard field.upperBound <= extra.count else { return nil }
      if extra[offset] == UInt8(ascii: "B"), extra[offset + 1] == UInt8(ascii: "C"),
        field.count == 2
      {
        return number(extra, field.lowerBound) + 1
      }
      offset = field.upperBound
    }
    return nil
  }

  private static func number(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }
}
