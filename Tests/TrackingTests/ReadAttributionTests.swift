import Clonotyping
import Nucleotides
import Quantification
import Rearrangements
import SimulatedReads
import TestSupport
import Testing
import Tracking

@Suite("Read attribution")
struct ReadAttributionTests {
  private let signature: [UInt8]
  private let flank: [UInt8]
  private let template: Clonotype

  init() throws {
    var bench = try ClonotypeBench(seed: 61)
    let drawn = bench.clonotype(.ighVDJ, counts: [1])
    template = try #require(drawn)
    signature = (0..<60).map { _ in UInt8(bench.random.below(4)) }
    flank = (0..<30).map { _ in UInt8(bench.random.below(4)) }
  }

  private func changed(_ offset: Int, by step: UInt8 = 1) -> UInt8 {
    (signature[offset] + step) % 4
  }

  /// A clonotype whose sequence is the signature with some bases changed; its window is 15..<45 of it.
  private func clonotype(
    _ reads: Int,
    _ offsets: [Int],
    type: RearrangementType = .ighVDJ
  ) -> Clonotype {
    var codes = signature
    for offset in offsets { codes[offset] = changed(offset) }
    var made = template
    made.type = type
    made.window.codes = Array(codes[15..<45])
    made.ndn = 5..<25
    made.representative.codes = flank + codes + flank
    made.windowOffset = flank.count + 15
    made.primerFree = 0..<made.representative.count
    made.replicateCounts = [reads]
    return made
  }

  private func attribution(
    _ exact: Int,
    _ clonotypes: [Clonotype],
    type: RearrangementType? = .ighVDJ,
    errorRate: Double = 1e-3
  ) -> ReadAttribution {
    let target = SignatureTarget(
      signature: Signature(bases: NucleotideSequence(codes: signature), ndn: 20..<40),
      type: type
    )
    return ReadAttribution(
      SignatureMatcher([target], tolerance: .init(), errorRate: 1e-3),
      exactReads: [exact],
      clonotypes: ClonotypeList(clonotypes),
      collapse: .init(),
      errorRate: errorRate
    )
  }

  private func owner(
    _ exact: Int,
    _ clonotypes: [Clonotype],
    _ differences: [(offset: Int, score: UInt8)],
    step: UInt8 = 1
  ) -> ReadAttribution.Owner {
    var read = ReadDifferences()
    for one in differences {
      read.add(offset: one.offset, base: changed(one.offset, by: step), score: one.score)
    }
    return attribution(exact, clonotypes).owner(read, of: 0)
  }

  @Test("leaves reads to the target where no clonotype is near")
  func alone() {
    #expect(owner(0, [], [(18, 37)]) == .target)
    #expect(owner(0, [clonotype(100_000, [16, 18, 20, 22, 24])], [(18, 37)]) == .target)
    #expect(owner(1_000, [clonotype(1_000, [])], [(18, 37)]) == .target)
  }

  @Test("gives the reads of a neighbour to it, also where the difference is of low quality")
  func neighbour() {
    let near = clonotype(10_000, [18])
    #expect(owner(100, [near], [(18, 37)]) == .neighbour)
    #expect(owner(100, [near], [(18, 10)]) == .neighbour)
    #expect(owner(100, [near], [(18, 37), (30, 12)]) == .neighbour)
    #expect(owner(0, [clonotype(10_000, [25])], [(25, 10)]) == .neighbour)
    // Another base at the same place is as much a difference from the one as from the other.
    #expect(owner(1_000_000, [clonotype(60_000, [18])], [(18, 37)], step: 2) == .ambiguous)
    #expect(owner(100, [near], [(18, 37)], step: 2) == .ambiguous)
  }

  @Test("weighs reads and likelihood: K · L decides by 100 to 1")
  func odds() {
    // A read with an error elsewhere: the neighbour needs a second, sure, one: 3 · 0.999 / 0.001.
    #expect(owner(1_000, [clonotype(10_000, [18])], [(5, 37)]) == .target)
    #expect(owner(1_000, [clonotype(40_000, [18])], [(5, 37)]) == .ambiguous)
    // At Q37 (its step's middle, Q37) the odds of the difference are 3 · 0.998 8 / 0.001 2 = 2,499.
    #expect(owner(25_000, [clonotype(1_300, [18])], [(18, 37)]) == .neighbour)
    #expect(owner(25_000, [clonotype(1_251, [18])], [(18, 37)]) == .neighbour)
  }

  @Test(
    "takes for a neighbour what errors of the target do not explain",
    arguments: [(0, 2, false), (0, 3, true), (100, 5, false), (100, 6, true)]
  )
  func abundance(_ exact: Int, _ reads: Int, _ counts: Bool) {
    let near = clonotype(reads, [18])
    #expect((attribution(exact, [near]).expectedErrorReads(of: 0) > 0) == counts)
    #expect((owner(exact, [near], [(18, 37)]) != .target) == counts)
  }

  @Test("does not take the target's own clonotype, or another type, for a neighbour")
  func own() {
    #expect(owner(100, [clonotype(10_000, [50])], [(50, 37)]) == .target)
    #expect(owner(100, [clonotype(10_000, [18], type: .ighDJ)], [(18, 37)]) == .target)
    let other = clonotype(10_000, [18], type: .ighDJ)
    #expect(attribution(100, [other], type: nil).expectedErrorReads(of: 0) > 0)
  }

  @Test(
    "expects K (ε/3)^d reads of errors from all neighbours together, ε that of reads or of UMIs",
    arguments: [(false, 101), (true, 10.01)]
  )
  func expected(_ countsMolecules: Bool, _ errors: Double) {
    // 300,000 · 0.001/3 + 9,000,000 · (0.001/3)² = 100 + 1; with 0.0001 it is 10 + 0.01.
    let detection = QuantificationParameters.clonetrackMMv1.detection
    let found = attribution(
      0,
      [clonotype(9_000_000, [18, 30]), clonotype(300_000, [18])],
      errorRate: detection.errorRate(countsMolecules: countsMolecules)
    )
    #expect(abs(found.expectedErrorReads(of: 0) - errors) < 1e-9)
    #expect(attribution(0, []).expectedErrorReads(of: 0) == 0)
    #expect(found.owner(.none, of: 0) == .target)
  }
}
