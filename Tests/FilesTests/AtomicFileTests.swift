import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

/// Single result files.
struct AtomicFileTests {
  @Test func appearsWholeAtCommit() throws {
    let scratch = try ScratchFolder()
    let file = try AtomicFile(path: scratch.path("out.tsv"), force: false)
    try file.append(Array("a\n".utf8).span)
    #expect(scratch.text("out.tsv") == nil)
    try file.append(Array("b\n".utf8).span)
    try file.commit()
    #expect(scratch.names() == ["out.tsv"])
    #expect(scratch.text("out.tsv") == "a\nb\n")
  }

  @Test func leavesNothingWithoutCommit() throws {
    let scratch = try ScratchFolder()
    do {
      let file = try AtomicFile(path: scratch.path("out.tsv"), force: false)
      try file.append(Array("half".utf8).span)
      #expect(scratch.names().count == 1, "the hidden file")
    }
    #expect(scratch.names() == [])
  }

  @Test func keepsWhatIsThere() throws {
    let scratch = try ScratchFolder()
    try scratch.write("old", to: "out.tsv")
    let error = try #require(throws: Diagnostic.self) {
      _ = try AtomicFile(path: scratch.path("out.tsv"), force: false)
    }
    #expect(
      error.description == """
        error[FILE-EXISTS]: the file is there already
          --> \(scratch.path("out.tsv"))
          help: Choose another folder or add --force to replace them.
        """
    )
    #expect(scratch.text("out.tsv") == "old")
    #expect(scratch.names() == ["out.tsv"])
  }

  @Test func keepsTheOldFileUntilCommit() throws {
    let scratch = try ScratchFolder()
    try scratch.write("old", to: "out.tsv")
    let file = try AtomicFile(path: scratch.path("out.tsv"), force: true)
    try file.append(Array("new".utf8).span)
    #expect(scratch.text("out.tsv") == "old")
    try file.commit()
    #expect(scratch.text("out.tsv") == "new")
    #expect(scratch.names() == ["out.tsv"])
  }

  @Test func refusesWhatAppearedMeanwhile() throws {
    let scratch = try ScratchFolder()
    do {
      let file = try AtomicFile(path: scratch.path("out.tsv"), force: false)
      try scratch.write("theirs", to: "out.tsv")
      let error = try #require(throws: Diagnostic.self) { try file.commit() }
      #expect(error.code == "FILE-EXISTS")
    }
    #expect(scratch.text("out.tsv") == "theirs")
    #expect(scratch.names() == ["out.tsv"])
  }

  @Test(arguments: [
    ("absent/out.tsv", "No such file or directory"),
    ("file/out.tsv", "Not a directory"),
    ("", "it is a folder"),
  ])
  func cannotBeCreated(_ name: String, _ reason: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "file")
    let error = try #require(throws: Diagnostic.self) {
      _ = try AtomicFile(path: scratch.path(name), force: true)
    }
    #expect(
      error.description == """
        error[FILE-CREATE]: the result cannot be created: \(reason)
          --> \(scratch.path(name))
          help: Check that the folder exists and may be written to.
        """
    )
  }

  @Test(
    "a full disk is an error, never a short file",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full")
  )
  func fullDevice() throws {
    let file = try AtomicFile(path: "/dev/full", force: false)
    let error = try #require(throws: Diagnostic.self) {
      try file.append(Array(repeating: 0, count: 100_000).span)
    }
    #expect(
      error.description == """
        error[FILE-WRITE]: the result cannot be written: No space left on device
          --> /dev/full
          help: Check the free space of the disk; no partial result was left.
        """
    )
  }

  @Test func aDeviceIsWrittenToDirectly() throws {
    let file = try AtomicFile(path: "/dev/null", force: false)
    try file.append(Array("x".utf8).span)
    try file.commit()
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }
}
