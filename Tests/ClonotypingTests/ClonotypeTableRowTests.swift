import Clonotyping
import Rearrangements
import SimulatedReads
import TestSupport
import Testing

@Suite("Rows of a clonotype table")
struct ClonotypeTableRowTests {
  @Test("hold all of it: a table made of them is the same", arguments: 1...6 as ClosedRange<UInt64>)
  func rows(seed: UInt64) throws {
    var bench = try ClonotypeBench(seed: seed)
    var (whole, halves) = (ClonotypeTable(replicateCount: 2), [ClonotypeTable]())
    for _ in 0..<2 { halves.append(ClonotypeTable(replicateCount: 2)) }
    var reads: [CountedRead] = []
    for number in 0..<40 {
      let type = RearrangementType.allCases[number % RearrangementType.allCases.count]
      if let read = bench.read(type, replicate: number % 2) { reads.append(read) }
    }
    #expect(reads.count > 20)
    for number in 0..<400 {
      var read = reads[bench.random.below(reads.count)]
      read.qualities = read.codes.map { _ in UInt8(10 + bench.random.below(30)) }
      read.replicate = bench.random.below(2)
      let identifier = UInt64(bench.random.below(50))
      for target in [false, true] {
        func add(to table: inout ClonotypeTable) {
          table.add(
            read.located,
            codes: read.codes,
            qualities: read.qualities,
            primerFree: read.primerFree,
            fiveGenes: read.fiveGenes,
            threeGenes: read.threeGenes,
            replicate: read.replicate,
            identifier: identifier
          )
        }
        if target { add(to: &halves[number % 2]) } else { add(to: &whole) }
      }
    }
    var again = ClonotypeTable(replicateCount: 2)
    for half in halves.shuffled(using: &bench.random) {
      for index in 0..<half.count {
        #expect(half.row(at: index).isSound)
        again.add(half.row(at: index))
      }
    }
    #expect(Array(again.clonotypes()) == Array(whole.clonotypes()))
    #expect(again.clonotypes().allSatisfy { $0.molecules.count == 2 })
  }

  @Test(
    "keep sums of scores that outgrow one, two bytes",
    arguments: [1, 2, 3, 704, 705, 2_000]
  )
  func sums(reads: Int) throws {
    var bench = try ClonotypeBench(seed: UInt64(reads))
    var read: CountedRead?
    while read == nil { read = bench.read(.ighVDJ) }
    var counted = try #require(read)
    let window = counted.located.windowRange
    var table = ClonotypeTable(replicateCount: 1)
    var expected = [UInt64](repeating: 0, count: window.count)
    for _ in 0..<reads {
      counted.qualities = counted.codes.map { _ in UInt8(93 - bench.random.below(3)) }
      for (place, score) in counted.qualities[window].enumerated() {
        expected[place] += UInt64(score)
      }
      counted.add(to: &table)
    }
    #expect(table.row(at: 0).qualitySums == expected)
    var doubled = table
    doubled.merge(table)
    #expect(doubled.row(at: 0).qualitySums == expected.map { 2 * $0 })
  }

  @Test("keep reads of any length, with and without unknown bases", arguments: [0, 1, 300_000])
  func representatives(added: Int) throws {
    var bench = try ClonotypeBench(seed: 12)
    var table = ClonotypeTable(replicateCount: 1)
    while table.count == 0 { bench.read(.igkVJ)?.add(to: &table) }
    var rows: [ClonotypeTable.Row] = []
    for number in 0..<40 {
      var row = table.row(at: 0)
      row.fiveGenes = [UInt16(number)]
      let length = added + bench.random.below(9)
      row.representative += (0..<length).map { _ in
        UInt8(bench.random.below(number % 2 == 0 ? 4 : 5))
      }
      rows.append(row)
    }
    var other = ClonotypeTable(replicateCount: 1)
    for row in rows { other.add(row) }
    #expect((0..<other.count).map { other.row(at: $0) } == rows)
    // A better read of another length takes the place of each.
    for index in rows.indices {
      rows[index].representativeQuality += 1
      rows[index].representative.removeLast(bench.random.below(added + 1))
      rows[index].representative += [0, 4, 1].prefix(bench.random.below(4))
      other.add(rows[index])
      rows[index].counts[0] *= 2
      rows[index].qualitySums = rows[index].qualitySums.map { 2 * $0 }
    }
    #expect((0..<other.count).map { other.row(at: $0) } == rows)
  }

  @Test("are not sound where their parts do not fit together")
  func unsound() throws {
    var bench = try ClonotypeBench(seed: 9)
    var table = ClonotypeTable(replicateCount: 1)
    while table.count == 0 { bench.read(.ighVDJ)?.add(to: &table) }
    let row = table.row(at: 0)
    #expect(row.isSound)
    let changes: [(inout ClonotypeTable.Row) -> Void] = [
      { $0.qualitySums.removeLast() }, { $0.window[0] = 5 }, { $0.representative[0] = 9 },
      { $0.window[0] ^= 1 },
      { $0.windowOffset = $0.representative.count }, { $0.windowOffset = -1 },
      { $0.counts[0] = -1 },
      { $0.ndn = 0..<($0.window.count + 1) }, { $0.primerFree = 0..<($0.representative.count + 1) },
      { $0.fiveGenes = .init(repeating: 1, count: 256) },
    ]
    for change in changes {
      var other = row
      change(&other)
      #expect(!other.isSound)
    }
  }
}
