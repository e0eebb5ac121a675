public import Diagnostics

/// Reads the records of one FASTQ or FASTA file, plain, gzip or bzip2, in batches.
///
/// Format and compression are recognised by content. A reader belongs to one task at a time; move
/// it into the task or keep it behind a lock.
///
/// ```swift
/// let reader = try SequenceReader(path: "reads.fastq.gz")
/// while let batch = try reader.next() {
///   for index in 0..<batch.count { use(batch.bases(index)) }
/// }
/// ```
public final class SequenceReader {
  /// The most records a batch has unless the caller says otherwise.
  public static let defaultLimit = 4_096

  /// The file as the user named it; `-` is standard input.
  public let path: String
  /// The file's size in bytes as stored; `nil` for pipes.
  public let rawSize: Int?

  private enum Parser {
    case fastq(FASTQParser)
    case fasta(FASTAParser)
  }

  private var stream: DecodedStream
  private let permitsGaps: Bool
  private var parser: Parser?
  /// Bytes that were decompressed but belong to records after the last batch.
  private var carried: [UInt8] = []
  /// Whether the stream delivered all its bytes or failed.
  private var hasEnded = false
  private var fault: StreamFault?
  private var failure: Diagnostic?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - permitsGaps: Whether `.` and `-` may stand among the bases of FASTA, as in alignments.
  ///   - observer: Is shown the raw bytes of the file, piece by piece as they are read.
  /// - Throws: `FILE-MISSING` or `READ-DIRECTORY` if there is no such file.
  public convenience init(
    path: String,
    permitsGaps: Bool = false,
    observer: ((Span<UInt8>) -> Void)? = nil
  ) throws(Diagnostic) {
    self.init(
      source: try FileSource(path: path),
      permitsGaps: permitsGaps,
      observer: observer
    )
  }

  /// Creates a reader of any source of bytes.
  ///
  /// - Parameters:
  ///   - source: The raw bytes.
  ///   - permitsGaps: Whether `.` and `-` may stand among the bases of FASTA, as in alignments.
  ///   - observer: Is shown the raw bytes, piece by piece as they are read.
  public init(
    source: any ByteSource,
    permitsGaps: Bool = false,
    observer: ((Span<UInt8>) -> Void)? = nil
  ) {
    (path, rawSize) = (source.path, source.size)
    self.permitsGaps = permitsGaps
    stream = DecodedStream(source: source, observer: observer)
  }

  /// How many raw bytes were read so far.
  public var rawBytesRead: Int { stream.rawBytesRead }

  /// How many records were read so far.
  public var recordsRead: Int {
    switch parser {
    case .fastq(let parser): parser.records
    case .fasta(let parser): parser.records
    case nil: 0
    }
  }

  /// Reads the next records; `nil` at the end of the file.
  ///
  /// - Parameter limit: The most records the batch has, at least 1; fewer come at the end only.
  /// - Returns: The batch, never empty.
  /// - Throws: The first fault of the file; the same one again if called again.
  public func next(limit: Int = defaultLimit) throws(Diagnostic) -> RecordBatch? {
    var batch = RecordBatch()
    return try next(limit: limit, into: &batch) ? batch : nil
  }

  /// Reads the next records into a batch whose memory is used again.
  ///
  /// - Parameters:
  ///   - limit: The most records the batch has, at least 1; fewer come at the end only.
  ///   - batch: Receives the records; what it held is gone.
  /// - Returns: Whether there were any; false at the end of the file.
  /// - Throws: The first fault of the file; the same one again if called again.
  public func next(
    limit: Int = defaultLimit,
    into batch: inout RecordBatch
  ) throws(Diagnostic) -> Bool {
    if let failure { throw failure }
    do throws(Diagnostic) {
      try fill(&batch, limit: max(1, limit))
    } catch {
      failure = error
      throw error
    }
    return batch.count > 0
  }

  private func fill(_ batch: inout RecordBatch, limit: Int) throws(Diagnostic) {
    batch.clear()
    batch.path = path
    batch.bytes.append(contentsOf: carried)
    carried.removeAll(keepingCapacity: true)
    if parser == nil { try recognise(&batch.bytes) }
    batch.firstRecord = recordsRead + 1
    if case .fastq = parser { batch.hasQualities = true } else { batch.hasQualities = false }
    var position = 0
    // The bytes of an incomplete record are searched again with each piece: pieces grow with it.
    let piece = min(max(limit * 256, 1 << 12), 1 << 18)
    while true {
      position = try parse(&batch.bytes, from: position, limit: limit, into: &batch.layouts)
      if batch.count == limit { break }
      guard !hasEnded else {
        try finish(&batch.bytes, from: position, into: &batch.layouts)
        return
      }
      pull(max(piece, batch.bytes.count - position), into: &batch.bytes)
    }
    carried.append(contentsOf: batch.bytes[position...])
    batch.bytes.removeLast(batch.bytes.count - position)
  }

  /// Decompresses so many more bytes, fewer at the end only; keeps a fault for later, so that the
  /// records before it are read first.
  private func pull(_ count: Int, into bytes: inout [UInt8]) {
    if bytes.capacity - bytes.count < count {
      bytes.reserveCapacity(max(bytes.count + count, 2 * bytes.capacity))
    }
    bytes.append(addingCapacity: count) { output in
      do throws(StreamFault) {
        hasEnded = try !stream.fill(&output)
      } catch {
        (fault, hasEnded) = (error, true)
      }
    }
    guard hasEnded, fault == nil, let last = bytes.last, last != 0x0A else { return }
    bytes.append(0x0A)
  }

  private func recognise(_ bytes: inout [UInt8]) throws(Diagnostic) {
    while bytes.count < ContentKind.length, !hasEnded { pull(1 << 12, into: &bytes) }
    switch ContentKind(start: bytes.span) {
    case .fastq: parser = .fastq(FASTQParser())
    case .fasta: parser = .fasta(FASTAParser(permitsGaps: permitsGaps))
    case .empty: break
    case .other(let name):
      try checkStream()
      throw Diagnostic(
        code: "READ-FORMAT",
        message: "found \(name), expected FASTQ ('@') or FASTA ('>')",
        location: .init(path: path)
      )
    }
  }

  private func parse(
    _ bytes: inout [UInt8],
    from position: Int,
    limit: Int,
    into layouts: inout [ReadLayout]
  ) throws(Diagnostic) -> Int {
    do throws(ReadSyntaxError) {
      switch parser {
      case .fastq(var fastq):
        defer { parser = .fastq(fastq) }
        return try fastq.parse(bytes.span, from: position, limit: limit, into: &layouts)
      case .fasta(var fasta):
        defer { parser = .fasta(fasta) }
        var span = bytes.mutableSpan
        return try fasta.parse(
          &span,
          from: position,
          limit: limit,
          isLast: hasEnded && fault == nil,
          into: &layouts
        )
      case nil: return position
      }
    } catch {
      try checkStream()
      throw error.diagnostic(in: path)
    }
  }

  /// Handles what is left after the last record: nothing, or a fault.
  private func finish(
    _ bytes: inout [UInt8],
    from position: Int,
    into layouts: inout [ReadLayout]
  ) throws(Diagnostic) {
    try checkStream()
    guard case .fastq(var fastq) = parser else { return }
    do throws(ReadSyntaxError) {
      var end = position
      if fastq.lacksLastLineFeed(bytes.span, from: position) {
        bytes.append(0x0A)
        let limit = layouts.count + 1
        end = try fastq.parse(bytes.span, from: position, limit: limit, into: &layouts)
      }
      try fastq.finish(bytes.span, from: end)
      parser = .fastq(fastq)
    } catch {
      throw error.diagnostic(in: path)
    }
  }

  /// Throws the stream's fault, if it has one in what remains: a damaged file shows first as a
  /// record that makes no sense, and the damage is the cause to name.
  private func checkStream() throws(Diagnostic) {
    var rest: [UInt8] = []
    while stream.kind != nil, !hasEnded {
      rest.removeAll(keepingCapacity: true)
      pull(1 << 18, into: &rest)
    }
    guard let fault else { return }
    throw fault.diagnostic(in: path, record: recordsRead + 1)
  }
}
