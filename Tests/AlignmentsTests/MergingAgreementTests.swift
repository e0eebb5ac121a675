import Alignments
import Nucleotides
import SimulatedReads
import Testing

@Suite("The fast ways of the pair merger")
struct MergingAgreementTests {
  /// Fragments that make merging hard: random, repeats of one to six bases, and halves of each.
  private func fragment(_ length: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let rich = SimulatedPair.bases(length, using: &random)
    let unit = SimulatedPair.bases(1 + random.below(6), using: &random)
    let poor = (0..<length).map { unit[$0 % unit.count] }
    switch random.below(4) {
    case 0: return poor
    case 1: return Array(rich[..<(length / 2)] + poor[(length / 2)...])
    default: return rich
    }
  }

  @Test("merge as base by base", arguments: 1...12 as ClosedRange<UInt64>)
  func merging(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var merger = PairMerger()
    var (fast, slow) = (ReadBuffer(), ReadBuffer())
    var (joined, apart) = (0, 0)
    for _ in 0..<1_500 {
      let lengths = (first: 20 + random.below(140), second: 20 + random.below(140))
      let length = 10 + random.below(lengths.first + lengths.second)
      var pair = SimulatedPair(
        fragment(length, &random),
        lengths: seed % 3 == 0 ? lengths : (lengths.first, lengths.first),
        qualities: .falling,
        using: &random
      )
      if random.below(10) == 0 { pair.first.codes[random.below(pair.first.count)] = unknownBase }
      if random.below(10) == 0 { pair.second.codes[random.below(pair.second.count)] = unknownBase }
      let found = merger.merge(pair.first, pair.second, into: &fast)
      let expected = merger.mergeOneByOne(pair.first, pair.second, into: &slow)
      #expect(found == expected)
      if found != nil {
        joined += 1
        #expect(fast.codes == slow.codes)
        #expect(fast.qualities == slow.qualities)
      } else {
        apart += 1
      }
    }
    #expect(joined > 300 && apart > 300, "\(joined) joined, \(apart) apart")
  }

  @Test("pack every 16 bases", arguments: 1...6 as ClosedRange<UInt64>)
  func packing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var packed = PackedBases()
    for _ in 0..<200 {
      var codes = SimulatedPair.bases(random.below(70), using: &random)
      let isKnown = packed.pack(codes.span)
      #expect(isKnown)
      #expect(packed.count == codes.count)
      for offset in codes.indices {
        let word = codes[offset...].prefix(16).enumerated().reduce(UInt32(0)) {
          $0 | UInt32($1.element) << UInt32(2 * $1.offset)
        }
        #expect(packed.words[offset] == word)
      }
      guard !codes.isEmpty else { continue }
      codes[random.below(codes.count)] = unknownBase
      let isStillKnown = packed.pack(codes.span)
      #expect(!isStillKnown)
    }
  }

  @Test("count differences as one by one does", arguments: 1...6 as ClosedRange<UInt64>)
  func differences(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (left, right) = (PackedBases(), PackedBases())
    for _ in 0..<300 {
      let one = SimulatedPair.bases(1 + random.below(90), using: &random)
      let other = one.map { random.below(4) == 0 ? UInt8(random.below(4)) : $0 }
      _ = left.pack(one.span)
      _ = right.pack(other.span)
      let length = random.below(one.count + 1)
      let (start, otherStart) = (
        random.below(one.count - length + 1), random.below(one.count - length + 1)
      )
      let expected = (0..<length).count { one[start + $0] != other[otherStart + $0] }
      let found = left.differences(from: start, right, from: otherStart, length: length)
      #expect(found == expected)
    }
  }

  @Test("take letters over as the table of codes says", arguments: 1...8 as ClosedRange<UInt64>)
  func loading(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let plain = Array("ACGTN".utf8)
    let strange = Array("ACGTUNRYSWKMBDHVacgtunryswkmbdhv".utf8)
    var buffer = ReadBuffer()
    for _ in 0..<300 {
      let letters = random.below(3) == 0 ? strange : plain
      let read = (0..<random.below(200)).map { _ in letters[random.below(letters.count)] }
      let scores = read.map { _ in UInt8(33 + random.below(94)) }
      let hasScores = random.below(4) > 0
      var expected = ReadBuffer()
      expected.codes = read.map { baseCodes[Int($0)] }
      expected.qualities = hasScores ? scores.map { $0 - 33 } : read.map { _ in 40 }
      buffer.load(read.span, (hasScores ? scores : []).span, reversed: false)
      #expect(buffer.codes == expected.codes)
      #expect(buffer.qualities == expected.qualities)
      expected.reverseComplement()
      buffer.load(read.span, (hasScores ? scores : []).span, reversed: true)
      #expect(buffer.codes == expected.codes)
      #expect(buffer.qualities == expected.qualities)
    }
  }

  @Test("weigh every pair of scores as base by base does", arguments: 1...4 as ClosedRange<UInt64>)
  func scores(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var merger = PairMerger()
    var (fast, slow) = (ReadBuffer(), ReadBuffer())
    var joined = 0
    for score in 0...93 as ClosedRange<UInt8> {
      let fragment = SimulatedPair.bases(94, using: &random)
      var (first, second) = (ReadBuffer(), ReadBuffer())
      (first.codes, second.codes) = (fragment, fragment)
      for place in fragment.indices where random.below(10) == 0 {
        second.codes[place] = (fragment[place] + 1) % 4
      }
      first.qualities = [UInt8](repeating: score, count: 94)
      second.qualities = Array(0...93).shuffled(using: &random)
      let found = merger.merge(first, second, into: &fast)
      let expected = merger.mergeOneByOne(first, second, into: &slow)
      #expect(found == expected)
      guard found != nil else { continue }
      joined += 1
      #expect(fast.codes == slow.codes)
      #expect(fast.qualities == slow.qualities)
    }
    #expect(joined > 20, "\(joined) joined")
  }

  @Test("write the letters of codes as one by one", arguments: 1...4 as ClosedRange<UInt64>)
  func letters(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var read = ReadBuffer()
      read.codes = (0..<random.below(120)).map { _ in UInt8(random.below(5)) }
      var text = Array(">".utf8)
      read.appendLetters(to: &text)
      #expect(text == Array(">".utf8) + read.codes.map(baseLetter))
    }
  }
}
