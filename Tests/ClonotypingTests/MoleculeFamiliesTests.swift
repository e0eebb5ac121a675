import Clonotyping
import Nucleotides
import SimulatedReads
import Testing

@Suite("Molecule families")
struct MoleculeFamiliesTests {
  private func identifier(_ bases: String) throws -> UInt64 {
    let codes = try #require(NucleotideSequence(bases)).codes
    let found = UMIPattern(read: 1, length: codes.count).identifier(codes.span)
    return try #require(found)
  }

  private func differing(_ offsets: [Int]) -> ReadDifferences {
    var made = ReadDifferences()
    for offset in offsets { made.add(offset: offset, base: 1, score: 37) }
    return made
  }

  @Test("reads the identifier off the first bases")
  func pattern() throws {
    let read = try #require(NucleotideSequence("ACGTTTNAC")).codes
    let found = [4, 6, 7, 10].map { length -> UInt64? in
      UMIPattern(read: 1, length: length).identifier(read.span)
    }
    #expect(found == [0b00_01_10_11, 0b00_01_10_11_11_11, nil, nil])
  }

  @Test(
    "folds an error of an identifier into one of five times its reads",
    arguments: [
      (5, 1, 1), (4, 1, 2), (10, 2, 1), (9, 2, 2),
    ]
  )
  func errors(_ reads: Int, _ others: Int, _ molecules: Int) throws {
    var families = MoleculeFamilies()
    families.add(try identifier("ACGTACGT"), reads: reads)
    families.add(try identifier("ACGTACGA"), reads: others)
    let found = families.molecules(length: 8)
    #expect(found.count == molecules)
    #expect(found.reduce(0) { $0 + $1.reads } == reads + others)
    #expect(families.count == 2)
  }

  @Test("leaves identifiers two bases apart, and follows errors of errors to their root")
  func distance() throws {
    var families = MoleculeFamilies()
    families.add(try identifier("AAAAAAAA"), reads: 100)
    families.add(try identifier("AAAAAACC"), reads: 1)
    #expect(families.molecules(length: 8).map(\.reads) == [100, 1])
    families.add(try identifier("AAAAAAAC"), reads: 10)
    #expect(families.molecules(length: 8).map(\.reads) == [111])
  }

  @Test("believes what more than half of a molecule's reads show")
  func consensus() throws {
    var families = MoleculeFamilies()
    let one = try identifier("ACGTACGT")
    families.add(one, .none, reads: 2)
    families.add(one, differing([5]), reads: 2)
    #expect(families.molecules(length: 8).map(\.consensus) == [.none])
    families.add(one, differing([5, 9]))
    let found = families.molecules(length: 8)
    #expect(found.map(\.consensus.all) == [[.init(offset: 5, base: 1, score: 37)]])
    #expect(found.map(\.reads) == [5])
  }

  @Test("is the same for any order of reads and batches", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var reads: [(UInt64, ReadDifferences)] = []
    for _ in 0..<300 {
      let identifier = UInt64(random.below(6)) << 6 | UInt64(random.below(3))
      reads.append((identifier, differing(random.below(3) == 0 ? [random.below(3)] : [])))
    }
    func counted(_ reads: [(UInt64, ReadDifferences)], cut: Int) -> MoleculeFamilies {
      var (one, two) = (MoleculeFamilies(), MoleculeFamilies())
      for read in reads[..<cut] { one.add(read.0, read.1) }
      for read in reads[cut...] { two.add(read.0, read.1) }
      one.merge(two)
      return one
    }
    let first = counted(reads, cut: 0)
    let second = counted(reads.shuffled(using: &random), cut: 150)
    #expect(first == second)
    #expect(first.molecules(length: 8) == second.molecules(length: 8))
    #expect(first.molecules(length: 8).reduce(0) { $0 + $1.reads } == 300)
  }
}
