public import Diagnostics

/// Reads the files of one mate of one replicate, lane after lane.
///
/// All files are opened at once, so that a missing one is reported before any work is done.
/// Batches never cross from one file to the next. A reader belongs to one task at a time.
public final class LaneReader {
  /// The files, in order.
  public let paths: [String]
  private let readers: [SequenceReader]
  private var lane = 0

  /// Opens the files.
  ///
  /// - Parameters:
  ///   - paths: The files, in order; `-` is standard input.
  ///   - observer: Is shown the path and the raw bytes of each file as they are read.
  /// - Throws: `FILE-MISSING` or `READ-DIRECTORY` if one of them is no file.
  public convenience init(
    paths: [String],
    observer: ((_ path: String, _ bytes: Span<UInt8>) -> Void)? = nil
  ) throws(Diagnostic) {
    var readers: [SequenceReader] = []
    for path in paths {
      let observe = observer.map { observer in { (bytes: Span<UInt8>) in observer(path, bytes) } }
      readers.append(try SequenceReader(path: path, observer: observe))
    }
    self.init(readers: readers)
  }

  /// Joins readers.
  ///
  /// - Parameter readers: One reader a file, in order, none of them used before.
  public init(readers: [SequenceReader]) {
    self.readers = readers
    paths = readers.map(\.path)
  }

  /// How many raw bytes were read so far.
  public var rawBytesRead: Int { readers.reduce(0) { $0 + $1.rawBytesRead } }

  /// The size of all files as stored; `nil` if one of them is a pipe.
  public var rawSize: Int? {
    readers.reduce(0) { sum, reader in
      if let sum, let size = reader.rawSize { sum + size } else { nil }
    }
  }

  /// How many reads were read so far.
  public var recordsRead: Int { readers.reduce(0) { $0 + $1.recordsRead } }

  /// Reads the next records; `nil` at the end of the last file.
  ///
  /// - Parameter limit: The most records the batch has; fewer come at the end of a file only.
  /// - Returns: The batch, never empty.
  /// - Throws: The first fault of a file.
  public func next(
    limit: Int = SequenceReader.defaultLimit
  ) throws(Diagnostic) -> RecordBatch? {
    var batch = RecordBatch()
    return try next(limit: limit, into: &batch) ? batch : nil
  }

  /// Reads the next records into a batch whose memory is used again.
  ///
  /// - Parameters:
  ///   - limit: The most records the batch has; fewer come at the end of a file only.
  ///   - batch: Receives the records; what it held is gone.
  /// - Returns: Whether there were any; false at the end of the last file.
  /// - Throws: The first fault of a file.
  public func next(
    limit: Int = SequenceReader.defaultLimit,
    into batch: inout RecordBatch
  ) throws(Diagnostic) -> Bool {
    switch try advance(limit: limit, into: &batch) {
    case .filled: return true
    case .ended: return false
    case .starved:
      preconditionFailure("blocks are shared: a reader for several tasks is read by one")
    }
  }

  /// Lets several tasks inflate the blocks of BGZF files: `advance` asks for it by `starved`.
  package func shareBlocks() {
    for reader in readers { reader.shareBlocks() }
  }

  /// Reads the next records into a batch, or as many as there are bytes for.
  ///
  /// - Parameters:
  ///   - limit: The most records the batch has; fewer come at the end of a file only.
  ///   - batch: Receives the records when it is filled; what it held is gone.
  /// - Returns: Whether there were any; `starved` if blocks are shared and are to be inflated first.
  /// - Throws: The first fault of a file.
  package func advance(
    limit: Int,
    into batch: inout RecordBatch
  ) throws(Diagnostic) -> SequenceReader.Outcome {
    while lane < readers.count {
      let outcome = try readers[lane].advance(limit: limit, into: &batch)
      batch.lane = lane
      guard outcome == .ended else { return outcome }
      lane += 1
    }
    return .ended
  }

  /// Claims the next run of blocks of the file that is being read; `nil` if none follows or enough
  /// are claimed.
  ///
  /// - Returns: The run, which the caller must inflate and deposit.
  package func claimRun() -> BlockRun? {
    guard lane < readers.count, var run = readers[lane].claimRun() else { return nil }
    run.lane = lane
    return run
  }

  /// Takes back the contents of a run that was claimed.
  package func deposit(_ run: InflatedRun) { readers[run.lane].deposit(run) }

  /// Counts the reads of one file to its end, or as far as it can be read.
  func countToEnd(lane: Int) -> Int {
    readers[lane].keepBlocks()
    var batch = RecordBatch()
    // The count is for an error that is reported already; a second one adds nothing.
    while (try? readers[lane].next(into: &batch)) == true {}
    return readers[lane].recordsRead
  }

  /// How many reads of one file were read so far.
  func recordsRead(lane: Int) -> Int { readers[lane].recordsRead }
}
