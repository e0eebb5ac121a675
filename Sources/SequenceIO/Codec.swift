/// What is wrong with a piece of compressed data.
enum CodecFault: Error {
  /// The bytes do not begin a member of this format.
  case noMember
  /// The bytes cannot be what a compressor wrote.
  case damaged
  /// The contents do not match the checksum stored with them.
  case checksum
}

/// How far one call to a codec got.
struct CodecProgress {
  /// How many bytes of the input were used.
  var consumed: Int
  /// Whether the member ended with the last of them, its checksum right.
  var isMemberEnd: Bool
}

/// A decompressor of one member (gzip) or stream (bzip2) after another.
protocol Codec: AnyObject {
  /// Makes ready for the first byte of a member.
  func restart()

  /// Decompresses until the input is used up, the output is full or the member ends.
  ///
  /// With empty input it hands out what it still holds.
  func decode(
    _ input: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) throws(CodecFault) -> CodecProgress
}
