/// The runs of one file that were claimed and not yet read, in order.
///
/// Their number is bounded, whatever the number of tasks; memory of runs that were read is used
/// again.
struct BlockQueue {
  /// What taking bytes led to.
  enum Taking {
    /// There are no runs.
    case empty
    /// Bytes were copied.
    case copied
    /// The first run is still being inflated.
    case waiting
    /// The first run is read up to a block that is not what its header says, perhaps its first.
    case refused(isFirst: Bool)
  }

  private struct Entry {
    let number: Int
    var compressed: [UInt8]
    var inflated: InflatedRun?
  }

  /// The most runs: with 1 MiB inflated and at most as much compressed each, 16 MiB a file.
  private static let mostRuns = 8

  private var entries: [Entry] = []
  /// How many bytes of the first run were taken.
  private var taken = 0
  private var claimed = 0
  private var spare: (compressed: [[UInt8]], inflated: [[UInt8]]) = ([], [])

  /// Whether one more run may be claimed.
  var hasRoom: Bool { entries.count < Self.mostRuns }

  /// Adds a run.
  ///
  /// - Parameters:
  ///   - blocks: Whole blocks as stored.
  ///   - ends: Where each ends.
  /// - Returns: The run, to be inflated and deposited.
  mutating func claim(_ blocks: ArraySlice<UInt8>, ends: [Int]) -> BlockRun {
    var compressed = spare.compressed.popLast() ?? []
    compressed.append(contentsOf: blocks)
    entries.append(Entry(number: claimed, compressed: compressed))
    defer { claimed += 1 }
    return BlockRun(
      number: claimed,
      compressed: compressed,
      ends: ends,
      memory: spare.inflated.popLast() ?? []
    )
  }

  /// Takes an inflated run; one that was put back meanwhile is dropped.
  mutating func deposit(_ run: InflatedRun) {
    guard let place = entries.firstIndex(where: { $0.number == run.number }) else { return }
    entries[place].inflated = run
  }

  /// Appends bytes of the first run.
  mutating func take(into output: inout OutputSpan<UInt8>) -> Taking {
    guard !entries.isEmpty else { return .empty }
    guard let run = entries[0].inflated else { return .waiting }
    let count = min(output.freeCapacity, run.bytes.count - taken)
    append(run.bytes.span.extracting(taken..<taken + count), to: &output)
    taken += count
    guard taken == run.bytes.count else { return .copied }
    guard run.accepted == entries[0].compressed.count else {
      return .refused(isFirst: run.accepted == 0)
    }
    recycle(consume run)
    return .copied
  }

  /// Removes the runs that were not read.
  ///
  /// - Returns: Their blocks as stored, without those that were read.
  mutating func putBack() -> [UInt8] {
    var blocks: [UInt8] = []
    for entry in entries {
      let isRead = entry.number == entries.first?.number
      blocks += entry.compressed.dropFirst(isRead ? entry.inflated?.accepted ?? 0 : 0)
    }
    entries = []
    taken = 0
    return blocks
  }

  /// Removes the first run and keeps its memory, to which nothing else may refer for that.
  private mutating func recycle(_ run: consuming InflatedRun) {
    var compressed = entries.removeFirst().compressed
    taken = 0
    compressed.removeAll(keepingCapacity: true)
    run.bytes.removeAll(keepingCapacity: true)
    spare.compressed.append(compressed)
    spare.inflated.append(run.bytes)
  }
}
