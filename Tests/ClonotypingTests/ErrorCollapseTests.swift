import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing

@Suite("Error collapse")
struct ErrorCollapseTests {
  private let window: [UInt8]
  private let template: Clonotype

  init() throws {
    var bench = try ClonotypeBench(seed: 51)
    let drawn = bench.clonotype(.ighVDJ, counts: [1, 1])
    template = try #require(drawn)
    window = (0..<60).map { _ in UInt8(bench.random.below(4)) }
  }

  /// A clonotype whose window differs from `window` at some offsets; recombined bases are 20..<35.
  private func clonotype(
    _ reads: Int,
    differingAt offsets: [Int] = [],
    quality: UInt8 = 38,
    type: RearrangementType = .ighVDJ,
    genes: (UInt16, UInt16) = (3, 1)
  ) -> Clonotype {
    var codes = window
    for offset in offsets { codes[offset] = (codes[offset] + 1) % 4 }
    var made = template
    made.type = type
    made.window.codes = codes
    made.ndn = 20..<35
    (made.fiveGenes, made.threeGenes) = ([genes.0], [genes.1])
    made.replicateCounts = [reads - reads / 2, reads / 2]
    made.meanQualities = [UInt8](repeating: quality, count: codes.count)
    return made
  }

  private func fold(_ clonotypes: [Clonotype], _ collapse: ErrorCollapse = .init()) -> [Clonotype] {
    collapse.fold(clonotypes.sorted(by: Clonotype.precedes))
  }

  private func remaining(_ child: Clonotype, _ parentReads: Int = 1_000) -> Int {
    fold([clonotype(parentReads), child]).count
  }

  @Test(
    "folds up to the share of each distance and not beyond",
    arguments: [
      ([5], 50, 1), ([5], 51, 2), ([5, 40], 10, 1), ([5, 40], 11, 2), ([5, 40, 50], 1, 2),
    ]
  )
  func shares(_ offsets: [Int], _ reads: Int, _ remaining: Int) {
    #expect(self.remaining(clonotype(reads, differingAt: offsets)) == remaining)
  }

  @Test(
    "protects believable differences in the recombined bases",
    arguments: [
      ([20], 30, 2), ([20], 29, 1), ([34], 30, 2), ([19], 38, 1), ([35], 38, 1), ([5, 25], 30, 2),
      ([5, 25], 29, 1),
    ]
  )
  func recombined(_ offsets: [Int], _ quality: UInt8, _ remaining: Int) {
    #expect(self.remaining(clonotype(5, differingAt: offsets, quality: quality)) == remaining)
  }

  @Test("keeps a subclone of considerable size")
  func subclone() {
    let found = fold([clonotype(1_000), clonotype(200, differingAt: [5])])
    #expect(found.map(\.duplicateCount) == [1_000, 200])
    #expect(found.allSatisfy { $0.foldedCount == 0 })
  }

  @Test("joins equal windows whose genes overlap, and others only by share")
  func genes() {
    var overlapping = clonotype(900)
    overlapping.fiveGenes = [3, 4]
    #expect(fold([clonotype(1_000), overlapping]).count == 1)
    #expect(remaining(clonotype(51, genes: (9, 1))) == 2)
    #expect(remaining(clonotype(50, genes: (9, 1))) == 1)
    #expect(remaining(clonotype(51, genes: (3, 9))) == 2)
  }

  @Test("never joins types, nor lengths that differ by more than one")
  func kinds() {
    #expect(remaining(clonotype(1, type: .ighDJ)) == 2)
    var shorter = clonotype(1)
    shorter.window.codes.removeLast(2)
    #expect(remaining(shorter) == 2)
  }

  /// The template with a run of four equal bases at 40..<44, and a copy that is one base longer or
  /// shorter at an offset.
  private func indel(
    _ reads: Int,
    _ offset: Int,
    isLonger: Bool,
    quality: UInt8 = 38
  ) -> [Clonotype] {
    var parent = clonotype(1_000)
    for place in 40..<44 { parent.window.codes[place] = 2 }
    (parent.window.codes[39], parent.window.codes[44]) = (0, 1)
    var child = clonotype(reads, quality: quality)
    child.window = parent.window
    if isLonger {
      let base = parent.window.codes[offset]
      child.window.codes.insert(offset < 40 ? (base + 2) % 4 : base, at: offset)
      child.meanQualities.append(quality)
    } else {
      child.window.codes.remove(at: offset)
      child.meanQualities.removeLast()
    }
    return [parent, child]
  }

  @Test(
    "folds one base too many or too few: in a homopolymer as distance 1, elsewhere as distance 2",
    arguments: [true, false]
  )
  func indels(_ isLonger: Bool) {
    #expect(fold(indel(50, 41, isLonger: isLonger)).map(\.duplicateCount) == [1_050])
    #expect(fold(indel(51, 41, isLonger: isLonger)).count == 2)
    for offset in [3, 18, 39, 55] {
      let found = fold(indel(10, offset, isLonger: isLonger))
      #expect(found.map(\.duplicateCount) == [1_010], "\(offset)")
    }
  }

  @Test("protects a believed base among the recombined ones", arguments: [true, false])
  func recombinedIndels(_ isLonger: Bool) {
    let offset = isLonger ? 28 : 27
    #expect(fold(indel(1, offset, isLonger: isLonger, quality: 30)).count == 2)
    #expect(fold(indel(1, offset, isLonger: isLonger, quality: 29)).count == 1)
  }

  @Test("adds the reads of errors to their parent, replicate by replicate")
  func counts() {
    let found = fold([
      clonotype(1_001), clonotype(21, differingAt: [5]), clonotype(7, differingAt: [6, 50]),
    ])
    #expect(found.count == 1)
    #expect(found[0].replicateCounts == [501 + 11 + 4, 500 + 10 + 3])
    #expect(found[0].foldedCount == 28)
    #expect(found[0].window.codes == window)
  }

  @Test("does not let folded reads make room for more")
  func growth() {
    // 50 of 1,000 fold; 51 would be within 5 % of 1,050.
    let found = fold([
      clonotype(1_000), clonotype(51, differingAt: [7]), clonotype(50, differingAt: [5]),
    ])
    #expect(found.map(\.duplicateCount) == [1_050, 51])
  }

  @Test("makes nobody a parent who is an error itself")
  func chains() {
    // 2 reads at distance 1 from an error of 50 and at distance 3 from the parent.
    let found = fold([
      clonotype(1_000), clonotype(10, differingAt: [5, 6]), clonotype(1, differingAt: [5, 6, 7]),
    ])
    #expect(found.map(\.duplicateCount) == [1_010, 1])
  }

  @Test("gives a child of two parents to the nearer, then to the larger")
  func parents() {
    let large = clonotype(2_000)
    let small = clonotype(1_000, differingAt: [2, 10])
    // One difference from the small parent, two from the large one.
    let near = fold([large, small, clonotype(5, differingAt: [2])])
    #expect(near.map(\.duplicateCount) == [2_005, 1_000])
    // The same window twice: the parent under the same genes, though smaller.
    let named = fold([
      large, clonotype(900, differingAt: [], genes: (9, 1)), clonotype(60, genes: (9, 1)),
      clonotype(50, genes: (3, 1)),
    ])
    #expect(named.map(\.duplicateCount) == [2_050, 960])
    // One difference from either; the thirds it shares with each do not matter.
    for offsets in [[2, 50], [50, 2], [2, 3], [25, 50], [2, 25]] {
      let other = clonotype(1_000, differingAt: offsets)
      let between = clonotype(4, differingAt: [offsets[0]], quality: 20)
      let found = fold([large, other, between])
      #expect(found.map(\.duplicateCount) == [2_004, 1_000], "\(offsets)")
    }
  }

  @Test("obeys limits other than the defaults")
  func limits() {
    var collapse = ErrorCollapse()
    (collapse.r1, collapse.r2) = (0.5, 0.2)
    #expect(fold([clonotype(4), clonotype(2, differingAt: [5])], collapse).count == 1)
    #expect(fold([clonotype(10), clonotype(2, differingAt: [5, 50])], collapse).count == 1)
    collapse.maxEdit = 3
    #expect(
      fold([clonotype(1_000), clonotype(9, differingAt: [5, 30, 50], quality: 20)], collapse).count
        == 1
    )
    collapse.maxEdit = 0
    #expect(fold([clonotype(1_000), clonotype(1, differingAt: [5])], collapse).count == 2)
  }

  /// Folding as the rules say it, comparing everything with everything.
  private func slowFold(_ clonotypes: [Clonotype]) -> [Int] {
    var kept: [(clonotype: Clonotype, total: Int)] = []
    for child in clonotypes {
      var best: (distance: Int, otherGenes: Int, index: Int)?
      for (index, (parent, _)) in kept.enumerated()
      where parent.type == child.type && parent.window.count == child.window.count {
        let offsets = parent.window.codes.indices.filter {
          parent.window.codes[$0] != child.window.codes[$0]
        }
        let isProtected = offsets.contains {
          parent.ndn.contains($0) && child.meanQualities[$0] >= 30
        }
        let share = offsets.count < 2 ? 0.05 : 0.01
        let isSame =
          offsets.isEmpty && parent.fiveGenes.contains(where: child.fiveGenes.contains)
          && parent.threeGenes.contains(where: child.threeGenes.contains)
        guard offsets.count <= 2, !isProtected,
          isSame || Double(child.duplicateCount) <= share * Double(parent.duplicateCount)
        else { continue }
        let found = (offsets.count, offsets.isEmpty && !isSame ? 1 : 0, index)
        if best.map({ found < $0 }) ?? true { best = found }
      }
      if let best {
        kept[best.index].total += child.duplicateCount
      } else {
        kept.append((child, child.duplicateCount))
      }
    }
    return kept.map(\.total).sorted(by: >)
  }

  @Test("folds like comparing everything with everything", arguments: 0..<30 as Range<UInt64>)
  func reference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var clonotypes: [Clonotype] = []
    for _ in 0..<120 {
      let offsets = Set((0..<random.below(5)).map { _ in random.below(60) })
      // Counts spread over the decades.
      let reads = 1 + random.below([5, 60, 2_000, 20_000][random.below(4)])
      clonotypes.append(
        clonotype(
          reads,
          differingAt: Array(offsets),
          quality: random.below(2) == 0 ? 25 : 35,
          type: random.below(6) == 0 ? .ighDJ : .ighVDJ,
          genes: (UInt16(random.below(2)), 1)
        )
      )
    }
    clonotypes.sort(by: Clonotype.precedes)
    let found = ErrorCollapse().fold(clonotypes)
    #expect(found.map(\.duplicateCount) == slowFold(clonotypes))
    let all = clonotypes.reduce(0) { $0 + $1.duplicateCount }
    #expect(found.reduce(0) { $0 + $1.duplicateCount } == all)
  }
}
