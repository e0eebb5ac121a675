import Diagnostics

/// The decompressed bytes of a source: plain, gzip (any number of members) or bzip2 (any number
/// of streams).
///
/// Zeros after the last member are padding; anything else there is a fault. A member that does not
/// end before its file is a fault that the codecs do not report: it is found here, at the end of
/// the input.
///
/// On request, BGZF blocks are not inflated here but claimed in runs by whoever has time, and read in
/// order when they are deposited. A block that is not what its header says, and all that follows, is
/// inflated here as any other member, so that faults are the same at the same place.
struct DecodedStream {
  /// What filling an output led to.
  enum Filling {
    /// The output is full.
    case full
    /// The source ended.
    case ended
    /// Blocks must be claimed, or deposited by those who did, before there is more.
    case starved
  }

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
  private var sharesBlocks = false
  private var queue = BlockQueue()
  /// Why the source cannot be read further than `raw`.
  private var sourceFault: Diagnostic?

  private static let rawCapacity = 1 << 18

  init(source: any ByteSource, observer: ((Span<UInt8>) -> Void)?) {
    (self.source, self.observer) = (source, observer)
  }

  /// How the source is compressed; `nil` if it is not or nothing was read yet.
  var kind: Compression? { compression }

  /// Appends decompressed bytes until there is no more room or input.
  mutating func fill(_ output: inout OutputSpan<UInt8>) throws(StreamFault) -> Filling {
    if phase == .unknown { try recognise() }
    while !output.isFull {
      switch queue.take(into: &output) {
      case .empty: break
      case .copied:
        finishedMembers += 1
        continue
      case .waiting where sharesBlocks: return .starved
      case .refused(let isFirst):
        finishedMembers += isFirst ? 0 : 1
        putBack()
        continue
      case .waiting:
        putBack()
        continue
      }
      if sharesBlocks, phase == .between, nextBlock(at: 0) != nil { return .starved }
      if rawPosition == raw.count, !codecIsFull, try !refill() {
        guard let compression, phase == .member else { return .ended }
        throw .truncated(compression)
      }
      switch phase {
      case .unknown, .plain: copy(to: &output)
      case .member: try decode(into: &output)
      case .between: try beginMember()
      case .padding: try skipPadding()
      }
    }
    return .full
  }

  /// Lets BGZF blocks be claimed from now on.
  mutating func shareBlocks() { sharesBlocks = true }

  /// Ends the claiming of blocks: those that were not deposited are inflated here.
  mutating func keepBlocks() { sharesBlocks = false }

  /// Claims the next run of blocks; `nil` if it is no block that follows, or enough are claimed.
  mutating func claimRun() -> BlockRun? {
    guard sharesBlocks, phase == .between, queue.hasRoom else { return nil }
    var ends: [Int] = []
    while ends.count < BlockRun.mostBlocks, let length = nextBlock(at: ends.last ?? 0) {
      ends.append((ends.last ?? 0) + length)
    }
    guard let end = ends.last else { return nil }
    defer { rawPosition += end }
    return queue.claim(raw[rawPosition..<rawPosition + end], ends: ends)
  }

  /// Takes back the contents of a run.
  mutating func deposit(_ run: InflatedRun) { queue.deposit(run) }

  /// The length of a whole block; `nil` if there is none, or its end is missing.
  ///
  /// - Parameter offset: Where it starts, counted from the first byte that was not used.
  /// - Returns: Its length in bytes as stored.
  private mutating func nextBlock(at offset: Int) -> Int? {
    while true {
      switch BGZFHeader(raw.span.extracting(rawPosition + offset..<raw.count)) {
      case .other: return nil
      case .block(let length) where rawPosition + offset + length <= raw.count: return length
      case .block, .cut: guard extend() else { return nil }
      }
    }
  }

  /// Reads further without giving up raw bytes; false if there are no more.
  private mutating func extend() -> Bool {
    guard !sourceEnded else { return false }
    raw.removeFirst(rawPosition)
    rawPosition = 0
    let before = raw.count
    do throws(StreamFault) {
      try readMore()
    } catch {
      if case .source(let diagnostic) = error { sourceFault = diagnostic }
      sourceEnded = true
    }
    return raw.count > before
  }

  /// Makes claimed blocks that were not read the next ones to be inflated here, as everything after
  /// them.
  private mutating func putBack() {
    sharesBlocks = false
    raw = queue.putBack() + raw.dropFirst(rawPosition)
    rawPosition = 0
  }

  /// Reads the next raw bytes; false at the end of the source.
  private mutating func refill() throws(StreamFault) -> Bool {
    if let sourceFault { throw .source(sourceFault) }
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
    phase = compression == nil ? .plain : .between
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
