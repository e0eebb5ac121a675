import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing
import Tracking

@Suite("Index selection")
struct IndexSelectionTests {
  /// The clonotypes of one class: those asked for, and a background of clonotypes of 20 reads.
  private func sample(
    _ counts: [[Int]],
    of type: RearrangementType = .ighVDJ,
    total: Int,
    seed: UInt64 = 81
  ) throws -> [Clonotype] {
    var bench = try ClonotypeBench(seed: seed)
    var clonotypes: [Clonotype] = []
    while clonotypes.count < counts.count {
      guard let made = bench.clonotype(type, counts: counts[clonotypes.count]),
        signature(of: made) != nil
      else { continue }
      clonotypes.append(made)
    }
    // The background needs no read: it is never listed.
    let drawn = bench.clonotype(type, counts: counts[0])
    let filler = try #require(drawn)
    var left = total - counts.joined().reduce(0, +)
    while left > 0 {
      var one = filler
      one.window.codes = (0..<60).map { _ in UInt8(bench.random.below(4)) }
      let reads = min(left, 20)
      one.replicateCounts = counts[0].map { _ in 0 }
      for number in 0..<reads { one.replicateCounts[number % counts[0].count] += 1 }
      clonotypes.append(one)
      left -= reads
    }
    return clonotypes.sorted(by: Clonotype.precedes)
  }

  private func signature(of clonotype: Clonotype) -> Signature? {
    let window = clonotype.windowOffset
    return Signature(
      of: clonotype.representative,
      recombined: (window + clonotype.ndn.lowerBound)..<(window + clonotype.ndn.upperBound),
      primerFree: clonotype.primerFree
    )
  }

  private func select(
    _ clonotypes: [Clonotype],
    templatesPerRead: Double? = 1,
    cells: Double? = 100_000,
    _ change: (inout SelectionCriteria) -> Void = { _ in }
  ) throws -> SelectedCandidates {
    var criteria = SelectionCriteria()
    // What a random clonotype has of added bases is not what most tests are about.
    criteria.maxExpectedBackground = 1e9
    change(&criteria)
    let bench = try ClonotypeBench(seed: 0)
    return IndexSelection(criteria, bench.annotator).select(
      ClonotypeList(clonotypes),
      SelectionContext(templatesPerRead: templatesPerRead, cells: cells, prefix: "S1")
    )
  }

  /// The candidate of so many reads, wherever it landed.
  private func candidate(
    _ reads: Int,
    _ result: SelectedCandidates
  ) throws -> IndexCandidate {
    try #require(
      result.candidates.first { $0.clonotype.duplicateCount == reads }
    )
  }

  private func gate(_ kind: SelectionGate.Kind, _ candidate: IndexCandidate) throws -> SelectionGate
  {
    try #require(candidate.gates.first { $0.kind == kind })
  }

  @Test(
    "judges frequency by depth",
    arguments: [
      (20_000, 1_000, "A"), (20_000, 999, "B"), (20_000, 600, "B"), (20_000, 599, ""),
      (19_999, 2_000, "A"), (19_999, 1_999, ""), (10_000, 1_000, "A"), (10_000, 999, ""),
    ]
  )
  func tiers(_ total: Int, _ reads: Int, _ tier: String) throws {
    let result = try select(try sample([[reads]], total: total))
    let found = try candidate(reads, result)
    #expect(found.tier?.rawValue ?? "" == tier)
    #expect(found.role == (tier.isEmpty ? nil : .primary))
    #expect(try gate(.frequency, found).passed == !tier.isEmpty)
    #expect(try gate(.frequency, found).value == Double(reads) / Double(total))
    #expect(found.likeFraction == Double(reads) / Double(total))
    #expect(found.gates.map(\.kind) == SelectionGate.Kind.allCases)
  }

  @Test("names a leading clonotype that cannot be annotated, with its row and share")
  func unannotated() throws {
    var clonotypes = try sample([[5_000], [2_000]], total: 20_000)
    // Nothing of a V or J is left of the read, as after a change of the germline set.
    clonotypes[0].representative.codes = clonotypes[0].representative.codes.map { _ in 0 }
    let result = try select(clonotypes)
    #expect(result.candidates.map(\.clonotype.duplicateCount).contains(2_000))
    #expect(!result.candidates.map(\.clonotype.duplicateCount).contains(5_000))
    let left = try #require(result.unannotated.first)
    #expect(result.unannotated.first?.clonotype == clonotypes[0])
    #expect(left.id == .row(1) && left.likeFraction == 0.25)
    #expect(left.locusClass == .ighVDJ && left.reason == .noFivePrimeElement)
  }

  @Test("selects nothing below the depth", arguments: [(10_000, true), (9_999, false)])
  func depth(_ total: Int, _ passes: Bool) throws {
    let found = try candidate(5_000, try select(try sample([[5_000]], total: total)))
    let depth = try gate(.depth, found)
    #expect(depth.value == Double(total) && depth.limit == 10_000 && depth.passed == passes)
    #expect((found.role != nil) == passes)
  }

  @Test("asks for forty templates", arguments: [(0.04, true), (0.039_9, false)])
  func templates(_ perRead: Double, _ passes: Bool) throws {
    let sample = try sample([[1_000]], total: 20_000)
    let found = try candidate(1_000, try select(sample, templatesPerRead: perRead, cells: 10_000))
    #expect(try gate(.templates, found).passed == passes)
    #expect(found.templates == perRead * 1_000)
    #expect((found.role != nil) == passes)
  }

  @Test("asks for 0.2 % of the cells", arguments: [(500_000.0, true), (500_001, false)])
  func cells(_ cells: Double, _ passes: Bool) throws {
    let sample = try sample([[1_000]], total: 20_000)
    let found = try candidate(1_000, try select(sample, cells: cells))
    #expect(try gate(.cellFraction, found).passed == passes)
    #expect(found.cellFraction == 1_000 / cells)
    #expect((found.role != nil) == passes)
  }

  @Test(
    "takes tier A alone where nothing scales reads to templates",
    arguments: [
      (1_000, true), (999, false),
    ]
  )
  func unscaled(_ reads: Int, _ passes: Bool) throws {
    let sample = try sample([[reads]], total: 20_000)
    let found = try candidate(reads, try select(sample, templatesPerRead: nil))
    #expect(try gate(.templates, found).value == nil)
    #expect(try gate(.cellFraction, found).value == nil)
    #expect((found.role != nil) == passes)
  }

  @Test(
    "allows five unrelated clonotypes in the next decade",
    arguments: [
      (5, 100, true), (6, 100, false), (6, 99, true),
    ]
  )
  func discontinuity(_ others: Int, _ reads: Int, _ passes: Bool) throws {
    let counts = [[1_000]] + [[Int]](repeating: [reads], count: others)
    let found = try candidate(1_000, try select(try sample(counts, total: 20_000)))
    let gate = try gate(.discontinuity, found)
    #expect(gate.passed == passes)
    #expect(gate.value == (reads == 99 ? 0 : Double(others)))
  }

  @Test("does not count the clonotype's own family")
  func family() throws {
    var clonotypes = try sample([[1_000]], total: 18_800)
    for offset in 0..<12 {
      var relative = clonotypes[0]
      relative.window.codes[offset] = (relative.window.codes[offset] + 1) % 4
      relative.replicateCounts = [100]
      clonotypes.append(relative)
    }
    clonotypes.sort(by: Clonotype.precedes)
    let found = try candidate(1_000, try select(clonotypes))
    #expect(try gate(.discontinuity, found).value == 0)
  }

  @Test(
    "wants a tier B twice as frequent as the third",
    arguments: [
      (800, 400, true, true), (800, 401, false, false), (1_000, 900, false, true),
    ]
  )
  func dominance(_ reads: Int, _ third: Int, _ passes: Bool, _ isAccepted: Bool) throws {
    let sample = try sample([[2_000], [reads], [third]], total: 20_000)
    let found = try candidate(reads, try select(sample))
    let gate = try gate(.dominance, found)
    #expect(gate.passed == passes)
    #expect(abs(try #require(gate.value) - Double(reads) / Double(third)) < 1e-9)
    #expect((found.role != nil) == isAccepted)
    #expect(gate.isRequired == (found.tier == .b))
  }

  @Test(
    "wants replicates within threefold",
    arguments: [
      ([1_500, 500], true, 3.0), ([1_501, 499], false, 1_501.0 / 499),
      ([2_000, 0], false, .infinity),
    ]
  )
  func reproducibility(_ counts: [Int], _ passes: Bool, _ fold: Double) throws {
    var clonotypes = try sample([counts], total: 22_000)
    // Equal totals of both replicates, so that shares go like counts.
    let lead = clonotypes[0].replicateCounts
    let (first, second) = (11_000 - lead[0], 11_000 - lead[1])
    var filler = clonotypes[1]
    clonotypes.removeSubrange(1...)
    for number in 0..<1_000 {
      filler.window.codes = (0..<60).map { offset in UInt8((number >> (offset % 12)) & 1) }
      filler.replicateCounts = [
        first / 1_000 + (number < first % 1_000 ? 1 : 0),
        second / 1_000 + (number < second % 1_000 ? 1 : 0),
      ]
      clonotypes.append(filler)
    }
    clonotypes.sort(by: Clonotype.precedes)
    let found = try candidate(2_000, try select(clonotypes))
    let gate = try gate(.reproducibility, found)
    #expect(gate.passed == passes, "\(gate)")
    #expect(gate.value.map { abs($0 - fold) < 1e-9 || $0 == fold } == true, "\(gate)")
    #expect((found.role != nil) == passes)
  }

  @Test("makes what healthy cells show too often a supporting marker")
  func uniqueness() throws {
    let sample = try sample([[2_000]], total: 20_000)
    let open = try candidate(2_000, try select(sample))
    let expected = try #require(open.expectedBackground?.templates)
    #expect(open.expectedBackground?.source == .generationModel)
    #expect(try gate(.uniqueness, open).value == expected)
    let at = try candidate(2_000, try select(sample) { $0.maxExpectedBackground = expected })
    #expect(at.role == .primary)
    #expect(try gate(.uniqueness, at).passed)
    let beyond = try candidate(
      2_000,
      try select(sample) { $0.maxExpectedBackground = expected.nextDown }
    )
    #expect(beyond.role == .supporting)
    #expect(try !gate(.uniqueness, beyond).passed && !gate(.uniqueness, beyond).isRequired)
  }

  @Test("wants a signature")
  func signatureGate() throws {
    var clonotypes = try sample([[2_000]], total: 20_000)
    let junction =
      clonotypes[0].windowOffset..<(clonotypes[0].windowOffset + clonotypes[0].window.count)
    // A primer that ends inside framework 3 leaves a signature, one at the seam does not.
    clonotypes[0].primerFree = 0..<(junction.lowerBound + clonotypes[0].ndn.upperBound + 5)
    let found = try select(clonotypes)
    let all = found.accepted + found.rejected
    let rejected = try #require(all.first { $0.clonotype.duplicateCount == 2_000 })
    #expect(rejected.role == nil && rejected.expectedBackground == nil)
    #expect(try gate(.signature, rejected).value == 0 && !gate(.signature, rejected).passed)
    #expect(try gate(.uniqueness, rejected).value == nil)
  }

  @Test("says which index rearrangements are more than one clone can have")
  func plausibility() throws {
    let result = try select(try sample([[3_000], [2_500], [2_000]], total: 20_000))
    let counted = try result.accepted.map { try gate(.plausibility, $0) }
    #expect(counted.map(\.value) == [3, 3, 3] && counted.map(\.limit) == [2, 2, 2])
    #expect(counted.allSatisfy { !$0.passed && !$0.isRequired })
    let two = try select(try sample([[3_000], [2_500], [500]], total: 20_000))
    #expect(two.accepted.count == 2)
    #expect(try two.accepted.allSatisfy { try gate(.plausibility, $0).passed })
    // A rejected one is judged as if it were tracked beside the others.
    let third = try gate(.plausibility, try candidate(500, two))
    #expect(third.value == 3 && !third.passed)
  }

  @Test("four kappa rearrangements can be one clone's, five cannot", arguments: [4, 5])
  func plausibleKappas(_ count: Int) throws {
    // Two on each chromosome: a V–J and the V–Kde that deletes it.
    let counts = [[Int]](repeating: [2_000], count: count)
    let found = try select(try sample(counts, of: .igkVJ, total: 20_000))
    #expect(found.accepted.count == count)
    for candidate in found.accepted {
      let gate = try gate(.plausibility, candidate)
      #expect(gate.value == Double(count) && gate.limit == 4 && gate.passed == (count == 4))
    }
  }

  @Test("holds the light chain of the M-protein against the index")
  func lightChain() throws {
    let kde = try sample([[2_000]], of: .igkVKde, total: 20_000)
    let kappa = try sample([[2_000]], of: .igkVJ, total: 20_000)
    func judged(_ clonotypes: [Clonotype], _ chain: LightChain?) throws -> SelectionGate {
      var criteria = SelectionCriteria()
      criteria.maxExpectedBackground = 1e9
      let bench = try ClonotypeBench(seed: 0)
      let result = IndexSelection(criteria, bench.annotator).select(
        ClonotypeList(clonotypes.sorted(by: Clonotype.precedes)),
        SelectionContext(templatesPerRead: 1, cells: nil, prefix: "S1", lightChain: chain)
      )
      let found = try #require(result.accepted.first { $0.locusClass == .igkKde })
      return try gate(.lightChain, found)
    }
    let alone = try judged(kde, .kappa)
    #expect(alone.value == 0 && alone.limit == 1 && !alone.passed && !alone.isRequired)
    let beside = try judged(kde + kappa, .kappa)
    #expect(beside.value == 1 && beside.passed)
    for chain in [nil, LightChain.lambda] {
      let other = try judged(kde, chain)
      #expect(other.value == nil && other.limit == nil && other.passed)
    }
  }

  @Test("compares each class with its like and tracks by class, tier and background")
  func classes() throws {
    let kinds: [RearrangementType] = [.iglVJ, .igkVJ, .igkVKde, .ighDJ, .ighVDJ]
    let clonotypes = try kinds.enumerated().flatMap { number, type in
      try sample([[2_000]], of: type, total: 20_000, seed: UInt64(90 + number))
    }.sorted(by: Clonotype.precedes)
    let result = try select(clonotypes)
    #expect(result.accepted.map(\.clonotype.type) == kinds.reversed())
    #expect(result.accepted.map(\.cloneID.text) == kinds.reversed().map { "S1.\($0.rawValue).1" })
    #expect(result.accepted.allSatisfy { $0.likeFraction == 0.1 })
    let ranks = result.accepted.map(\.locusClass.rank)
    #expect(ranks == ranks.sorted())
  }

  @Test("tracks at most six, the others are rejected by number alone")
  func most() throws {
    let counts = [[Int]](repeating: [2_000], count: 8)
    let result = try select(try sample(counts, total: 20_000))
    #expect(result.accepted.count == 6)
    #expect(result.accepted.map(\.cloneID.text) == (1...6).map { "S1.IGH_VDJ.\($0)" })
    let backgrounds = result.accepted.compactMap(\.expectedBackground?.templates)
    #expect(backgrounds == backgrounds.sorted())
    let left = result.rejected.filter { $0.clonotype.duplicateCount == 2_000 }
    #expect(left.count == 2)
    #expect(left.allSatisfy { $0.role == nil && $0.cloneID.text.contains(".rejected.") })
  }

  @Test("lists the rejected by class and share, however they were rejected")
  func rejectedOrder() throws {
    let heavy = try sample([[Int]](repeating: [2_000], count: 7) + [[500]], total: 20_000)
    let lambda = try sample([[500], [400]], of: .iglVJ, total: 20_000, seed: 82)
    let result = try select((heavy + lambda).sorted(by: Clonotype.precedes))
    #expect(result.rejected.prefix(2).map(\.clonotype.duplicateCount) == [2_000, 500])
    let ranks = result.rejected.map(\.locusClass.rank)
    #expect(ranks == ranks.sorted())
  }

  @Test("answers alike for any order of what is equal and is empty for nothing")
  func empty() throws {
    let none = try select([])
    #expect(none.accepted.isEmpty && none.rejected.isEmpty)
    let clonotypes = try sample([[2_000], [900], [300]], total: 20_000)
    let (one, two) = (try select(clonotypes), try select(clonotypes))
    #expect(one.accepted == two.accepted && one.rejected == two.rejected)
    // Shares of 10 %, 4.5 % and 1.5 % are listed; the background of 0.1 % is not.
    #expect((one.accepted + one.rejected).count == 3)
  }
}
