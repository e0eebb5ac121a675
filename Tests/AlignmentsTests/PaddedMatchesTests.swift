import Alignments
import SimulatedReads
import Testing

@Suite("Padded matches")
struct PaddedMatchesTests {
  @Test("counts what a plain loop counts", arguments: 0..<40 as Range<UInt64>)
  func plainLoop(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (rowStart, queryStart) = (random.below(20), random.below(20))
    let blocks = seed == 0 ? 255 : random.below(24)
    // A two-letter alphabet in half of the cases: many matches fill the counters.
    let letters = seed % 2 == 0 ? 2 : 8
    let row = (0..<(rowStart + blocks * 16 + random.below(9))).map { _ in
      UInt8(random.below(letters))
    }
    let query = (0..<(queryStart + blocks * 16 + random.below(9))).map { _ in
      UInt8(random.below(letters))
    }
    let expected = (0..<(blocks * 16)).count { row[rowStart + $0] == query[queryStart + $0] }
    let found = paddedMatches(
      row.span,
      from: rowStart,
      query.span,
      from: queryStart,
      blocks: blocks
    )
    #expect(found == expected)
  }

  @Test("fills its counters without overflow", arguments: [0, 1, 254, 255])
  func full(_ blocks: Int) {
    let equal = [UInt8](repeating: 3, count: 255 * 16)
    let other = [UInt8](repeating: 1, count: 255 * 16)
    #expect(paddedMatches(equal.span, from: 0, equal.span, from: 0, blocks: blocks) == blocks * 16)
    #expect(paddedMatches(equal.span, from: 0, other.span, from: 0, blocks: blocks) == 0)
  }

  @Test("never lets the two paddings meet")
  func paddings() {
    let row = [UInt8](repeating: rowPadding, count: 16)
    let query = [UInt8](repeating: queryPadding, count: 16)
    #expect(paddedMatches(row.span, from: 0, query.span, from: 0, blocks: 1) == 0)
    #expect(rowPadding > 4 && queryPadding > 4)
  }

  @Test("counts every row of a matrix in the asked blocks", arguments: 0..<10 as Range<UInt64>)
  func rows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (count, blocks) = (random.below(12), 1 + random.below(6))
    let width = blocks * 16
    let cells = (0..<(count * width)).map { _ in UInt8(random.below(5)) }
    let query = (0..<width).map { _ in UInt8(random.below(5)) }
    let first = random.below(blocks)
    let part = first..<(first + random.below(blocks - first + 1))
    var equal = [7, 7, 7]
    paddedMatches(ofRows: cells.span, width: width, query.span, blocks: part, into: &equal)
    let expected = (0..<count).map { row in
      (part.lowerBound * 16..<part.upperBound * 16).count {
        cells[row * width + $0] == query[$0]
      }
    }
    #expect(equal == expected)
  }

  @Test("refuses blocks beyond a row")
  func beyond() async {
    await #expect(processExitsWith: .failure) {
      let row = [UInt8](repeating: 0, count: 31)
      _ = paddedMatches(row.span, from: 0, row.span, from: 0, blocks: 2)
    }
  }
}
