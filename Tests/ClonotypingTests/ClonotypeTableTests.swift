import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing

@Suite("Clonotype table")
struct ClonotypeTableTests {
  /// Reads of a few rearrangements, many equal, some of equal quality, some shortened.
  private func reads(_ seed: UInt64) throws -> [CountedRead] {
    var bench = try ClonotypeBench(seed: seed)
    var reads: [CountedRead] = []
    for number in 0..<18 {
      guard let first = bench.read(RearrangementType.allCases[number % 6]) else { continue }
      for _ in 0..<(1 + bench.random.below(12)) {
        var read = first
        read.replicate = bench.random.below(3)
        switch bench.random.below(4) {
        case 0: break
        case 1: read.qualities = read.qualities.map { _ in 30 }
        case 2:
          // Another first base: the same rearrangement read from another molecule.
          read.codes[0] = UInt8(bench.random.below(4))
          read.qualities = read.qualities.map { _ in 30 }
        default:
          read.qualities = read.qualities.map { _ in UInt8(2 + bench.random.below(39)) }
        }
        let removed = bench.random.below(3)
        read.codes.removeLast(removed)
        read.qualities.removeLast(removed)
        read.primerFree = 0..<read.codes.count
        guard read.located.windowRange.upperBound <= read.codes.count else { continue }
        if bench.random.below(8) == 0 { read.fiveGenes.append(60_000) }
        reads.append(read)
      }
    }
    return reads
  }

  private func table(of reads: some Sequence<CountedRead>) -> ClonotypeTable {
    var table = ClonotypeTable(replicateCount: 3)
    for read in reads { read.add(to: &table) }
    return table
  }

  @Test("does not depend on order, batches or merging", arguments: 0..<12 as Range<UInt64>)
  func order(seed: UInt64) throws {
    let reads = try reads(seed)
    #expect(reads.count > 60)
    let expected = Array(table(of: reads).clonotypes())
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      #expect(Array(table(of: reads.shuffled(using: &random)).clonotypes()) == expected)
      // Any number of batches, merged in any order into any of them.
      let count = 1 + random.below(7)
      var batches = [[CountedRead]](repeating: [], count: count)
      for read in reads { batches[random.below(count)].append(read) }
      batches.shuffle(using: &random)
      var merged = ClonotypeTable(replicateCount: 3)
      if random.below(2) == 0 { merged = table(of: batches.removeLast()) }
      for batch in batches { merged.merge(table(of: batch)) }
      #expect(Array(merged.clonotypes()) == expected)
    }
  }

  @Test("copies of a read count as the read does", arguments: 40..<48 as Range<UInt64>)
  func copies(seed: UInt64) throws {
    struct Bases: Hashable {
      var codes: [UInt8]
      var genes: [UInt16]
    }
    var random = SeededGenerator(seed: seed)
    let reads = try reads(seed)
    var table = ClonotypeTable(replicateCount: 3)
    var known: [Bases: Int] = [:]
    var copies = 0
    for read in reads {
      let bases = Bases(codes: read.codes, genes: read.fiveGenes)
      guard let index = known[bases] else {
        known[bases] = read.add(to: &table)
        continue
      }
      // As sequenced, a copy may be the other strand.
      let revComp = random.below(2) == 0
      copies += 1
      table.addCopy(
        of: index,
        ReadPlacement(read.located, primerFree: read.primerFree),
        codes: revComp ? read.codes.reversed().map(complement) : read.codes,
        qualities: revComp ? read.qualities.reversed() : read.qualities,
        revComp: revComp,
        replicate: read.replicate,
        identifier: nil
      )
    }
    #expect(copies > 20)
    #expect(Array(table.clonotypes()) == Array(self.table(of: reads).clonotypes()))
  }

  /// Everything a clonotype has, by a dictionary.
  @Test("counts what a dictionary counts", arguments: 20..<26 as Range<UInt64>)
  func dictionary(seed: UInt64) throws {
    struct Key: Hashable {
      var type: RearrangementType
      var window: ArraySlice<UInt8>
      var genes: [[UInt16]]
    }
    let reads = try reads(seed)
    let groups = Dictionary(grouping: reads) {
      Key(
        type: $0.located.type,
        window: $0.codes[$0.located.windowRange],
        genes: [$0.fiveGenes, $0.threeGenes]
      )
    }
    let table = table(of: reads)
    let found = Array(table.clonotypes())
    #expect(table.count == groups.count)
    #expect(found.count == groups.count)
    for clonotype in found {
      let key = Key(
        type: clonotype.type,
        window: clonotype.window.codes[...],
        genes: [clonotype.fiveGenes, clonotype.threeGenes]
      )
      let group = try #require(groups[key])
      #expect(clonotype.replicateCounts == (0..<3).map { r in group.count { $0.replicate == r } })
      #expect(clonotype.duplicateCount == group.count)
      #expect(clonotype.foldedCount == 0)
      let means = clonotype.window.codes.indices.map { offset in
        group.reduce(0) { $0 + Int($1.qualities[$1.located.windowRange.lowerBound + offset]) }
          / group.count
      }
      #expect(clonotype.meanQualities.map(Int.init) == means)
      #expect(group.contains { $0.codes == clonotype.representative.codes })
      let placed = clonotype.windowOffset..<(clonotype.windowOffset + clonotype.window.count)
      #expect(clonotype.representative[placed] == clonotype.window)
      let mean = { (read: CountedRead) in
        1_000 * read.qualities.reduce(0) { $0 + Int($1) } / read.codes.count
      }
      let best = group.map(mean).max()
      #expect(group.contains { mean($0) == best && $0.codes == clonotype.representative.codes })
    }
  }

  @Test("lists by reads, then by type, window and genes", arguments: 30..<34 as Range<UInt64>)
  func listed(seed: UInt64) throws {
    let found = Array(table(of: try reads(seed)).clonotypes())
    for (left, right) in zip(found, found.dropFirst()) {
      #expect(Clonotype.precedes(left, right))
      #expect(!Clonotype.precedes(right, left))
      #expect(left.duplicateCount >= right.duplicateCount)
    }
  }

  @Test("keeps one primer-free part for equal reads whatever their order")
  func equalReads() throws {
    var bench = try ClonotypeBench(seed: 41)
    let read = bench.read(.ighVDJ)
    let open = try #require(read)
    var closed = open
    closed.primerFree = 20..<(open.codes.count - 20)
    #expect(
      Array(table(of: [open, closed]).clonotypes())
        == Array(table(of: [closed, open]).clonotypes())
    )
  }

  @Test("refuses to merge tables of unequal replicates")
  func unequal() async {
    await #expect(processExitsWith: .failure) {
      var table = ClonotypeTable(replicateCount: 2)
      table.merge(ClonotypeTable(replicateCount: 3))
    }
  }
}
