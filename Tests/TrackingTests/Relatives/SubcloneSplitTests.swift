import Nucleotides
import Rearrangements
import Testing
import Tracking

/// A clone and the member that its reads show beside it.
@Suite("Members of a clone that its junction does not tell from it")
struct SubcloneSplitTests {
  /// 60 bases of V, a junction of 30 and 30 of J.
  private static let bases = CloneFixture.letters(120, seed: 51)
  private static let window = 60..<90

  private static func clonotype(
    _ id: ClonotypeID,
    bases: String = bases,
    mutations: [Int] = []
  ) throws -> DriftClonotype {
    DriftClonotype(
      id: id,
      type: .ighVDJ,
      vCall: "IGHV3-23*01",
      jCall: "IGHJ4*02",
      layout: try #require(
        RearrangementLayout(
          bases: Array(bases.utf8),
          window: window,
          ndn: 70..<80,
          d: nil,
          mutations: mutations
        )
      ),
      reads: 1_001,
      templates: 50,
      likeFraction: 0.25,
      cellFraction: 0.5
    )
  }

  /// A tally of reads of the clone, and of others with bases changed at some offsets.
  private static func tally(_ reads: [(changed: [Int], count: Int)]) throws -> SubcloneTally {
    var tally = SubcloneTally([
      SubcloneTally.Reference(
        type: .ighVDJ,
        bases: try #require(NucleotideSequence(bases)),
        window: window
      )
    ])
    for read in reads {
      let letters = CloneFixture.changed(bases, at: read.changed)
      let codes = try #require(NucleotideSequence(letters)).codes
      for _ in 0..<read.count {
        guard let index = tally.reference(.ighVDJ, junction: codes[window]) else { continue }
        tally.add(
          to: index,
          codes: codes,
          qualities: codes.map { _ in 37 },
          windowOffset: window.lowerBound,
          primerFree: 0..<codes.count
        )
      }
    }
    return tally
  }

  private static func split(
    _ reads: [(changed: [Int], count: Int)],
    clonotype: DriftClonotype? = nil,
    mutations: [Int] = [],
    minimumShare: Double = 0.2,
    minimumDifferences: Int = 2
  ) throws -> [DriftClonotype] {
    try tally(reads).split(
      try clonotype ?? self.clonotype(.row(7)),
      of: [try self.clonotype("P1.IGH_VDJ.1", mutations: mutations)],
      minimumShare: minimumShare,
      minimumDifferences: minimumDifferences
    )
  }

  @Test("a member with 0.3 of the reads takes 0.3 of every number")
  func shares() throws {
    let parts = try Self.split([([], 70), ([20, 40], 30)])
    try #require(parts.count == 2)
    #expect(parts.map(\.id) == [.row(7), .subclone(ofRow: 7)])
    #expect(parts.map(\.trackedID) == ["P1.IGH_VDJ.1", nil])
    #expect(parts.map(\.reads) == [701, 300])
    #expect(parts.map(\.templates) == [35, 15])
    #expect(parts.map(\.likeFraction) == [0.175, 0.075])
    #expect(parts.map(\.cellFraction) == [0.35, 0.15])
    #expect(String(decoding: parts[0].layout.bases, as: UTF8.self) == Self.bases)
    #expect(
      String(decoding: parts[1].layout.bases, as: UTF8.self)
        == CloneFixture.changed(Self.bases, at: [20, 40])
    )
    #expect(parts[1].layout.window == Self.window)
  }

  @Test("numbers that are not known stay so")
  func unknown() throws {
    var clonotype = try Self.clonotype(.row(1))
    (clonotype.templates, clonotype.cellFraction) = (nil, nil)
    let parts = try Self.split([([], 70), ([20, 40], 30)], clonotype: clonotype)
    #expect(parts.count == 2)
    #expect(parts.allSatisfy { $0.templates == nil && $0.cellFraction == nil })
  }

  @Test("a member is one from a share of the reads on", arguments: [(79, 21), (80, 20), (81, 19)])
  func minimumShare(_ own: Int, _ other: Int) throws {
    let parts = try Self.split([([], own), ([20, 40], other)])
    #expect(parts.count == (other >= 20 ? 2 : 1))
    #expect(parts[0].trackedID == "P1.IGH_VDJ.1")
    #expect(parts[0].reads == (other >= 20 ? Int((1_001 * Double(own) / 100).rounded()) : 1_001))
  }

  @Test("a member is one from a number of differing bases on", arguments: 1...5)
  func minimumDifferences(_ least: Int) throws {
    for count in 1...5 {
      let changed = (0..<count).map { 15 + 4 * $0 }
      let parts = try Self.split([([], 50), (changed, 50)], minimumDifferences: least)
      #expect(parts.count == (count >= least ? 2 : 1), "\(count) differences")
    }
  }

  @Test(
    "within ten bases of either end no difference counts",
    arguments: [
      ([9, 50], 1), ([10, 50], 2), ([50, 109], 2), ([50, 110], 1), ([0, 119], 1), ([10, 109], 2),
      ([0, 9, 110, 119, 50], 1), ([0, 9, 50, 51], 2),
    ]
  )
  func edges(_ changed: [Int], _ count: Int) throws {
    let parts = try Self.split([([], 60), (changed, 40)])
    #expect(parts.count == count)
    let inner = changed.filter { (10..<110).contains($0) }
    if count == 2 {
      // Next to an end the member has the clone's bases.
      #expect(
        String(decoding: parts[1].layout.bases, as: UTF8.self)
          == CloneFixture.changed(Self.bases, at: inner)
      )
    }
  }

  @Test("mutations of V are the clone's and the member's; those behind V are none")
  func mutations() throws {
    let parts = try Self.split([([], 60), ([20, 30, 95], 40)], mutations: [5, 30, 41])
    try #require(parts.count == 2)
    #expect(parts[0].layout.mutations == [5, 30, 41])
    #expect(parts[1].layout.mutations == [5, 20, 30, 41])
  }

  @Test("a clonotype with another junction, or of another kind, stays as it is")
  func otherJunction() throws {
    let reads = [([], 60), ([20, 40], 40)] as [([Int], Int)]
    let other = try Self.clonotype(
      .row(9),
      bases: CloneFixture.changed(Self.bases, at: [75])
    )
    #expect(try Self.split(reads, clonotype: other) == [other])
    var light = try Self.clonotype(.row(9))
    light.type = .igkVJ
    #expect(try Self.split(reads, clonotype: light) == [light])
  }

  @Test("a clonotype with the clone's junction is shown with the clone's bases")
  func own() throws {
    let seen = try Self.clonotype(
      .row(3),
      bases: CloneFixture.changed(Self.bases, at: [2, 100])
    )
    let parts = try Self.split([([], 60)], clonotype: seen)
    try #require(parts.count == 1)
    #expect(String(decoding: parts[0].layout.bases, as: UTF8.self) == Self.bases)
    #expect(parts[0].id == .row(3))
    #expect(parts[0].trackedID == "P1.IGH_VDJ.1")
    #expect(parts[0].reads == 1_001)
  }
}
