import Alignments
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Primer set")
struct PrimerSetTests {
  private let five: [UInt8]
  private let three: [UInt8]
  private let insert: [UInt8]
  private let set: PrimerSet

  init() {
    var random = SeededGenerator(seed: 31)
    func bases(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.below(4)) } }
    (five, three, insert) = (bases(20), bases(22), bases(200))
    set = PrimerSet([
      Primer(name: "five", sequence: NucleotideSequence(codes: five)),
      Primer(name: "three", sequence: NucleotideSequence(codes: three)),
    ])
  }

  private var amplicon: [UInt8] { five + insert + three.reversed().map(complement) }

  private func changed(_ codes: [UInt8], _ count: Int) -> [UInt8] {
    var codes = codes
    for index in 0..<count { codes[index * 4] = (codes[index * 4] + 1) % 4 }
    return codes
  }

  @Test("finds the primers of a fragment on either strand")
  func bothEnds() {
    #expect(set.primerFree(amplicon.span) == 20..<220)
    let flipped = Array(amplicon.reversed().map(complement))
    #expect(set.primerFree(flipped.span) == 22..<222)
  }

  @Test("looks only where the read is the fragment's end")
  func openEnds() {
    #expect(set.primerFree(amplicon.span, atStart: false) == 0..<220)
    #expect(set.primerFree(amplicon.span, atEnd: false) == 20..<242)
    #expect(set.primerFree(insert.span) == 0..<200)
  }

  @Test("allows one difference in five and no more", arguments: [(4, 20), (5, 0)])
  func differences(_ count: Int, _ start: Int) {
    let read = changed(five, count) + insert
    #expect(set.primerFree(read.span).lowerBound == start)
  }

  @Test("looks past up to twelve leading bases", arguments: [(0, 20), (7, 27), (12, 32), (13, 0)])
  func offsets(_ leading: Int, _ start: Int) {
    let read = Array(insert.suffix(leading)) + five + insert
    #expect(set.primerFree(read.span).lowerBound == start)
  }

  @Test("takes the longer of two primers that fit")
  func longest() {
    let long = five + [insert[0], insert[1], insert[2]]
    let read = five + insert
    for primers in [[five, long], [long, five]] {
      let set = PrimerSet(
        primers.map { Primer(name: "p", sequence: NucleotideSequence(codes: $0)) }
      )
      #expect(set.primerFree(read.span).lowerBound == 23)
    }
  }

  @Test("leaves a read without primers and a set without primers alone")
  func empty() {
    #expect(PrimerSet([]).primerFree(amplicon.span) == 0..<242)
    #expect(set.primerFree([UInt8]().span) == 0..<0)
    #expect(set.primerFree(five.span).isEmpty)
    #expect(set.primerFree(Array(five.prefix(10)).span) == 0..<10)
  }
}
