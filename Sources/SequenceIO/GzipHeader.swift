/// Skips the header of a gzip member (RFC 1952, section 2.3), byte by byte.
///
/// ISA-L can do this too, but miscounts the header's checksum if the header comes in pieces. That
/// checksum is skipped here: it covers nothing but the header.
struct GzipHeader {
  private enum Part {
    case fixed
    case extraLength
    case extra
    case name
    case comment
    case checksum
    case end
  }

  private static let fixedLength = 10
  private var part = Part.fixed
  /// How many bytes of the part were taken.
  private var taken = 0
  private var flags: UInt8 = 0
  private var extraLength = 0

  /// Whether the header is complete.
  var isComplete: Bool { part == .end }

  /// Takes the next byte of a header that is not complete.
  ///
  /// - Throws: `noMember` if the byte does not belong to a header.
  mutating func take(_ byte: UInt8) throws(CodecFault) {
    taken += 1
    switch part {
    case .fixed: try takeFixed(byte)
    case .extraLength:
      extraLength |= Int(byte) << (taken == 2 ? 8 : 0)
      if taken == 2 { advance(from: extraLength > 0 ? .extraLength : .extra) }
    case .extra:
      if taken == extraLength { advance(from: .extra) }
    case .name:
      if byte == 0 { advance(from: .name) }
    case .comment:
      if byte == 0 { advance(from: .comment) }
    case .checksum:
      if taken == 2 { advance(from: .checksum) }
    case .end: preconditionFailure("the header is complete")
    }
  }

  private mutating func takeFixed(_ byte: UInt8) throws(CodecFault) {
    let isRight =
      switch taken {
      case 1: byte == 0x1F
      case 2: byte == 0x8B
      case 3: byte == 8
      case 4: byte & 0xE0 == 0
      default: true
      }
    guard isRight else { throw .noMember }
    if taken == 4 { flags = byte }
    if taken == Self.fixedLength { advance(from: .fixed) }
  }

  /// Goes on to the next part that the flags announce.
  private mutating func advance(from done: Part) {
    taken = 0
    switch done {
    case .fixed where flags & 0x04 != 0: part = .extraLength
    case .extraLength: part = .extra
    case .fixed where flags & 0x08 != 0, .extra where flags & 0x08 != 0: part = .name
    case .fixed where flags & 0x10 != 0, .extra where flags & 0x10 != 0,
      .name where flags & 0x10 != 0:
      part = .comment
    case .fixed, .extra, .name, .comment: part = flags & 0x02 != 0 ? .checksum : .end
    case .checksum, .end: part = .end
    }
  }
}
