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

  /// The decompressed bytes.
  var stream: DecodedStream
  private let permitsGaps: Bool
  private var parser: RecordParser?
  /// Bytes that were decompressed but belong to records after the last batch.
  private var carried: [UInt8] = []
  /// Whether the stream delivered all its bytes or failed.
  private var hasEnded = false
  private var fault: StreamFault?
  private var failure: Diagnostic?
  /// Whether a batch was begun and waits for blocks to be inflated.
  private var isUnfinished = false
  /// The batch that was begun; in between, memory for another.
  private var unfinished = RecordBatch()
  /// Where the next record starts in the bytes of the batch.
  private var position = 0
  /// How many more bytes to decompress before records are looked for.
  private var wanted = 0
  /// What a record broke, if the stream is whole.
  private var doubt: Diagnostic?

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
  public var recordsRead: Int { parser?.records ?? 0 }

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
    switch try advance(limit: limit, into: &batch) {
    case .filled: return true
    case .ended: return false
    case .starved:
      preconditionFailure("blocks are shared: a reader for several tasks is read by one")
    }
  }

  /// What reading into a batch led to.
  package enum Outcome: Sendable {
    /// The batch has records.
    case filled
    /// There are no more records.
    case ended
    /// Blocks must be claimed, or deposited by those who did, before the batch is filled.
    case starved
  }

  /// Reads the next records into a batch, or as many as there are bytes for.
  ///
  /// - Parameters:
  ///   - limit: The most records the batch has, at least 1; fewer come at the end only.
  ///   - batch: Receives the records when it is filled; what it held is gone.
  /// - Returns: Whether there were any; `starved` if blocks are shared and are to be inflated first.
  /// - Throws: The first fault of the file; the same one again if called again.
  func advance(limit: Int, into batch: inout RecordBatch) throws(Diagnostic) -> Outcome {
    if let failure { throw failure }
    do throws(Diagnostic) {
      return try fill(&batch, limit: max(1, limit))
    } catch {
      failure = error
      throw error
    }
  }

  private func fill(_ batch: inout RecordBatch, limit: Int) throws(Diagnostic) -> Outcome {
    if isUnfinished { swap(&batch, &unfinished) } else { begin(&batch) }
    // The bytes of an incomplete record are searched again with each piece: pieces grow with it.
    let piece = min(max(limit * 256, 1 << 12), 1 << 18)
    while true {
      guard pull(into: &batch.bytes) else {
        swap(&batch, &unfinished)
        isUnfinished = true
        return .starved
      }
      if let doubt {
        if hasEnded { throw fault?.diagnostic(in: path, record: recordsRead + 1) ?? doubt }
      } else {
        do throws(Diagnostic) {
          if parser == nil { try recognise(&batch) }
          try parse(&batch, limit: limit)
          if batch.count >= limit { break }
          if hasEnded {
            try finish(&batch)
            isUnfinished = false
            return batch.count > 0 ? .filled : .ended
          }
        } catch {
          // A damaged file shows first as a record that makes no sense, and the damage is the cause to
          // name: what remains is read for it.
          guard stream.kind != nil, !hasEnded else {
            throw fault?.diagnostic(in: path, record: recordsRead + 1) ?? error
          }
          doubt = error
        }
      }
      if doubt != nil {
        batch.clear()
        position = 0
      }
      wanted = max(piece, batch.bytes.count - position)
    }
    isUnfinished = false
    carried.append(contentsOf: batch.bytes[position...])
    batch.bytes.removeLast(batch.bytes.count - position)
    return .filled
  }

  private func begin(_ batch: inout RecordBatch) {
    if batch.bytes.capacity < unfinished.bytes.capacity { swap(&batch, &unfinished) }
    batch.clear()
    batch.path = path
    batch.firstRecord = recordsRead + 1
    batch.hasQualities = parser?.hasQualities ?? false
    batch.bytes.append(contentsOf: carried)
    carried.removeAll(keepingCapacity: true)
    position = 0
    wanted = parser == nil ? 1 << 12 : 0
  }

  /// Decompresses the bytes that are wanted, fewer at the end only; keeps a fault for later, so that
  /// the records before it are read first.
  ///
  /// - Returns: False if blocks must be inflated before there are all.
  private func pull(into bytes: inout [UInt8]) -> Bool {
    guard wanted > 0, !hasEnded else { return true }
    if bytes.capacity - bytes.count < wanted {
      bytes.reserveCapacity(max(bytes.count + wanted, 2 * bytes.capacity))
    }
    let before = bytes.count
    var isStarved = false
    bytes.append(addingCapacity: wanted) { output in
      do throws(StreamFault) {
        switch try stream.fill(&output) {
        case .full: break
        case .ended: hasEnded = true
        case .starved: isStarved = true
        }
      } catch {
        (fault, hasEnded) = (error, true)
      }
    }
    wanted = isStarved ? wanted - (bytes.count - before) : 0
    if hasEnded, fault == nil, let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    return !isStarved
  }

  private func recognise(_ batch: inout RecordBatch) throws(Diagnostic) {
    switch ContentKind(start: batch.bytes.span) {
    case .fastq:
      parser = .fastq(FASTQParser())
      batch.hasQualities = true
    case .fasta: parser = .fasta(FASTAParser(permitsGaps: permitsGaps))
    case .empty: break
    case .other(let name):
      throw Diagnostic(
        code: "READ-FORMAT",
        message: "found \(name), expected FASTQ ('@') or FASTA ('>')",
        location: .init(path: path)
      )
    }
  }

  private func parse(_ batch: inout RecordBatch, limit: Int) throws(Diagnostic) {
    do throws(ReadSyntaxError) {
      position =
        try parser?.parse(
          &batch.bytes,
          from: position,
          limit: limit,
          isLast: hasEnded && fault == nil,
          into: &batch.layouts
        ) ?? position
    } catch {
      throw error.diagnostic(in: path)
    }
  }

  /// Handles what is left after the last record: nothing, or a fault.
  private func finish(_ batch: inout RecordBatch) throws(Diagnostic) {
    if let fault { throw fault.diagnostic(in: path, record: recordsRead + 1) }
    do throws(ReadSyntaxError) {
      try parser?.finish(&batch.bytes, from: position, into: &batch.layouts)
    } catch {
      throw error.diagnostic(in: path)
    }
  }
}
