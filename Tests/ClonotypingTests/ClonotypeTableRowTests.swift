import Clonotyping
import Rearrangements
import SimulatedReads
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
    #expect(again.clonotypes() == whole.clonotypes())
    #expect(again.clonotypes().allSatisfy { $0.molecules.count == 2 })
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
