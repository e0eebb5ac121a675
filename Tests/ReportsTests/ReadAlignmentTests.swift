import Records
import Reports
import TestSupport
import Testing

/// The view of one read's alignment.
@Suite("Alignment of one read")
struct ReadAlignmentTests {
  @Test("shows every element over the read in blocks")
  func text() throws {
    let row = SampleTable.fusion.row
    let view = ReadAlignment(name: "d<d>", try #require(row.rearrangement))
    try RepositoryFile.expectGolden("found/alignment.txt", Array(view.text.utf8))
  }

  @Test("is the same as a page, with what differs marked")
  func page() throws {
    let row = SampleTable.fusion.row
    let view = ReadAlignment(name: "d<d>", try #require(row.rearrangement))
    try PageAssets.expectGolden("found/alignment.html", view.html)
  }

  @Test("says why a read is no rearrangement")
  func rejected() {
    let view = ReadAlignment(name: "r", rejection: "too_short", nil)
    #expect(view.text == "r\n  rejected  too_short\n")
  }
}
