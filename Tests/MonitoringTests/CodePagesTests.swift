import Diagnostics
import Foundation
import Testing

@Suite("Pages of codes")
struct CodePagesTests {
  @Test("every code about a sample has a page, and the page is current")
  func current() throws {
    let pages = try CodePages(RuleTable()).pages
    #expect(pages.count > 50)
    try expect(pages, in: CodePages.folder)
  }

  @Test("every other code has a page, too, and the page is current")
  func errors() throws {
    let errors = try ErrorPages()
    let pages = errors.pages
    let codes = Set(pages.keys).union(try CodePages(RuleTable()).pages.keys)
    #expect(codes == Set(CodeRegistry.entries.map { "\(CodePages.name(of: $0.code)).md" }))
    for row in errors.rows { #expect(!row.rooms.isEmpty, "nothing raises \(row.entry.code)") }
    try expect(pages, in: ErrorPages.folder)
    if isUpdating {
      try errors.markdown.write(to: ErrorPages.article, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: ErrorPages.article, encoding: .utf8) == errors.markdown)
  }

  private var isUpdating: Bool {
    ProcessInfo.processInfo.environment["CLONETRACK_UPDATE_GOLDEN"] == "1"
  }

  /// Expects a folder to hold some pages and nothing else.
  private func expect(_ pages: [String: String], in folder: URL) throws {
    if isUpdating {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in pages {
        let file = folder.appending(path: name)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(Set(there) == Set(pages.keys))
    for (name, text) in pages {
      let file = folder.appending(path: name)
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
