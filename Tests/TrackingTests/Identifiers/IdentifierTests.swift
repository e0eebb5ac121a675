import Testing
import Tracking

/// The names of clones and of other clonotypes.
@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "the stem of a clone's name is all before its number",
    arguments: [
      ("P1.IGH_VDJ.2", "P1.IGH_VDJ"), ("P1.rejected.IGH_VDJ.1", "P1.rejected.IGH_VDJ"),
      ("a.b.c.IGK_VJ.10", "a.b.c.IGK_VJ"), ("clonotype-3.IGH_DJ.1", "clonotype-3.IGH_DJ"),
      (".IGH_VDJ.1", ".IGH_VDJ"), ("P1", ""), ("", ""), ("P1.", "P1"), (".", ""), ("..1", "."),
    ]
  )
  func stem(_ text: String, _ stem: String) {
    #expect(CloneID(text).stem == stem)
    #expect(CloneID(text).description == text)
  }

  @Test(
    "a number put behind a stem is taken off again",
    arguments: ["P1.IGH_VDJ", "clonotype-3.IGH_VDJ", "a.b.c", "", "S 1.ä"],
    [1, 2, 10, 999]
  )
  func numbered(_ stem: String, _ number: Int) {
    let id = CloneID(stem: stem, number: number)
    #expect(id.text == "\(stem).\(number)")
    #expect(id.stem == stem)
    #expect(CloneID(stem: id.stem, number: number) == id)
  }

  @Test(
    "only a row's own name names a row",
    arguments: [
      ("clonotype-1", .row(1)),
      ("clonotype-30412", .row(30_412)),
      ("clonotype-7.subclone", .subclone(ofRow: 7)),
      // A subject may be called like a row.
      ("clonotype-3.IGH_VDJ.1", .clone("clonotype-3.IGH_VDJ.1")),
      ("clonotype-3.rejected.IGH_VDJ.1", .clone("clonotype-3.rejected.IGH_VDJ.1")),
      ("clonotype-7.subclone.1", .clone("clonotype-7.subclone.1")),
      ("clonotype-7.Subclone", .clone("clonotype-7.Subclone")),
      ("clonotype-7.", .clone("clonotype-7.")),
      ("clonotype-0", .clone("clonotype-0")),
      ("clonotype--1", .clone("clonotype--1")),
      ("clonotype-", .clone("clonotype-")),
      ("clonotype-.subclone", .clone("clonotype-.subclone")),
      ("clonotype-1x", .clone("clonotype-1x")),
      ("clonotype- 1", .clone("clonotype- 1")),
      ("clonotype-99999999999999999999", .clone("clonotype-99999999999999999999")),
      ("Clonotype-1", .clone("Clonotype-1")),
      ("P1.clonotype-1", .clone("P1.clonotype-1")),
      ("P1.IGH_VDJ.1", .clone("P1.IGH_VDJ.1")),
      ("a.b.c", .clone("a.b.c")), (".subclone", .clone(".subclone")), (".", .clone(".")),
      ("..", .clone("..")), ("", .clone("")),
    ] as [(String, ClonotypeID)]
  )
  func parsing(_ text: String, _ id: ClonotypeID) {
    #expect(ClonotypeID(text) == id)
    #expect(ClonotypeID(text).description == text)
  }

  @Test(
    "every identifier is read back from its name",
    arguments: [
      .row(1), .row(.max), .subclone(ofRow: 1), .subclone(ofRow: .max), .clone("P1.IGH_VDJ.1"),
      .clone("clonotype-3.IGH_VDJ.1"), .clone(""),
    ] as [ClonotypeID]
  )
  func roundTrip(_ id: ClonotypeID) {
    #expect(ClonotypeID(id.description) == id)
  }

  @Test("only a clonotype without a name of its own has a row: a clone may stand in any")
  func rows() {
    #expect(ClonotypeID.row(7).row == 7)
    #expect(ClonotypeID.subclone(ofRow: 7).row == 7)
    #expect(ClonotypeID.clone("clonotype-7.IGH_VDJ.1").row == nil)
    #expect(ClonotypeID("P1.IGH_VDJ.1").row == nil)
  }

  @Test("a clone and a row, or a row and its member, are never one")
  func different() {
    let all: [ClonotypeID] = [.row(1), .row(11), .subclone(ofRow: 1), .clone("P1.IGH_VDJ.1")]
    #expect(Set(all).count == all.count)
    #expect(Set(all.map(\.description)).count == all.count)
  }
}
