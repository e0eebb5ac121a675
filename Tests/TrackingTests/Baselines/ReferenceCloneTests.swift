import Clonotyping
import Nucleotides
import Rearrangements
import Testing
import Tracking

/// The clonotypes of baselines with what they are tracked for.
@Suite("Clonotypes that a later sample is compared with")
struct ReferenceCloneTests {
  private static func listed(
    _ id: ClonotypeID,
    v: String? = "IGHV3-23*01",
    j: String? = "IGHJ4*02",
    bases: String = CloneFixture.letters(100, seed: 81)
  ) throws -> DriftClonotype {
    DriftClonotype(
      id: id,
      type: .ighVDJ,
      vCall: v,
      jCall: j,
      layout: try #require(
        RearrangementLayout(
          bases: Array(bases.utf8),
          window: 40..<70,
          ndn: 50..<60,
          d: nil,
          mutations: []
        )
      ),
      reads: 10,
      templates: nil,
      likeFraction: 0.1,
      cellFraction: nil
    )
  }

  private static func tracked(_ clonotypes: [DriftClonotype]) -> TrackedClones {
    CloneFixture.tracked([
      CloneFixture.baseline(
        "DX",
        [
          CloneFixture.clone("P1.IGH_VDJ.1", recombined: CloneFixture.letters(30, seed: 82)),
          CloneFixture.clone(
            "P1.IGH_VDJ.2",
            recombined: CloneFixture.letters(33, seed: 83),
            role: .supporting
          ),
        ],
        reference: CloneFixture.reference(clonotypes: clonotypes)
      )
    ])
  }

  @Test("tracked ones come first, in tracking order, with their role; each is there once")
  func order() throws {
    let clonotypes = try [
      Self.listed(.row(4)), Self.listed("P1.IGH_VDJ.2"), Self.listed("P1.rejected.IGH_VDJ.1"),
      Self.listed("P1.IGH_VDJ.1"), Self.listed(.row(9)),
    ]
    let references = Self.tracked(clonotypes).references
    #expect(
      references.map(\.clonotype.id) == [
        "P1.IGH_VDJ.1", "P1.IGH_VDJ.2", .row(4), "P1.rejected.IGH_VDJ.1", .row(9),
      ]
    )
    #expect(references.map(\.role) == [.primary, .supporting, nil, nil, nil])
  }

  @Test("reads are laid on tracked clones that have a V and a J")
  func laidOn() throws {
    let tracked = try Self.tracked([
      Self.listed("P1.IGH_VDJ.1", v: nil), Self.listed("P1.IGH_VDJ.2"), Self.listed(.row(3)),
    ])
    #expect(tracked.subcloneReferences.map(\.id) == ["P1.IGH_VDJ.2"])
    let without = try Self.tracked([Self.listed("P1.IGH_VDJ.2", j: nil)])
    #expect(without.subcloneReferences == [])
    #expect(without.subcloneTally.references == [])
  }

  @Test("the tally has the bases and the junction of each; letters that are no bases have none")
  func tally() throws {
    let odd = String(repeating: "ACG-", count: 25)
    let tracked = try Self.tracked([
      Self.listed("P1.IGH_VDJ.1", bases: odd), Self.listed("P1.IGH_VDJ.2"),
    ])
    let tally = tracked.subcloneTally
    #expect(tally.references.map(\.bases.count) == [0, 100])
    #expect(tally.references.map(\.window) == [0..<0, 40..<70])
    #expect(tally.references[1].bases.description == CloneFixture.letters(100, seed: 81))
    #expect(tally.counts.map(\.count) == [0, 400])
  }
}
