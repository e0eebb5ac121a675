import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

/// Places in the file system, there or not.
@Suite("File system entries")
struct FileSystemEntryTests {
  @Test(
    "the parent is what POSIX dirname gives",
    arguments: [
      ("a/b", "a"), ("a/b/", "a"), ("a/b///", "a"), ("/a", "/"), ("/a/", "/"), ("/a/b", "/a"),
      ("a", "."), ("a/", "."), ("", "."), (".", "."), ("./a", "."), ("../a", ".."), ("a/.", "a"),
      ("a/..", "a"), ("results/S 1/run.json", "results/S 1"), ("ä/ö", "ä"), ("/", nil),
      ("//", nil), ("///", nil),
    ] as [(String, String?)]
  )
  func parent(_ path: String, _ parent: String?) {
    #expect(FileSystemEntry(path: path).parent?.path == parent)
  }

  @Test(
    "an entry of a folder has one slash before its name",
    arguments: [
      ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "b", "/b"), (".", ".b", "./.b"),
      ("../a b", "c d", "../a b/c d"),
    ]
  )
  func appending(_ folder: String, _ name: String, _ path: String) {
    let entry = FileSystemEntry(path: folder).appending(name)
    #expect(entry.path == path)
  }

  @Test("from the folder of any path every parent is above, up to the root or the current folder")
  func ancestors() {
    for path in ["/a/b/c/d", "a/b/c/d", "../a/b//c", "/", "x"] {
      var entry = FileSystemEntry(path: path)
      var steps = 0
      while let parent = entry.parent, parent.path != ".", steps < 10 {
        #expect(parent.path.count < entry.path.count, "\(path)")
        entry = parent
        steps += 1
      }
      #expect(steps < 10, "\(path)")
    }
  }

  @Test("tells files, folders, streams and nothing apart, links followed")
  func kinds() throws {
    let scratch = try ScratchFolder()
    try scratch.write("four", to: "file")
    try FileSystemEntry(path: scratch.path("folder")).makeFolders()
    for (link, target) in [("to-file", "file"), ("to-folder", "folder"), ("to-none", "none")] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path(link),
        withDestinationPath: target
      )
    }
    func entry(_ name: String) -> FileSystemEntry { FileSystemEntry(path: scratch.path(name)) }
    #expect(entry("file").kind == .file)
    #expect(entry("folder").kind == .folder)
    #expect(entry("none").kind == .absent)
    #expect(entry("file/below").kind == .absent)
    #expect(entry("to-file").kind == .file)
    #expect(entry("to-folder").kind == .folder)
    #expect(entry("to-none").kind == .absent)
    #expect(FileSystemEntry(path: "/dev/null").kind == .stream)
    #expect(FileSystemEntry(path: "").kind == .absent)
    #expect(entry("file").size == 4)
    #expect(entry("to-file").size == 4)
    #expect(entry("to-none").size == nil)
    #expect(entry("none").size == nil)
  }

  @Test("names are sorted, hidden ones among them; nothing has none")
  func names() throws {
    let scratch = try ScratchFolder()
    for name in ["b", "a", ".h", "B", "a b", "10", "9"] { try scratch.write("", to: name) }
    let names = try FileSystemEntry(path: scratch.path).names()
    #expect(names == [".h", "10", "9", "B", "a", "a b", "b"])
    #expect(try FileSystemEntry(path: scratch.path("none")).names() == [])
    #expect(try FileSystemEntry(path: scratch.path("a")).names() == [])
  }

  @Test("makes a folder with all above it, and is content with one that is there")
  func makeFolders() throws {
    let scratch = try ScratchFolder()
    let deep = FileSystemEntry(path: scratch.path("a/b/c/"))
    try deep.makeFolders()
    #expect(deep.kind == .folder)
    try Data().write(to: URL(filePath: scratch.path("a/b/c/kept")))
    try deep.makeFolders()
    #expect(try deep.names() == ["kept"])
  }

  @Test("no folder is made where a file stands")
  func fileInTheWay() throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "file")
    for (name, words) in [("file", "File exists"), ("file/a/b", "File exists")] {
      let error = try #require(throws: Diagnostic.self) {
        try FileSystemEntry(path: scratch.path(name)).makeFolders()
      }
      #expect(
        error.description == """
          error[FILE-CREATE]: the result cannot be created: \(words)
            --> \(scratch.path("file"))
            help: Check that the folder exists and may be written to.
          """
      )
    }
    #expect(scratch.text("file") == "mine")
  }

  @Test("removes a folder with everything in it, an empty one only, a file")
  func removing() throws {
    let scratch = try ScratchFolder()
    let tree = FileSystemEntry(path: scratch.path("tree"))
    try tree.appending("a/b").makeFolders()
    try scratch.write("x", to: "tree/a/b/file")
    tree.appending("a").removeEmptyFolder()
    #expect(tree.appending("a/b/file").kind == .file)
    tree.appending("a/b/file").removeFile()
    tree.appending("a/b").removeEmptyFolder()
    #expect(try tree.appending("a").names() == [])
    #expect(tree.appending("a").kind == .folder)
    try tree.appending("c").makeFolders()
    try tree.removeTree()
    try tree.removeTree()
    #expect(scratch.names() == [])
  }

  @Test("moves a file over another and a folder to a new name")
  func moving() throws {
    let scratch = try ScratchFolder()
    try scratch.write("new", to: "new")
    try scratch.write("old", to: "old")
    try FileSystemEntry(path: scratch.path("new"))
      .move(to: FileSystemEntry(path: scratch.path("old")))
    #expect(scratch.names() == ["old"])
    #expect(scratch.text("old") == "new")
    let folder = FileSystemEntry(path: scratch.path("folder"))
    try folder.appending("inner").makeFolders()
    try folder.move(to: FileSystemEntry(path: scratch.path("other")))
    #expect(scratch.names() == ["old", "other"])
    #expect(scratch.names(in: "other") == ["inner"])
  }

  @Test(
    "a move that is not possible names both places and changes nothing",
    arguments: [
      ("old", "none/new", "No such file or directory"),
      ("none", "new", "No such file or directory"),
      ("old", "folder", "Is a directory"),
    ]
  )
  func movingFails(_ from: String, _ to: String, _ words: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("old", to: "old")
    try FileSystemEntry(path: scratch.path("folder")).makeFolders()
    let error = try #require(throws: Diagnostic.self) {
      try FileSystemEntry(path: scratch.path(from))
        .move(to: FileSystemEntry(path: scratch.path(to)))
    }
    #expect(
      error.description == """
        error[FILE-WRITE]: the result cannot be moved to \(scratch.path(to)): \(words)
          --> \(scratch.path(from))
          help: Check the free space of the disk; no partial result was left.
        """
    )
    #expect(scratch.names() == ["folder", "old"])
  }
}
