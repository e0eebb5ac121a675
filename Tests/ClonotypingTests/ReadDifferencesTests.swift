import Clonotyping
import SimulatedReads
import Testing

@Suite("Read differences")
struct ReadDifferencesTests {
  @Test(
    "keeps offset, base and score of each, whatever the order",
    arguments: 0..<40 as Range<UInt64>
  )
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let offsets = (0..<200).shuffled(using: &random).prefix(1 + random.below(4))
    let drawn = offsets.map {
      ReadDifferences.Difference(
        offset: $0,
        base: UInt8(random.below(4)),
        score: UInt8(random.below(15) * 3 + 1)
      )
    }
    func packed(_ differences: [ReadDifferences.Difference]) -> ReadDifferences {
      var packed = ReadDifferences()
      for one in differences { packed.add(offset: one.offset, base: one.base, score: one.score) }
      return packed
    }
    let found = packed(drawn)
    #expect(found.all == drawn.sorted { $0.offset < $1.offset })
    #expect(found == packed(drawn.shuffled(using: &random)))
    #expect(!found.isEmpty)
  }

  @Test(
    "states a score by the middle of its step",
    arguments: [
      (0 as UInt8, 1 as UInt8), (2, 1), (3, 4), (29, 28), (30, 31), (41, 40), (93, 46),
    ]
  )
  func scores(_ score: UInt8, _ stated: UInt8) {
    var one = ReadDifferences()
    one.add(offset: 0, base: 3, score: score)
    #expect(one.all == [.init(offset: 0, base: 3, score: stated)])
  }

  @Test("is empty without any and keeps the first four of more")
  func counts() {
    #expect(ReadDifferences().isEmpty && ReadDifferences.none.all.isEmpty)
    var many = ReadDifferences()
    for offset in [50, 10, 40, 20, 30] { many.add(offset: offset, base: 0, score: 30) }
    #expect(many.all.map(\.offset) == [10, 20, 30, 40])
    var far = ReadDifferences()
    far.add(offset: 5_000, base: 1, score: 30)
    #expect(far.all.map(\.offset) == [1_022])
  }
}
