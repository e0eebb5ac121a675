import Clonotyping
import Nucleotides
import SimulatedReads
import Testing
import Tracking

@Suite("Signature")
struct SignatureTests {
  private let read: NucleotideSequence

  init() {
    var random = SeededGenerator(seed: 61)
    read = NucleotideSequence(codes: (0..<200).map { _ in UInt8(random.below(4)) })
  }

  private func signature(_ recombined: Range<Int>, _ primerFree: Range<Int>) -> Signature? {
    Signature(of: read, recombined: recombined, primerFree: primerFree)
  }

  @Test("has twenty germline bases on both sides")
  func wanted() throws {
    let found = try #require(signature(100..<120, 0..<200))
    #expect(found.bases == read[80..<140])
    #expect(found.ndn == 20..<40)
  }

  @Test("keeps two bases away from primers")
  func primers() throws {
    let found = try #require(signature(100..<130, 85..<145))
    #expect(found.bases == read[87..<143])
    #expect(found.ndn == 13..<43)
  }

  @Test("grows to forty bases where the recombined ones are few")
  func short() throws {
    let left = try #require(signature(100..<104, 0..<112))
    #expect(left.bases == read[70..<110])
    let right = try #require(signature(100..<104, 90..<200))
    #expect(right.bases == read[92..<132])
    #expect(right.ndn == 8..<12)
  }

  @Test("takes the two bases at the seam where nothing was added")
  func seam() throws {
    let found = try #require(signature(100..<100, 0..<200))
    #expect(found.bases == read[80..<120])
    #expect(found.ndn == 19..<21)
  }

  @Test("is nothing below forty bases", arguments: [(44, true), (43, false)])
  func fewest(_ free: Int, _ isThere: Bool) {
    #expect((signature(100..<110, 80..<(80 + free)) != nil) == isThere)
  }

  @Test(
    "is nothing without four germline bases on each side",
    arguments: [
      (94, true), (95, false),
    ]
  )
  func fewestFlank(_ start: Int, _ isThere: Bool) {
    #expect((signature(100..<110, start..<200) != nil) == isThere)
    #expect((signature(90..<100, 0..<(200 - start)) != nil) == isThere)
  }

  @Test("is nothing where the recombined bases lie under a primer")
  func covered() {
    #expect(signature(100..<110, 120..<200) == nil)
    #expect(signature(100..<110, 0..<90) == nil)
    #expect(signature(100..<110, 150..<150) == nil)
    #expect(signature(100..<110, 0..<0) == nil)
  }
}
