/// The reads that one thread placed lately, by their bases: most reads are copies of few molecules.
///
/// A fixed number of reads is kept, so that memory does not grow with reads. Of the reads that share
/// a place the one asked for least gives way, so that molecules stay and reads with errors of their
/// own go. What is found is what placing would find again: nothing depends on what is in the cache.
struct ReadCache: ~Copyable {
  /// Reads that share a place.
  private static let ways = 4
  /// Places; four reads each of about 60 bytes.
  private static let sets = 1 << 16

  private struct Slot {
    var high: UInt64 = 0
    var read = PlacedRead()
  }

  private var tags: [UInt64]
  private var hits: [UInt8]
  private var slots: [Slot]

  /// Creates an empty cache.
  init() {
    let count = Self.sets * Self.ways
    tags = [UInt64](repeating: 0, count: count)
    hits = [UInt8](repeating: 0, count: count)
    slots = [Slot](repeating: Slot(), count: count)
  }

  /// Forgets every read.
  mutating func removeAll() {
    for index in tags.indices { tags[index] = 0 }
    for index in hits.indices { hits[index] = 0 }
  }

  /// Where a read is kept; `nil` if it is not.
  mutating func find(_ read: ReadKey) -> Int? {
    let first = Int(truncatingIfNeeded: read.low) & (Self.sets - 1) * Self.ways
    let tag = read.low | 1
    for slot in first..<(first + Self.ways) where tags[slot] == tag && slots[slot].high == read.high
    {
      if hits[slot] < .max { hits[slot] += 1 }
      return slot
    }
    return nil
  }

  /// The read at a place that `find` or `insert` gave.
  subscript(slot: Int) -> PlacedRead {
    get { slots[slot].read }
    set { slots[slot].read = newValue }
  }

  /// Keeps a read that `find` did not find.
  ///
  /// - Returns: Where it is kept until the next one is.
  mutating func insert(_ read: ReadKey, _ placed: PlacedRead) -> Int {
    let first = Int(truncatingIfNeeded: read.low) & (Self.sets - 1) * Self.ways
    var victim = first
    for slot in first..<(first + Self.ways) where hits[slot] < hits[victim] || tags[slot] == 0 {
      victim = slot
      if tags[slot] == 0 { break }
    }
    // Whoever was asked for long ago gives way in the end.
    for slot in first..<(first + Self.ways) where hits[slot] > 0 { hits[slot] -= 1 }
    tags[victim] = read.low | 1
    hits[victim] = 0
    slots[victim] = Slot(high: read.high, read: placed)
    return victim
  }
}
