/// How a file is compressed, recognised by its first bytes.
enum Compression: String {
  case gzip
  case bzip2

  /// Recognises a compression; `nil` if the bytes begin neither kind.
  ///
  /// - Parameter start: The first bytes of the file, three or all there are.
  init?(start: Span<UInt8>) {
    if start.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if start.starts(with: Array("BZh".utf8)) {
      self = .bzip2
    } else {
      return nil
    }
  }

  /// What the format calls the pieces that may follow one another.
  var memberName: String { self == .gzip ? "member" : "stream" }

  /// A decompressor, ready for the first member.
  func makeCodec() -> any Codec {
    switch self {
    case .gzip: GzipInflater()
    case .bzip2: Bzip2Inflater()
    }
  }
}

extension Span<UInt8> {
  /// Whether the first bytes are these.
  func starts(with bytes: [UInt8]) -> Bool {
    guard count >= bytes.count else { return false }
    for (offset, byte) in bytes.enumerated() where self[offset] != byte { return false }
    return true
  }
}
