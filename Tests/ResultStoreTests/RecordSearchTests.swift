import Diagnostics
import Files
import FoundationEssentials
import ResultStore
import TestSupport
import Testing

/// Finding records below folders.
@Suite("Search for records")
struct RecordSearchTests {
  private let scratch: ScratchFolder
  /// The scratch folder free of symbolic links.
  private let root: String

  init() throws {
    scratch = try ScratchFolder()
    root = RecordSearch.canonical(scratch.path)
  }

  private func make(_ files: [String]) throws {
    for file in files {
      try FileSystemEntry(path: scratch.path(file)).parent?.makeFolders()
      try scratch.write("{}", to: file)
    }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(name),
      withDestinationPath: scratch.path(target)
    )
  }

  private func found(_ folders: [String], _ name: String = "followup.json") throws -> [String] {
    var search = RecordSearch()
    for folder in folders { try search.add(scratch.path(folder)) }
    return search.folders(holding: name).map {
      $0.folder.replacing(root + "/", with: "") + " as "
        + $0.shown.replacing(scratch.path + "/", with: "")
    }
  }

  @Test("folders at any depth are found, sorted, hidden ones left out")
  func nested() throws {
    try make([
      "a/b/c/followup.json", "a/followup.json", "a/.hidden/followup.json", "a/x/baseline.json",
      "a/x/followup.json", "a/notes.txt",
    ])
    #expect(try found(["a"]) == ["a as a", "a/b/c as a/b/c", "a/x as a/x"])
    #expect(try found(["a"], "baseline.json") == ["a/x as a/x"])
    #expect(try found(["a"], "batch.json") == [])
  }

  @Test("slashes behind a folder's name are nothing")
  func slashes() throws {
    try make(["a/followup.json"])
    #expect(try found(["a///"]) == ["a as a"])
  }

  @Test("a folder that is reached twice is there once, whatever the order")
  func twice() throws {
    try make(["a/b/followup.json", "c/followup.json"])
    try link("z", to: "a/b")
    try link("a/again", to: "c")
    let expected = ["a/b as a/b", "c as a/again"]
    for folders in [["a", "a/b", "z"], ["z", "a/b", "a"], ["a/b", "a"]] {
      #expect(try found(folders) == expected)
    }
    #expect(try found(["z"]) == ["a/b as z"])
  }

  @Test("links that lead back end the search")
  func loop() throws {
    try make(["a/b/followup.json"])
    try link("a/b/up", to: "a")
    #expect(try found(["a"]) == ["a/b as a/b"])
  }

  @Test("a folder with the name of a record is no record; a link to a file is one")
  func kinds() throws {
    try make(["a/followup.json/batch.json", "b/real.json"])
    #expect(try found(["a"]) == [])
    #expect(try found(["a"], "batch.json") == ["a/followup.json as a/followup.json"])
    try link("b/followup.json", to: "b/real.json")
    #expect(try found(["b"]) == ["b as b"])
  }

  @Test(
    "a folder that is none, or has no record, is named",
    arguments: [
      ("absent", "the folder does not exist or is none"),
      ("a/file", "the folder does not exist or is none"),
      ("a", "the folder holds none of baseline.json, batch.json, followup.json"),
    ]
  )
  func missing(_ name: String, _ words: String) throws {
    try make(["a/file", "a/.hidden/followup.json", "b/followup.json"])
    var search = RecordSearch()
    try search.add(scratch.path("b"))
    let error = try #require(throws: Diagnostic.self) { try search.add(scratch.path(name)) }
    #expect(
      error.description == """
        error[FILE-MISSING]: \(words)
          --> \(scratch.path(name))
          help: Give the results of 'clonetrack batch', 'baseline' or 'followup'.
        """
    )
  }

  @Test(
    "superseded results lie in a numbered folder of that name",
    arguments: [
      ("/r/superseded/0002/S1", true), ("/r/superseded/0002", true), ("/r/superseded", false),
      ("/superseded/S1", false), ("/r/superseded/old/S1", false), ("/r/Superseded/0002", false),
      ("/superseded/superseded/12", true), ("/r/0002/superseded", false), ("/r/S1", false),
    ]
  )
  func superseded(_ folder: String, _ isSuperseded: Bool) {
    #expect(RecordSearch.isSuperseded(folder) == isSuperseded)
  }

  @Test(
    "a path is seen from a folder beside, above and below it",
    arguments: [
      ("/a/b/report.html", "/a/b", "report.html"), ("/a/b/report.html", "/a", "b/report.html"),
      ("/a/b/report.html", "/a/c", "../b/report.html"),
      ("/a/report.html", "/a/b/c", "../../report.html"), ("/x/y", "/a/b", "../../x/y"),
      ("/a/bc/d", "/a/b", "../bc/d"),
    ]
  )
  func relative(_ path: String, _ folder: String, _ seen: String) {
    #expect(RecordSearch.relative(path, to: folder) == seen)
  }

  @Test("a path free of links and dots")
  func canonical() throws {
    try make(["a/b/followup.json"])
    try link("l", to: "a/b")
    for name in ["a/b", "a/b/", "a/./b", "a/x/../b", "l", "l/"] {
      #expect(RecordSearch.canonical(scratch.path(name)) == root + "/a/b", "\(name)")
    }
    #expect(RecordSearch.canonical("/") == "/")
  }
}
