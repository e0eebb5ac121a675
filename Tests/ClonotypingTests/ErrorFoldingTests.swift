import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing

@Suite("Folding a sample in parts")
struct ErrorFoldingTests {
  /// Clonotypes with few windows near each other, under few genes.
  private func sample(_ random: inout SeededGenerator) throws -> [Clonotype] {
    var bench = try ClonotypeBench(seed: 51)
    var drawn: Clonotype?
    while drawn == nil { drawn = bench.clonotype(.ighVDJ, counts: [1, 1]) }
    let template = try #require(drawn)
    let bases = (0..<36).map { _ in UInt8(random.below(4)) }
    var known: Set<[Int]> = []
    var clonotypes: [Clonotype] = []
    while clonotypes.count < 300 {
      var made = template
      made.type = random.below(4) == 0 ? .igkVJ : .ighVDJ
      made.window.codes = bases
      for _ in 0..<random.below(4) { made.window.codes[random.below(36)] = UInt8(random.below(4)) }
      made.ndn = 12..<20
      (made.fiveGenes, made.threeGenes) = ([UInt16(random.below(3))], [1])
      let key = [made.type.ordinal, Int(made.fiveGenes[0])] + made.window.codes.map { Int($0) }
      guard known.insert(key).inserted else { continue }
      let size = [1, 1, 2, 5, 19, 20, 21, 60, 400, 3_000][random.below(10)]
      made.replicateCounts = [size - size / 3, size / 3]
      made.meanQualities = made.window.codes.map { _ in UInt8(28 + random.below(4)) }
      clonotypes.append(made)
    }
    return clonotypes
  }

  /// Everything compared with everything, from the largest to the smallest (article "Error
  /// collapse", section 1).
  private func slowlyFolded(_ clonotypes: [Clonotype], _ collapse: ErrorCollapse) -> [Clonotype] {
    var kept: [Clonotype] = []
    var own: [Int] = []
    for child in clonotypes.sorted(by: Clonotype.precedes) {
      let possible = kept.indices.compactMap { place -> (Int, Int, Int)? in
        let parent = kept[place]
        guard parent.type == child.type else { return nil }
        let differing = parent.window.codes.indices.filter {
          parent.window.codes[$0] != child.window.codes[$0]
        }
        let isBelieved = differing.contains {
          parent.ndn.contains($0) && child.meanQualities[$0] >= 30
        }
        let sameGenes = parent.fiveGenes == child.fiveGenes
        let share = differing.count <= 1 ? collapse.r1 : collapse.r2
        guard differing.count <= 2, !isBelieved,
          differing.isEmpty && sameGenes
            || Double(child.duplicateCount) <= share * Double(own[place])
        else { return nil }
        return (differing.count, differing.isEmpty && !sameGenes ? 1 : 0, place)
      }
      if let parent = possible.min(by: <)?.2 {
        for replicate in [0, 1] {
          kept[parent].replicateCounts[replicate] += child.replicateCounts[replicate]
        }
        kept[parent].foldedCount += child.duplicateCount
      } else {
        kept.append(child)
        own.append(child.duplicateCount)
      }
    }
    return kept.sorted(by: Clonotype.precedes)
  }

  @Test(
    "is folding all of it from the largest to the smallest",
    arguments: 1...8 as ClosedRange<UInt64>
  )
  func folds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sample = try sample(&random)
    var collapse = ErrorCollapse()
    (collapse.r1, collapse.r2) = [(0.05, 0.01), (0.2, 0.3), (0, 0), (1, 1)][Int(seed) % 4]
    let found = collapse.fold(sample.shuffled(using: &random))
    #expect(found == slowlyFolded(sample, collapse))
    #expect(found.count < sample.count || collapse.r1 == 0)
    #expect(
      found.reduce(0) { $0 + $1.duplicateCount } == sample.reduce(0) { $0 + $1.duplicateCount }
    )
  }

  @Test("lists clonotypes with their sizes and places", arguments: 1...4 as ClosedRange<UInt64>)
  func sizes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sample = try sample(&random).sorted(by: Clonotype.precedes)
    let list = ClonotypeList(sample)
    #expect(list.map(\.duplicateCount) == sample.map(\.duplicateCount))
    for locusClass in LocusClass.allCases {
      let like = sample.enumerated().filter { LocusClass($1.type) == locusClass }
      let sizes = list.sizes[locusClass] ?? .init()
      #expect(sizes.reads == like.reduce(0) { $0 + $1.element.duplicateCount })
      #expect(Array(sizes.ranked) == like.map(\.element.duplicateCount))
      #expect(list.clonotypes(of: locusClass).map(\.offset) == like.map(\.offset))
      #expect(
        sizes.reads(inClonotypesOf: 20)
          == like.map(\.element.duplicateCount).filter { $0 >= 20 }.reduce(0, +)
      )
    }
  }
}
