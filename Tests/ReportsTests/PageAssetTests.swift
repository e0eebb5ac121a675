import Reports
import TestSupport
import Testing

/// The style sheets and scripts of the pages.
struct PageAssetTests {
  private static let report = HTMLReport.render(SampleBaseline.found, parameters: [:])

  @Test("every page holds the common style sheet, its own one and the script, whole")
  func wholeFiles() throws {
    let pages = [
      (Self.report, "report.css"),
      (HTMLReport.render(SampleFollowup.detected, parameters: [:]), "report.css"),
      (HTMLReport.render(SampleQuality.record, rows: SampleQuality.rows), "quality.css"),
    ]
    for (page, own) in pages {
      let parts = try PageAssets.named(in: page).split(separator: "\n").filter { line in
        line.hasPrefix("<style>") || line.hasPrefix("<script>")
      }
      #expect(
        parts == [
          "<style>page.css</style>", "<style>\(own)</style>", "<script>tables.js</script>",
        ]
      )
    }
  }

  @Test("a page with one byte of a file changed is seen", arguments: ["66rem", "\"use strict\""])
  func changedFile(part: String) throws {
    let changed = Self.report.replacing(part, with: part.replacing("r", with: "x"))
    #expect(changed != Self.report)
    #expect(!PageAssets.hasOthers(try PageAssets.named(in: Self.report)))
    #expect(PageAssets.hasOthers(try PageAssets.named(in: changed)))
  }

  @Test("a file can neither end its tag nor load anything", arguments: try PageAssets.names())
  func closed(_ name: String) throws {
    let text = try PageAssets.text(name)
    for word in ["</", "<!--", "http:", "https:", "@import", "url(", "eval(", "\t", "\r"] {
      #expect(!text.contains(word), "\(name) has \(word)")
    }
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }
}
