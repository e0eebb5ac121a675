import Clonotyping
import Rearrangements
import Testing
import Tracking

/// How much of each class a library holds.
@Suite("Repertoire of a class")
struct ClassRepertoireTests {
  private static func sample() throws -> ClonotypeSample {
    try ClonotypeSample([
      (.igkVJ, [[30, 3], [50, 5]]),
      (.ighVDJ, (0..<25).map { [200 - 2 * $0, 1] }),
      (.igkIntronKde, [[8, 0]]),
    ])
  }

  @Test("classes come in order of preference, each with all its reads and clonotypes")
  func totals() throws {
    let sample = try Self.sample()
    let all = ClassRepertoire.all(of: sample.list, names: [:], sample.annotator)
    #expect(all.map(\.locusClass) == [.ighVDJ, .igkKde, .igkVJ])
    #expect(all.map(\.clonotypes) == [25, 1, 2])
    // 25 · 200 − 2 · (0 + … + 24) + 25, and both replicates of the others.
    #expect(all.map(\.reads) == [4_425, 8, 88])
    #expect(
      all[0].abundance.map(\.rank) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19, 22, 25]
    )
    #expect(all[0].abundance.first?.reads == 201)
    #expect(all[0].abundance.last?.reads == 153)
    #expect(all[2].abundance.map(\.reads) == [55, 33])
  }

  @Test("the twenty largest are listed by their row in the table of all clonotypes")
  func largest() throws {
    let sample = try Self.sample()
    let all = ClassRepertoire.all(of: sample.list, names: [:], sample.annotator)
    #expect(all[0].largest.map(\.reads) == (0..<20).map { 201 - 2 * $0 })
    #expect(all[0].largest.map(\.id) == (1...20).map { .row($0) })
    #expect(all[2].largest.map(\.id) == [.row(26), .row(27)])
    #expect(all[1].largest.map(\.id) == [.row(28)])
    #expect(all[2].largest.map(\.likeFraction) == [55.0 / 88, 33.0 / 88])
  }

  @Test("a clonotype that has a name is listed by it")
  func names() throws {
    let sample = try Self.sample()
    let second = sample.list.leading[1]
    let all = ClassRepertoire.all(
      of: sample.list,
      names: [second.identity: "P1.IGH_VDJ.1"],
      sample.annotator
    )
    #expect(all[0].largest.prefix(3).map(\.id) == [.row(1), "P1.IGH_VDJ.1", .row(3)])
  }

  @Test("genes and amino acids are those of the kind of recombination")
  func calls() throws {
    let sample = try Self.sample()
    let all = ClassRepertoire.all(of: sample.list, names: [:], sample.annotator)
    for member in all[0].largest {
      #expect(member.vCall?.hasPrefix("IGHV") == true)
      #expect(member.jCall?.hasPrefix("IGHJ") == true)
      #expect(member.junctionAA?.hasPrefix("C") == true, "a junction begins with Cys104")
    }
    let deleting = try #require(all[1].largest.first)
    #expect(deleting.vCall == nil)
    #expect(deleting.jCall == nil)
    #expect(deleting.junctionAA == nil)
    #expect(all[2].largest.allSatisfy { $0.vCall?.hasPrefix("IGKV") == true })
  }

  @Test("an empty list has no class")
  func empty() throws {
    let sample = try ClonotypeSample([])
    #expect(ClassRepertoire.all(of: sample.list, names: [:], sample.annotator) == [])
  }
}
