import FoundationEssentials
import TestSupport
import Testing

/// The style sheets and scripts that pages hold, which golden pages only name.
enum PageAssets {
  /// Where the files are.
  static let folder = "Sources/Reports/Assets"

  /// The names of the files, sorted.
  static func names() throws -> [String] {
    let path = RepositoryFile.root.appending(path: folder).path
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// The text of a file.
  static func text(_ name: String) throws -> String {
    String(decoding: try RepositoryFile.bytes("\(folder)/\(name)"), as: UTF8.self)
  }

  /// The page with each embedded file as its name; what is not exactly the bytes of a file stays.
  static func named(in page: String) throws -> String {
    var page = page
    for name in try names() {
      let tag = name.hasSuffix(".js") ? "script" : "style"
      let whole = "<\(tag)>\n\(try text(name))</\(tag)>"
      page = page.replacing(whole, with: "<\(tag)>\(name)</\(tag)>")
    }
    return page
  }

  /// Whether a page has a style sheet or a script that is no name.
  static func hasOthers(_ named: String) -> Bool {
    named.contains("<style>\n") || named.contains("<script>\n")
  }

  /// Expects a page to equal the golden page, in which each embedded file is its name.
  static func expectGolden(_ name: String, _ page: String) throws {
    let named = try named(in: page)
    #expect(!hasOthers(named), "\(name) holds what is no file of \(folder)")
    try RepositoryFile.expectGolden(name, Array(named.utf8))
  }
}
