import Clonotyping
import Nucleotides
import Rearrangements
import Testing
import Tracking

@Suite("Bases of reads with a known junction")
struct SubcloneTallyTests {
  private static let bases = "ACGTACGTACGTACGTACGTTGTGCGAGATTCTGG"
  private static let window = 20..<35

  private func tally(
    _ reads: [(bases: String, quality: UInt8, count: Int)]
  ) throws -> SubcloneTally {
    var tally = SubcloneTally([
      SubcloneTally.Reference(
        type: .ighVDJ,
        bases: try #require(NucleotideSequence(Self.bases)),
        window: Self.window
      )
    ])
    for read in reads {
      let codes = try #require(NucleotideSequence(read.bases)).codes
      let window = (codes.count - Self.window.count)..<codes.count
      guard let reference = tally.reference(.ighVDJ, junction: codes[window]) else { continue }
      for _ in 0..<read.count {
        tally.add(
          to: reference,
          codes: codes,
          qualities: Array(repeating: read.quality, count: codes.count),
          windowOffset: window.lowerBound,
          primerFree: 2..<codes.count
        )
      }
    }
    return tally
  }

  private static func changed(_ offsets: [Int]) -> String {
    String(bases.enumerated().map { offsets.contains($0) ? ($1 == "A" ? "C" : "A") : $1 })
  }

  @Test("a member with 0.2 of the reads is seen, with less it is not")
  func share() throws {
    let seen = try tally([(Self.bases, 37, 80), (Self.changed([5, 9]), 37, 20)])
    let member = try #require(seen.subclone(of: 0, atLeast: 0.2))
    #expect(member.bases.description == Self.changed([5, 9]))
    #expect(member.share == 0.2)
    let rare = try tally([(Self.bases, 37, 81), (Self.changed([5, 9]), 37, 20)])
    #expect(rare.subclone(of: 0, atLeast: 0.2) == nil)
  }

  @Test("untrusted bases, bases under primers and other junctions do not count")
  func guards() throws {
    let untrusted = try tally([(Self.bases, 37, 8), (Self.changed([5, 9]), 29, 20)])
    #expect(untrusted.subclone(of: 0, atLeast: 0.2) == nil)
    let primer = try tally([(Self.bases, 37, 8), (Self.changed([0, 1]), 37, 20)])
    #expect(primer.subclone(of: 0, atLeast: 0.2) == nil)
    let other = try tally([(Self.bases, 37, 8), (Self.changed([5, 9, 25]), 37, 20)])
    #expect(other.subclone(of: 0, atLeast: 0.2) == nil)
  }

  @Test("shorter reads are laid on the junction; sums do not depend on the order")
  func shortReads() throws {
    let short = String(Self.changed([15, 17]).dropFirst(10))
    let left = try tally([(Self.bases, 37, 10), (short, 37, 10)])
    let right = try tally([(short, 37, 10), (Self.bases, 37, 10)])
    #expect(left == right)
    #expect(
      try #require(left.subclone(of: 0, atLeast: 0.2)).bases.description
        == Self.changed([15, 17])
    )
    var sum = try tally([(Self.bases, 37, 10)])
    sum.merge(try tally([(short, 37, 10)]))
    #expect(sum == left)
  }
}
