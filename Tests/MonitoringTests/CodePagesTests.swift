import Diagnostics
import Foundation
import Testing

@Suite("Pages of codes")
struct CodePagesTests {
  @Test("every code about a sample has a page, and the page is current")
  func current() throws {
    let pages = try CodePages(RuleTable()).pages
    #expect(pages.count > 50)
    if ProcessInfo.processInfo.environment["CLONETRACK_UPDATE_GOLDEN"] == "1" {
      try? FileManager.default.removeItem(at: CodePages.folder)
      try FileManager.default.createDirectory(
        at: CodePages.folder,
        withIntermediateDirectories: true
      )
      for (name, text) in pages {
        let file = CodePages.folder.appending(path: name)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: CodePages.folder.path())
    #expect(Set(there) == Set(pages.keys))
    for (name, text) in pages {
      let file = CodePages.folder.appending(path: name)
      #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
    }
  }

  @Test("a page says what the rule looks at, the limit and what to do")
  func complete() throws {
    for (name, text) in try CodePages(RuleTable()).pages {
      let judged = try #require(text.components(separatedBy: "### How it is judged\n\n").last)
      #expect(judged.prefix { $0 != "\n" }.count > 12, "\(name): \(judged.prefix(40))")
      #expect(!text.contains("| none |\n| default limit"), "\(name)")
    }
  }
}
