public import Diagnostics

/// Reads one replicate: the lanes of its reads and, if it has them, of their mates, in step.
///
/// Reads both mates in one call. To decompress both at once, keep one `LaneReader` a mate, each
/// in an actor, and join their batches with `ReadPairBatch(pairing:with:ordinal:)`.
public final class ReadPairReader {
  private let first: LaneReader
  private let second: LaneReader?
  private var batches = 0

  /// Opens the files of a replicate.
  ///
  /// - Parameters:
  ///   - firstMates: The files of first mates or single reads, one a lane; `-` is standard input.
  ///   - secondMates: The files of second mates, as many; `nil` for single reads.
  ///   - observer: Is shown the path and the raw bytes of each file as they are read.
  /// - Throws: `READ-LANES` if the numbers of files differ, `READ-SAME-MATE` if a file is given
  ///   twice, `FILE-MISSING` or `READ-DIRECTORY` if one is no file.
  public convenience init(
    firstMates: [String],
    secondMates: [String]? = nil,
    observer: ((_ path: String, _ bytes: Span<UInt8>) -> Void)? = nil
  ) throws(Diagnostic) {
    try Self.check(firstMates, secondMates)
    let first = try LaneReader(paths: firstMates, observer: observer)
    var second: LaneReader?
    if let secondMates { second = try LaneReader(paths: secondMates, observer: observer) }
    self.init(first: first, second: second)
  }

  /// Joins the readers of the two mates.
  ///
  /// - Parameters:
  ///   - first: The lanes of the first mates or single reads.
  ///   - second: The lanes of the second mates; `nil` for single reads.
  public init(first: LaneReader, second: LaneReader?) {
    (self.first, self.second) = (first, second)
  }

  /// How many raw bytes were read so far, of all files.
  public var rawBytesRead: Int { first.rawBytesRead + (second?.rawBytesRead ?? 0) }

  /// The size of all files as stored; `nil` if one of them is a pipe.
  public var rawSize: Int? {
    guard let one = first.rawSize else { return nil }
    guard let second else { return one }
    return second.rawSize.map { one + $0 }
  }

  /// Reads the next reads or pairs; `nil` at the end of the last lane.
  ///
  /// - Parameter limit: The most pairs the batch has; fewer come at the end of a lane only.
  /// - Returns: The batch, never empty.
  /// - Throws: The first fault of a file, or of the mates' agreement.
  public func next(
    limit: Int = SequenceReader.defaultLimit
  ) throws(Diagnostic) -> ReadPairBatch? {
    var batch = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
    return try next(limit: limit, into: &batch) ? batch : nil
  }

  /// Reads the next reads or pairs into a batch whose memory is used again.
  ///
  /// - Parameters:
  ///   - limit: The most pairs the batch has; fewer come at the end of a lane only.
  ///   - batch: Receives the reads; what it held is gone.
  /// - Returns: Whether there were any; false at the end of the last lane.
  /// - Throws: The first fault of a file, or of the mates' agreement.
  public func next(
    limit: Int = SequenceReader.defaultLimit,
    into batch: inout ReadPairBatch
  ) throws(Diagnostic) -> Bool {
    batch.ordinal = batches
    var mates = batch.second ?? RecordBatch()
    batch.second = nil
    let hasFirst = try first.next(limit: limit, into: &batch.first)
    guard let second else {
      batches += hasFirst ? 1 : 0
      return hasFirst
    }
    let hasSecond = try second.next(limit: limit, into: &mates)
    guard hasFirst || hasSecond else { return false }
    let lane = min(hasFirst ? batch.first.lane : .max, hasSecond ? mates.lane : .max)
    guard hasFirst, hasSecond, batch.first.lane == mates.lane else {
      throw missingMate(lane: lane)
    }
    do throws(Diagnostic) {
      try MateCheck.check(batch.first, mates)
    } catch {
      throw error.code == "READ-MATE-MISSING" ? missingMate(lane: lane) : error
    }
    batch.second = mates
    batches += 1
    return true
  }

  /// The error of a lane with fewer reads of one mate; counts both files to their ends.
  private func missingMate(lane: Int) -> Diagnostic {
    guard let second else { preconditionFailure("a replicate of single reads has no mates") }
    return MateCheck.missingMate(
      first: (first.paths[lane], first.countToEnd(lane: lane)),
      second: (second.paths[lane], second.countToEnd(lane: lane))
    )
  }

  /// Checks that each file is given once and that there are as many of both mates.
  ///
  /// - Parameters:
  ///   - first: The files of first mates or single reads.
  ///   - second: The files of second mates; `nil` for single reads.
  /// - Throws: `READ-SAME-MATE` or `READ-LANES`.
  static func check(_ first: [String], _ second: [String]?) throws(Diagnostic) {
    var seen: Set<String> = []
    for path in first + (second ?? []) where !seen.insert(path).inserted {
      throw Diagnostic(
        code: "READ-SAME-MATE",
        message: "found one file given twice, expected each once",
        location: .init(path: path)
      )
    }
    guard let second, second.count != first.count else { return }
    throw Diagnostic(
      code: "READ-LANES",
      message: "found \(first.count) files of first mates but \(second.count) of "
        + "second mates, expected as many"
    )
  }
}
