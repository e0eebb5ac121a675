import Alignments
import Nucleotides
import SimulatedReads
import Testing

@Suite("Pair merger")
struct PairMergerTests {
  private func buffer(_ codes: [UInt8], quality: UInt8 = 35) -> ReadBuffer {
    var buffer = ReadBuffer()
    buffer.codes = codes
    buffer.qualities = [UInt8](repeating: quality, count: codes.count)
    return buffer
  }

  private func bases(_ letters: String) throws -> [UInt8] {
    try #require(NucleotideSequence(letters)).codes
  }

  @Test(
    "merges error-free pairs of rich sequence at every overlap",
    arguments: [10, 15, 21, 30, 60, 150]
  )
  func overlaps(_ overlap: Int) {
    var random = SeededGenerator(seed: UInt64(overlap))
    var merger = PairMerger()
    var merged = ReadBuffer()
    var (right, wrong) = (0, 0)
    for _ in 0..<1_000 {
      let fragment = SimulatedPair.bases(300 - overlap, using: &random)
      let pair = SimulatedPair(
        fragment,
        lengths: (150, 150),
        qualities: .constant(60),
        using: &random
      )
      guard let found = merger.merge(pair.first, pair.second, into: &merged) else { continue }
      if found == overlap, merged.codes == fragment { right += 1 } else { wrong += 1 }
    }
    // Of 10-mers with eight 3-mers a few repeat too many of them; longer overlaps all merge.
    #expect(right >= (overlap == 10 ? 950 : 999), "\(right) right")
    #expect(wrong == 0)
  }

  @Test("merges pairs with errors by quality", arguments: [15, 21, 30, 60, 100])
  func errors(_ overlap: Int) {
    var random = SeededGenerator(seed: UInt64(overlap))
    var merger = PairMerger()
    var merged = ReadBuffer()
    var (right, wrong, wrongBases, allBases) = (0, 0, 0, 0)
    for _ in 0..<1_000 {
      let fragment = SimulatedPair.bases(302 - overlap, using: &random)
      let pair = SimulatedPair(fragment, lengths: (151, 151), qualities: .falling, using: &random)
      guard let found = merger.merge(pair.first, pair.second, into: &merged) else { continue }
      guard found == overlap, merged.count == fragment.count else {
        wrong += 1
        continue
      }
      right += 1
      let inside = (151 - overlap)..<151
      wrongBases += inside.count { merged.codes[$0] != fragment[$0] }
      allBases += inside.count
    }
    #expect(right >= floor(overlap), "\(right) right of 1000")
    #expect(wrong <= 1, "\(wrong) wrong")
    // The last cycles err in 1.3 to 1.6 % of bases; two mates of like quality disagree twice as
    // often, and the better one is right in more than half of the cases.
    #expect(Double(wrongBases) < 0.012 * Double(allBases), "\(wrongBases) of \(allBases)")
  }

  private func floor(_ overlap: Int) -> Int {
    switch overlap {
    case ..<21: 900
    case ..<30: 980
    default: 995
    }
  }

  @Test(
    "merges a fragment of any length",
    arguments: [(150, 150), (151, 101), (100, 151), (76, 76)]
  )
  func anyLength(_ lengths: (Int, Int)) {
    var random = SeededGenerator(seed: UInt64(lengths.0 * 1_000 + lengths.1))
    var merger = PairMerger()
    var merged = ReadBuffer()
    var unmerged = 0
    let longest = lengths.0 + lengths.1 - 12
    for length in 60...longest {
      let fragment = SimulatedPair.bases(length, using: &random)
      let pair = SimulatedPair(fragment, lengths: lengths, qualities: .constant(60), using: &random)
      guard let overlap = merger.merge(pair.first, pair.second, into: &merged) else {
        unmerged += 1
        continue
      }
      #expect(merged.codes == fragment, "\(length)")
      #expect(merged.count == merged.qualities.count)
      let start = max(0, length - lengths.1)
      #expect(overlap == min(lengths.0, length) - start, "\(length)")
    }
    #expect(unmerged <= 1, "\(unmerged)")
  }

  @Test("seldom merges unrelated pairs", arguments: [UInt8(25), 40])
  func unrelated(_ quality: UInt8) {
    var random = SeededGenerator(seed: UInt64(quality))
    var merger = PairMerger()
    var merged = ReadBuffer()
    var count = 0
    for _ in 0..<20_000 {
      let first = buffer(SimulatedPair.bases(150, using: &random), quality: quality)
      let second = buffer(SimulatedPair.bases(150, using: &random), quality: quality)
      if merger.merge(first, second, into: &merged) != nil { count += 1 }
    }
    // Fewer than one in 1,000, as `requiredEvidence` promises: 20 and four standard deviations.
    #expect(count <= 38, "\(count) of 20,000")
  }

  @Test(
    "does not merge by a repeat that could lie anywhere",
    arguments: ["CA", "A"]
  )
  func repeats(_ unit: String) throws {
    let motif = try bases(unit)
    var random = SeededGenerator(seed: 5)
    var merger = PairMerger()
    var merged = ReadBuffer()
    for length in stride(from: 12, through: 140, by: 8) {
      let stretch = (0..<length).map { motif[$0 % motif.count] }
      // The first mate ends and the second begins with the repeat; how often it is repeated in
      // between nobody can know.
      let first = buffer(SimulatedPair.bases(150 - length, using: &random) + stretch)
      let second = buffer(stretch + SimulatedPair.bases(150 - length, using: &random))
      #expect(merger.merge(first, second, into: &merged) == nil, "\(length) nt of \(unit)")
    }
    let pure = buffer((0..<150).map { motif[$0 % motif.count] })
    #expect(merger.merge(pure, pure, into: &merged) == nil)
  }

  @Test("does not merge by a repeat and a few chance bases beside it", arguments: ["CAG", "AATG"])
  func repeatsWithChance(_ unit: String) throws {
    let motif = try bases(unit)
    var random = SeededGenerator(seed: 5)
    var merger = PairMerger()
    var merged = ReadBuffer()
    var wrong = 0
    for length in stride(from: 40, through: 140, by: 4) {
      let stretch = (0..<length).map { motif[$0 % motif.count] }
      let first = buffer(SimulatedPair.bases(150 - length, using: &random) + stretch)
      let second = buffer(stretch + SimulatedPair.bases(150 - length, using: &random))
      if merger.merge(first, second, into: &merged) != nil { wrong += 1 }
    }
    #expect(wrong == 0, "\(wrong) of 26")
  }

  @Test("merges around a repeat that rich sequence frames")
  func framedRepeat() throws {
    var random = SeededGenerator(seed: 6)
    var merger = PairMerger()
    var merged = ReadBuffer()
    for _ in 0..<50 {
      let repeated = try bases(String(repeating: "CA", count: 12))
      let fragment =
        SimulatedPair.bases(110, using: &random) + repeated
        + SimulatedPair.bases(106, using: &random)
      let pair = SimulatedPair(
        fragment,
        lengths: (150, 150),
        qualities: .constant(60),
        using: &random
      )
      #expect(merger.merge(pair.first, pair.second, into: &merged) == 60)
      #expect(merged.codes == fragment)
    }
  }

  @Test("gives the consensus the better base and the evidence of both")
  func consensus() throws {
    var random = SeededGenerator(seed: 8)
    let fragment = SimulatedPair.bases(60, using: &random)
    var first = buffer(fragment, quality: 20)
    var second = buffer(fragment, quality: 25)
    first.codes[30] = (fragment[30] + 1) % 4
    second.codes[31] = (fragment[31] + 1) % 4
    second.qualities[31] = 12
    first.codes[32] = 4
    second.codes[33] = 4
    (first.qualities[34], second.qualities[34]) = (41, 41)
    first.codes[35] = (fragment[35] + 1) % 4
    first.qualities[35] = 25
    var merged = ReadBuffer()
    var merger = PairMerger()
    #expect(merger.merge(first, second, into: &merged) == 60)
    #expect(merged.qualities[0] == 45)
    #expect(merged.codes[30] == fragment[30] && merged.qualities[30] == 5)
    #expect(merged.codes[31] == fragment[31] && merged.qualities[31] == 8)
    #expect(merged.codes[32] == fragment[32] && merged.qualities[32] == 25)
    #expect(merged.codes[33] == fragment[33] && merged.qualities[33] == 20)
    #expect(merged.qualities[34] == PairMerger.highestQuality)
    // Equal qualities: the first mate's base, with next to no belief.
    #expect(merged.codes[35] == first.codes[35] && merged.qualities[35] == 2)
  }

  @Test("survives unknown bases, empty and short reads")
  func oddReads() {
    var merger = PairMerger()
    var merged = buffer([1, 2, 3])
    let unknown = buffer([UInt8](repeating: 4, count: 100), quality: 2)
    #expect(merger.merge(unknown, unknown, into: &merged) == nil)
    #expect(merger.merge(buffer([]), buffer([]), into: &merged) == nil)
    #expect(merger.merge(buffer([0, 1]), buffer([0, 1]), into: &merged) == nil)
    #expect(merger.merge(unknown, buffer([0]), into: &merged) == nil)
    var random = SeededGenerator(seed: 9)
    let fragment = SimulatedPair.bases(100, using: &random)
    var (first, second) = (buffer(fragment), buffer(fragment))
    for index in stride(from: 3, to: 100, by: 9) { first.codes[index] = 4 }
    for index in stride(from: 5, to: 100, by: 11) { second.codes[index] = 4 }
    #expect(merger.merge(first, second, into: &merged) == 100)
    #expect(
      (0..<100).allSatisfy {
        merged.codes[$0] == (first.codes[$0] == 4 && second.codes[$0] == 4 ? 4 : fragment[$0])
      }
    )
  }

  @Test(
    "merges the mates of the other strand to the other strand",
    arguments: 0..<50 as Range<UInt64>
  )
  func strands(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fragment = SimulatedPair.bases(60 + random.below(230), using: &random)
    let pair = SimulatedPair(fragment, lengths: (150, 150), qualities: .falling, using: &random)
    var merger = PairMerger()
    var (merged, flipped) = (ReadBuffer(), ReadBuffer())
    let overlap = merger.merge(pair.first, pair.second, into: &merged)
    var (first, second) = (pair.second, pair.first)
    first.reverseComplement()
    second.reverseComplement()
    let other = merger.merge(first, second, into: &flipped)
    // The complexity of an overlap is judged on the first mate; near the limit that may decide.
    guard let overlap, let other, overlap > 20 else { return }
    #expect(overlap == other)
    flipped.reverseComplement()
    let same = merged.codes.indices.count { merged.codes[$0] == flipped.codes[$0] }
    // Only ties of quality go by the order of the mates.
    #expect(same >= merged.count - 2)
  }
}
