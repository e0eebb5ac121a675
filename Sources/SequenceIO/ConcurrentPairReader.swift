package import Diagnostics
import Synchronization

/// Reads one replicate for several tasks at once: batches of pairs by their place, each to the task
/// that claimed the place.
///
/// Which reads a batch holds depends on its place alone, and so do faults: of several that tasks
/// meet, the one at the lowest place is the one that reading in order would meet.
package final class ConcurrentPairReader: Sendable {
  /// A batch with how far its files were read.
  package struct Delivery: Sendable {
    /// The batch; `nil` behind the last one.
    package var batch: ReadPairBatch?
    /// How many raw bytes were read so far of the files of the first mates, and of the second.
    package var rawBytesRead: [Int]
  }

  private let first: MateStream
  private let second: MateStream?
  private let paths: [(first: String, second: String)]
  private let claimed = Atomic<Int>(0)
  /// The size of all files as stored; `nil` if one of them is a pipe.
  package let rawSize: Int?

  /// Opens the files of a replicate.
  ///
  /// - Parameters:
  ///   - firstMates: The files of first mates or single reads, one a lane; `-` is standard input.
  ///   - secondMates: The files of second mates, as many; `nil` for single reads.
  ///   - limit: The most pairs a batch has; fewer come at the end of a lane only.
  ///   - observers: Are shown the path and the raw bytes of the files of the first and of the second
  ///     mates as they are read, each on one task at a time.
  /// - Throws: `READ-LANES` if the numbers of files differ, `READ-SAME-MATE` if a file is given
  ///   twice, `FILE-MISSING` or `READ-DIRECTORY` if one is no file.
  package init(
    firstMates: [String],
    secondMates: [String]?,
    limit: Int,
    observers: (
      first: @Sendable (_ path: String, _ bytes: Span<UInt8>) -> Void,
      second: @Sendable (_ path: String, _ bytes: Span<UInt8>) -> Void
    )
  ) throws(Diagnostic) {
    try ReadPairReader.check(firstMates, secondMates)
    let one = try LaneReader(paths: firstMates, observer: observers.first)
    var size = one.rawSize
    first = MateStream(one, limit: limit)
    if let secondMates {
      let two = try LaneReader(paths: secondMates, observer: observers.second)
      if let known = size { size = two.rawSize.map { known + $0 } }
      second = MateStream(two, limit: limit)
      paths = zip(firstMates, secondMates).map { ($0, $1) }
    } else {
      (second, paths) = (nil, [])
    }
    rawSize = size
  }

  /// Takes the next place, counted from 0, for the calling task, which must ask for its batch.
  package func claim() -> Int { claimed.add(1, ordering: .relaxed).oldValue }

  /// The batch at a claimed place.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - memory: A batch whose memory is used again.
  /// - Returns: The batch, none behind the last one.
  /// - Throws: The first fault of a file, or of the mates' agreement.
  package func batch(
    at place: Int,
    reusing memory: consuming ReadPairBatch
  ) async throws(Diagnostic) -> Delivery {
    // Memory is used again only if nothing else refers to it: each part is handed on, not copied.
    let mates = memory.second.take() ?? RecordBatch()
    var reads = RecordBatch()
    swap(&reads, &memory.first)
    let one = try await first.batch(at: place, reusing: consume reads)
    guard let second else {
      let batch = one.batch.map { ReadPairBatch(first: $0, second: nil, ordinal: place) }
      return Delivery(batch: batch, rawBytesRead: [one.rawBytesRead, 0])
    }
    let two = try await second.batch(at: place, reusing: consume mates)
    let read = [one.rawBytesRead, two.rawBytesRead]
    guard one.batch != nil || two.batch != nil else { return Delivery(rawBytesRead: read) }
    guard let first = one.batch, let mates = two.batch, first.lane == mates.lane else {
      throw await missingMate(lane: min(one.batch?.lane ?? .max, two.batch?.lane ?? .max))
    }
    do throws(Diagnostic) {
      try MateCheck.check(first, mates)
    } catch {
      throw error.code == "READ-MATE-MISSING" ? await missingMate(lane: first.lane) : error
    }
    let batch = ReadPairBatch(first: first, second: mates, ordinal: place)
    return Delivery(batch: batch, rawBytesRead: read)
  }

  /// The error of a lane with fewer reads of one mate; counts both files to their ends.
  private func missingMate(lane: Int) async -> Diagnostic {
    let firstCount = await first.countToEnd(lane: lane)
    let secondCount = await second?.countToEnd(lane: lane) ?? 0
    return MateCheck.missingMate(
      first: (paths[lane].first, firstCount),
      second: (paths[lane].second, secondCount)
    )
  }
}
