import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing
import Tracking

@Suite("Candidates that are listed")
struct CandidateListTests {
  /// Clonotypes of so many reads each and one of the reads that are left, all of one class.
  private func select(
    _ counts: [Int],
    total: Int
  ) throws -> (listed: [IndexCandidate], annotator: Annotator) {
    var bench = try ClonotypeBench(seed: 97)
    var clonotypes: [Clonotype] = []
    let wanted = counts + Array(repeating: 20, count: (total - counts.reduce(0, +)) / 20)
    let rest = total - wanted.reduce(0, +)
    while clonotypes.count < counts.count {
      if let made = bench.clonotype(.ighVDJ, counts: [counts[clonotypes.count]]) {
        clonotypes.append(made)
      }
    }
    let filler = try #require(clonotypes.first)
    for reads in wanted.dropFirst(counts.count) + (rest > 0 ? [rest] : []) {
      var one = filler
      one.window.codes = (0..<60).map { _ in UInt8(bench.random.below(4)) }
      one.replicateCounts = [reads]
      clonotypes.append(one)
    }
    let result = IndexSelection(.clonetrackMMv1, bench.annotator).select(
      ClonotypeList(clonotypes.sorted(by: Clonotype.precedes)),
      SelectionContext(templatesPerRead: 1, cells: 100_000, prefix: "S1")
    )
    return (result.accepted + result.rejected, bench.annotator)
  }

  @Test("the fourth of a class is listed from 1 % on", arguments: [(200, true), (199, false)])
  func share(_ reads: Int, _ isListed: Bool) throws {
    let listed = try select([5_000, 1_500, 1_400, reads], total: 20_000).listed
    #expect(listed.contains { $0.clonotype.duplicateCount == reads } == isListed)
    #expect(listed.count == (isListed ? 4 : 3))
  }

  @Test("ten of a class are listed, however many there are")
  func number() throws {
    let counts = (0..<12).map { 1_000 - $0 }
    let listed = try select(counts, total: 20_000).listed
    #expect(listed.map(\.clonotype.duplicateCount).sorted(by: >) == Array(counts.prefix(10)))
  }

  @Test("background is expected among 10,000 polyclonal templates")
  func planned() throws {
    let (listed, annotator) = try select([5_000], total: 20_000)
    let candidate = try #require(listed.first { $0.clonotype.duplicateCount == 5_000 })
    let target = try #require(candidate.target)
    let expected = ExpectedBackground(annotator.germline).estimate(of: target, among: 10_000)
    #expect(expected.templates > 0)
    #expect(candidate.expectedBackground == expected)
  }

  @Test(
    "a tenth of an unrelated template in a follow-up leaves a marker primary, more does not",
    arguments: [(9, TrackingRole.primary), (10, .supporting)]
  )
  func expectedBackground(_ found: Int, _ role: TrackingRole) throws {
    // x finds among 10⁶ clonotypes: (x + 1) / 10⁶ · 10,000 = 0.1 for nine, 0.11 for ten.
    let (listed, annotator) = try select([5_000], total: 20_000)
    let candidate = try #require(listed.first { $0.clonotype.duplicateCount == 5_000 })
    let target = try #require(candidate.target)
    var counts = BackgroundCounts([target], tolerance: .init())
    let read = candidate.clonotype.representative.codes
    for _ in 0..<found { counts.add(read.span, .ighVDJ) }
    let other: [UInt8] = [0]
    for _ in found..<1_000_000 { counts.add(other.span, .ighVDJ) }
    let background = ExpectedBackground(annotator.germline, counts: counts)
    let result = IndexSelection(.clonetrackMMv1, annotator, background: background).select(
      ClonotypeList([candidate.clonotype] + Self.others(of: candidate.clonotype)),
      SelectionContext(templatesPerRead: 1, cells: 100_000, prefix: "S1")
    )
    let judged = try #require(result.accepted.first)
    #expect(judged.role == role)
    #expect(judged.expectedBackground?.source == .backgroundFile)
    #expect(judged.gates.first { $0.kind == .uniqueness }?.passed == (role == .primary))
  }

  /// 15,000 reads of clonotypes that are never listed.
  private static func others(of clonotype: Clonotype) -> [Clonotype] {
    (0..<750).map { number in
      var other = clonotype
      other.window.codes = (0..<60).map { UInt8((number >> ($0 % 12)) & 1) }
      other.replicateCounts = [20]
      return other
    }
  }
}
