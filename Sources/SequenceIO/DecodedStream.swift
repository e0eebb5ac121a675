import Diagnostics

/// The decompressed bytes of a source: plain, gzip (any number of members) or bzip2 (any number
/// of streams).
///
/// Zeros after the last member are padding; anything else there is a fault. A member that does not
/// end before its file is a fault that the codecs do not report: it is found here, at the end of
/// the input.
struct DecodedStream {
  /// How many raw bytes of the source were read.
  private(set) var rawBytesRead = 0

  private enum Phase {
    case unknown
    case plain
    case member
    case between
    case padding
  }

  private var source: any ByteSource
  private let observer: ((Span<UInt8>) -> Void)?
  private var raw: [UInt8] = []
  private var rawPosition = 0
  private var sourceEnded = false
  private var phase = Phase.unknown
  private var compression: Compression?
  private var codec: (any Codec)?
  /// Whether the codec may hold output that had no room.
  private var codecIsFull = false
  private var finishedMembers = 0

  private static let rawCapacity = 1 << 18

  init(source: any ByteSource, observer: ((Span<UInt8>) -> Void)?) {
    (self.source, self.observer) = (source, observer)
  }

  /// How the source is compressed; `nil` if it is not or nothing was read yet.
  var kind: Compression? { compression }

  /// Appends decompressed bytes until there is no more room or input.
  ///
  /// - Returns: Whether more may come; false at the end of the source.
  mutating func fill(_ output: inout OutputSpan<UInt8>) throws(StreamFault) -> Bool {
    if phase == .unknown { try recognise() }
    while !output.isFull {
      if rawPosition == raw.count, !codecIsFull, try !refill() {
        guard let compression, phase == .member else { return false }
        throw .truncated(compression)
      }
      switch phase {
      case .unknown, .plain: copy(to: &output)
      case .member: try decode(into: &output)
      case .between: try beginMember()
      case .padding: try skipPadding()
      }
    }
    return true
  }

  /// Reads the next raw bytes; false at the end of the source.
  private mutating func refill() throws(StreamFault) -> Bool {
    guard !sourceEnded else { return false }
    raw.removeAll(keepingCapacity: true)
    rawPosition = 0
    try readMore()
    return !raw.isEmpty
  }

  private mutating func readMore() throws(StreamFault) {
    let before = raw.count
    do throws(Diagnostic) {
      raw.reserveCapacity(before + Self.rawCapacity)
      try raw.append(addingCapacity: Self.rawCapacity) {
        (output: inout OutputSpan<UInt8>) throws(Diagnostic) in
        try source.read(into: &output)
      }
    } catch {
      throw .source(error)
    }
    rawBytesRead += raw.count - before
    if raw.count == before {
      sourceEnded = true
    } else if let observer {
      observer(raw.span.extracting(before..<raw.count))
    }
  }

  private mutating func recognise() throws(StreamFault) {
    while raw.count < 3, !sourceEnded { try readMore() }
    compression = Compression(start: raw.span)
    codec = compression?.makeCodec()
    phase = compression == nil ? .plain : .member
  }

  private mutating func copy(to output: inout OutputSpan<UInt8>) {
    let count = min(output.freeCapacity, raw.count - rawPosition)
    append(raw.span.extracting(rawPosition..<rawPosition + count), to: &output)
    rawPosition += count
  }

  private mutating func decode(into output: inout OutputSpan<UInt8>) throws(StreamFault) {
    guard let codec, let compression else { return }
    do throws(CodecFault) {
      let rest = rawPosition..<raw.count
      let progress = try codec.decode(raw.span.extracting(rest), into: &output)
      rawPosition += progress.consumed
      codecIsFull = output.isFull
      if progress.isMemberEnd {
        finishedMembers += 1
        codecIsFull = false
        phase = .between
      }
    } catch {
      switch error {
      case .noMember where finishedMembers > 0:
        throw .trailing(compression, byte: compression == .gzip ? 0x1F : UInt8(ascii: "B"))
      case .noMember, .damaged: throw .damaged(compression)
      case .checksum: throw .checksum(compression)
      }
    }
  }

  private mutating func beginMember() throws(StreamFault) {
    guard let codec, let compression else { return }
    let byte = raw[rawPosition]
    switch (compression, byte) {
    case (_, 0): phase = .padding
    case (.gzip, 0x1F), (.bzip2, UInt8(ascii: "B")):
      codec.restart()
      phase = .member
    default: throw .trailing(compression, byte: byte)
    }
  }

  private mutating func skipPadding() throws(StreamFault) {
    guard let compression else { return }
    for byte in raw[rawPosition...] where byte != 0 { throw .trailing(compression, byte: byte) }
    rawPosition = raw.count
  }
}
