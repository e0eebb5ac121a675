import Alignments
import SimulatedReads
import Testing

@Suite("Eight bases")
struct EightBasesTests {
  @Test("count differences as a plain loop does", arguments: 0..<60 as Range<UInt64>)
  func differingBases(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Codes, the unknown base and both paddings.
    let left = (0..<(20 + random.below(300))).map { _ in UInt8(random.below(8)) }
    let right = left.map { random.unit() < 0.2 ? UInt8(random.below(8)) : $0 }
    let count = random.below(left.count)
    let (leftStart, rightStart) = (
      random.below(left.count - count + 1), random.below(left.count - count + 1)
    )
    let expected = (0..<count).count { left[leftStart + $0] != right[rightStart + $0] }
    let found = differences(
      left.span,
      from: leftStart,
      right.span,
      from: rightStart,
      count: count
    )
    #expect(found == expected)
  }

  @Test("are packed with the first on top", arguments: 0..<40 as Range<UInt64>)
  func packing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bases = (0..<30).map { _ in UInt8(random.below(4)) }
    let start = random.below(22)
    let eight = EightBases(bases.span, at: start)
    #expect(eight.areKnown)
    #expect(eight.packed == bases[start..<(start + 8)].reduce(0) { $0 * 4 + Int($1) })
  }

  @Test("are not known with an unknown one among them", arguments: 0..<8)
  func unknown(place: Int) {
    var bases = [UInt8](repeating: 3, count: 9)
    bases[place] = 4
    #expect(!EightBases(bases.span, at: 0).areKnown)
    #expect(EightBases(bases.span, at: 1).areKnown == (place == 0))
  }
}
