import SimulatedReads
import Testing
import Tracking

/// Curves of reads by rank.
@Suite("Rank-abundance curves")
struct AbundancePointTests {
  @Test("thirty clonotypes have all ranks up to ten, then a fifth further each time")
  func thirty() {
    let reads = (0..<30).map { 1_000 - 10 * $0 }
    let curve = AbundancePoint.curve(through: reads)
    #expect(curve.map(\.rank) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19, 22, 26, 30])
    #expect(curve.map(\.reads).prefix(3) == [1_000, 990, 980])
    #expect(curve.last?.reads == 710)
  }

  @Test("nothing has no curve, one clonotype a point")
  func few() {
    #expect(AbundancePoint.curve(through: []) == [])
    #expect(AbundancePoint.curve(through: [7]) == [AbundancePoint(rank: 1, reads: 7)])
  }

  @Test("any number of clonotypes: ends are points, ranks rise by a fifth at most")
  func anySize() {
    var random = SeededGenerator(seed: 61)
    for count in Array(1...120) + [500, 1_000, 12_345, 100_000] {
      let reads = (0..<count).map { _ in 1 + random.below(1_000) }.sorted(by: >)
      let curve = AbundancePoint.curve(through: reads)
      #expect(curve.first?.rank == 1)
      #expect(curve.last == AbundancePoint(rank: count, reads: reads[count - 1]), "\(count)")
      #expect(curve.allSatisfy { $0.reads == reads[$0.rank - 1] })
      for (left, right) in zip(curve, curve.dropFirst()) {
        #expect(left.rank < right.rank, "\(count)")
        #expect(5 * right.rank <= 6 * left.rank || right.rank == left.rank + 1, "\(count)")
        #expect(left.reads >= right.reads)
      }
      #expect(curve.prefix(10).map(\.rank) == Array(1...min(10, count)))
      // Thin enough for a page: a hundred thousand clonotypes are fewer than a hundred points.
      #expect(curve.count < 100)
    }
  }

  @Test("a part of a list is counted from its own first clonotype")
  func slice() {
    let reads = [9, 8, 7, 6, 5][2...]
    #expect(
      AbundancePoint.curve(through: reads)
        == [7, 6, 5].enumerated().map { AbundancePoint(rank: $0 + 1, reads: $1) }
    )
  }
}
