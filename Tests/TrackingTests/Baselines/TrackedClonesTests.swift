import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing
import Tracking

/// The index clones of several diagnostic samples as one list.
@Suite("Tracked clones")
struct TrackedClonesTests {
  /// Clones that have nothing in common.
  private static func clone(
    _ seed: UInt64,
    _ id: CloneID,
    type: RearrangementType = .ighVDJ,
    role: TrackingRole = .primary,
    tier: SelectionTier? = .a,
    share: Double = 0.4,
    background: Double? = 0.01
  ) -> IndexClone {
    CloneFixture.clone(
      id,
      type: type,
      flanks: 100 + seed,
      recombined: CloneFixture.letters(45, seed: 10_000 + seed),
      role: role,
      tier: tier,
      share: share,
      background: background
    )
  }

  @Test("those of one sample stay as they were chosen, in their order")
  func single() {
    let clones = [
      Self.clone(1, "P1.IGL_VJ.1", type: .iglVJ), Self.clone(2, "P1.IGH_VDJ.1", tier: .b),
      Self.clone(3, "P1.IGH_VDJ.2", tier: .a),
    ]
    let tracked = CloneFixture.tracked([CloneFixture.baseline("DX", clones)], maxTracked: 2)
    #expect(tracked.clones.map(\.index) == clones)
    #expect(tracked.clones.map(\.samples) == [["DX"], ["DX"], ["DX"]])
    #expect(tracked.samples == "DX")
  }

  @Test("no baseline gives nothing to track")
  func nothing() {
    let tracked = TrackedClones([], subject: "P7", criteria: .clonetrackMMv1)
    #expect(tracked.clones.isEmpty)
    #expect(tracked.subject == "P7")
    #expect(tracked.samples == "")
    #expect(tracked.references == [])
    #expect(tracked.cellEquivalents == 0)
    #expect(tracked.subcloneTally == SubcloneTally())
  }

  @Test(
    "the signature is the one that most samples have, of equally many the first",
    arguments: [
      ([0], 0), ([0, 1], 0), ([1, 0], 1), ([0, 1, 1], 1), ([0, 1, 0], 0), ([0, 1, 1, 0], 0),
      ([1, 2, 0, 2], 2), ([0, 1, 2], 0),
    ]
  )
  func votes(_ variants: [Int], _ winner: Int) throws {
    let junction = CloneFixture.letters(45, seed: 20)
    let all = (0..<3).map {
      CloneFixture.clone(
        CloneID("P1.IGH_VDJ.\($0 + 1)"),
        recombined: CloneFixture.changed(junction, at: [$0])
      )
    }
    let baselines = variants.enumerated().map {
      CloneFixture.baseline("S\($0)", [all[$1]])
    }
    let tracked = CloneFixture.tracked(baselines)
    let clone = try #require(tracked.clones.first)
    #expect(tracked.clones.count == 1)
    #expect(clone.index.signature == all[winner].signature)
    #expect(clone.index.junction == all[winner].junction)
    // It keeps the name that it had first.
    #expect(clone.id == all[variants[0]].id)
    #expect(clone.samples == variants.indices.map { "S\($0)" })
  }

  @Test("one sample that may decide alone, or is of tier A, is enough; the largest share stands")
  func bestOfAll() throws {
    let bases = CloneFixture.letters(45, seed: 21)
    func clone(_ role: TrackingRole, _ tier: SelectionTier?, _ share: Double) -> IndexClone {
      CloneFixture.clone(recombined: bases, role: role, tier: tier, share: share)
    }
    func merged(_ clones: [IndexClone]) throws -> IndexClone {
      let baselines = clones.enumerated().map { CloneFixture.baseline("S\($0)", [$1]) }
      return try #require(CloneFixture.tracked(baselines).clones.first).index
    }
    let mixed = try merged([
      clone(.supporting, .b, 0.2), clone(.primary, .b, 0.6), clone(.supporting, .a, 0.1),
    ])
    #expect(mixed.role == .primary)
    #expect(mixed.tier == .a)
    #expect(mixed.likeFraction == 0.6)
    let weak = try merged([clone(.supporting, nil, 0.01), clone(.supporting, .b, 0.04)])
    #expect(weak.role == .supporting)
    // Without one of tier A the tier is that of the sample whose signature is tracked.
    #expect(weak.tier == nil)
    #expect(weak.likeFraction == 0.04)
  }

  @Test("the list is ordered by class, tier, background and share, then as given")
  func order() {
    let first = [
      Self.clone(1, "c.IGK_VJ.1", type: .igkVJ), Self.clone(2, "b.1", tier: .b, background: 0),
      Self.clone(3, "unknown.1", background: nil), Self.clone(4, "late.1", share: 0.3),
    ]
    let second = [
      Self.clone(5, "dj.1", type: .ighDJ), Self.clone(6, "kde.1", type: .igkVKde),
      Self.clone(7, "rare.1", background: 0.001), Self.clone(8, "big.1", share: 0.5),
      Self.clone(9, "late2.1", share: 0.3),
    ]
    let tracked = CloneFixture.tracked(
      [CloneFixture.baseline("A", first), CloneFixture.baseline("B", second)],
      maxTracked: 20
    )
    #expect(
      tracked.clones.map(\.id.text) == [
        "rare.1", "big.1", "late.1", "late2.1", "unknown.1", "b.1", "dj.1", "kde.1", "c.IGK_VJ.1",
      ]
    )
  }

  @Test(
    "at most so many primary clones are tracked; supporting ones take no place",
    arguments: 0...7
  )
  func maxTracked(_ most: Int) {
    let primaries = (0..<6).map {
      Self.clone(UInt64($0), CloneID("p\($0).1"), share: 0.5 - 0.05 * Double($0))
    }
    let supporting = (6..<9).map {
      Self.clone(UInt64($0), CloneID("s\($0).1"), role: .supporting, share: 0.9)
    }
    let tracked = CloneFixture.tracked(
      [
        CloneFixture.baseline("A", Array(primaries[..<3]) + supporting),
        CloneFixture.baseline("B", Array(primaries[3...])),
      ],
      maxTracked: most
    )
    let kept = tracked.clones.filter { $0.role == .primary }.map(\.id.text)
    #expect(kept == primaries.prefix(most).map(\.id.text))
    #expect(tracked.clones.count { $0.role == .supporting } == 3)
  }

  @Test(
    "of two clones with one name the later in the list gets the next free number",
    arguments: [
      (["P1.IGH_VDJ.1"], ["P1.IGH_VDJ.1"], ["P1.IGH_VDJ.1", "P1.IGH_VDJ.2"]),
      (
        ["P1.IGH_VDJ.1", "P1.IGH_VDJ.2"], ["P1.IGH_VDJ.3"],
        ["P1.IGH_VDJ.1", "P1.IGH_VDJ.2", "P1.IGH_VDJ.3"]
      ),
      (
        ["P1.IGH_VDJ.1", "P1.IGH_VDJ.2"], ["P1.IGH_VDJ.1"],
        ["P1.IGH_VDJ.1", "P1.IGH_VDJ.2", "P1.IGH_VDJ.3"]
      ),
    ]
  )
  func names(_ first: [String], _ second: [String], _ names: [String]) {
    var share = 0.9
    func clones(_ names: [String]) -> [IndexClone] {
      names.map { name in
        share -= 0.1
        return Self.clone(UInt64(share * 100), CloneID(name), share: share)
      }
    }
    let tracked = CloneFixture.tracked([
      CloneFixture.baseline("A", clones(first)), CloneFixture.baseline("B", clones(second)),
    ])
    #expect(tracked.clones.map(\.id.text) == names)
  }

  @Test(
    "the order of the samples changes neither the families nor a signature that most have",
    arguments: 0..<20 as Range<UInt64>
  )
  func anyOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let junctions = (0..<4).map { CloneFixture.letters(45, seed: seed &* 100 &+ UInt64($0)) }
    // Each sample has some of four clones; one of its bases is another in one sample of each.
    let odd = junctions.map { _ in random.below(4) }
    let baselines = (0..<4).map { sample in
      CloneFixture.baseline(
        "S\(sample)",
        junctions.enumerated().filter { _ in random.below(3) > 0 }.map { number, junction in
          CloneFixture.clone(
            CloneID("P1.IGH_VDJ.\(number + 1)"),
            flanks: UInt64(number),
            recombined: CloneFixture.changed(junction, at: odd[number] == sample ? [7] : [])
          )
        }
      )
    }
    func families(_ baselines: [Baseline]) -> Set<Set<String>> {
      Set(
        CloneFixture.tracked(baselines, maxTracked: 99).clones.map { clone in
          let bases = clone.samples.count > 2 ? clone.index.signature.bases.description : ""
          return Set(clone.samples + [bases])
        }
      )
    }
    let expected = families(baselines)
    #expect(families(baselines.reversed()) == expected)
    #expect(families(baselines.shuffled(using: &random)) == expected)
  }

  @Test("cells of all samples are added, and are not known where one's are not")
  func cells() {
    func tracked(_ cells: [Double?]) -> TrackedClones {
      CloneFixture.tracked(
        cells.enumerated().map {
          CloneFixture.baseline("S\($0)", [], reference: CloneFixture.reference(cells: $1))
        }
      )
    }
    #expect(tracked([1_000, 250]).cellEquivalents == 1_250)
    #expect(tracked([1_000, nil]).cellEquivalents == nil)
    #expect(tracked([1_000, 250]).samples == "S0,S1")
  }

  @Test("what a missing clonotype can have had is known of a class that every sample tells")
  func unlisted() {
    let tracked = CloneFixture.tracked([
      CloneFixture.baseline(
        "A",
        [],
        reference: CloneFixture.reference(
          readsPerTemplate: 10,
          unlisted: [.ighVDJ: 50, .ighDJ: 0, .igl: 20]
        )
      ),
      CloneFixture.baseline(
        "B",
        [],
        reference: CloneFixture.reference(
          readsPerTemplate: 4,
          unlisted: [.ighVDJ: 6, .ighDJ: 0, .igkVJ: 3]
        )
      ),
    ])
    #expect(tracked.unlistedTemplates == [.ighVDJ: 6.5, .ighDJ: 0])
    let unscaled = CloneFixture.tracked([
      CloneFixture.baseline("A", [], reference: CloneFixture.reference(unlisted: [.ighVDJ: 50]))
    ])
    #expect(unscaled.unlistedTemplates == [:])
  }

  @Test("the V alleles of all samples are counted together")
  func census() {
    let counts = [
      ["IGHV3-23": ["IGHV3-23*01": 3], "IGHV1-2": ["IGHV1-2*02": 1]],
      ["IGHV3-23": ["IGHV3-23*01": 4, "IGHV3-23*04": 2]],
    ]
    let tracked = CloneFixture.tracked(
      counts.enumerated().map {
        CloneFixture.baseline(
          "S\($0)",
          [],
          reference: CloneFixture.reference(census: AlleleCensus($1))
        )
      }
    )
    #expect(
      tracked.census.counts == [
        "IGHV3-23": ["IGHV3-23*01": 7, "IGHV3-23*04": 2], "IGHV1-2": ["IGHV1-2*02": 1],
      ]
    )
  }
}
