/// The first byte at or after an offset that ends no line; `nil` if there are only empty lines.
func firstContent(of bytes: Span<UInt8>, from start: Int) -> UInt8? {
  var position = start
  while position < bytes.count {
    guard bytes[position] == 0x0A || bytes[position] == 0x0D else { return bytes[position] }
    position += 1
  }
  return nil
}

/// The end of a line without its carriage return, given the place of its line feed.
@inline(__always)
func trimmed(_ lineFeed: Int, in bytes: Span<UInt8>) -> Int {
  lineFeed > 0 && bytes[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
}

/// Where the next line starts if a line ends at an offset, with or without a carriage return;
/// `nil` if it does not end there or the bytes do.
@inline(__always)
func lineEnd(at offset: Int, in bytes: Span<UInt8>) -> Int? {
  guard offset < bytes.count else { return nil }
  if bytes[offset] == 0x0A { return offset + 1 }
  guard bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A else {
    return nil
  }
  return offset + 2
}

/// Whether a byte is a space or a tab.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
