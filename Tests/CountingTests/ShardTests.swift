import Counting
import Testing

/// Shares of a sample's reads that machines count.
@Suite("Shards")
struct ShardTests {
  @Test("every block of every replicate is in one shard, and one only", arguments: 1...12)
  func partition(_ count: Int) throws {
    let shards = try (1...count).map { try #require(Shard($0, of: count)) }
    for replicate in 0..<5 {
      for block in 0..<(3 * count + 2) {
        let holders = shards.filter { $0.holds(block: block, ofReplicate: replicate) }
        #expect(holders.count == 1, "block \(block) of replicate \(replicate)")
      }
    }
  }

  @Test("shards take blocks in turn, so that none has more than one more", arguments: [2, 3, 7])
  func even(_ count: Int) throws {
    for replicate in 0..<4 {
      for blocks in [1, count - 1, count, 100, 101] {
        let sizes = try (1...count).map { number in
          let shard = try #require(Shard(number, of: count))
          return (0..<blocks).count { shard.holds(block: $0, ofReplicate: replicate) }
        }
        #expect(sizes.reduce(0, +) == blocks)
        let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
        #expect(most - least <= 1, "\(blocks) blocks of replicate \(replicate)")
      }
    }
  }

  @Test("each replicate begins with another shard: of small replicates none counts all")
  func firstBlock() throws {
    let count = 4
    let first = try (0..<4).map { replicate in
      try (1...count).first { number in
        try #require(Shard(number, of: count)).holds(block: 0, ofReplicate: replicate)
      }
    }
    #expect(Set(first).count == count)
  }

  @Test("the whole holds every block")
  func whole() {
    #expect((0..<50).allSatisfy { Shard.whole.holds(block: $0, ofReplicate: $0 % 3) })
    #expect(Shard.whole == Shard(1, of: 1))
  }

  @Test(
    "a number from 1 to the count, and a count from 1 to 1,000",
    arguments: [
      (1, 1, true), (1, 1_000, true), (1_000, 1_000, true), (0, 1, false), (2, 1, false),
      (-1, 3, false), (1, 0, false), (0, 0, false), (1, -1, false), (1, 1_001, false),
      (.max, .max, false), (.min, .max, false),
    ]
  )
  func limits(_ number: Int, _ count: Int, _ isShard: Bool) {
    let shard = Shard(number, of: count)
    #expect((shard != nil) == isShard)
    if let shard { #expect("\(shard)" == "shard \(number) of \(count)") }
  }
}
