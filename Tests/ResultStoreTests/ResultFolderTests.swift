import Diagnostics
import Files
import FoundationEssentials
import ResultStore
import TestSupport
import Testing

/// Result folders, whose files appear together.
struct ResultFolderTests {
  @Test func filesAppearTogether() throws {
    let scratch = try ScratchFolder()
    let names = ["run.json", "baseline.json"]
    let folder = try ResultFolder(path: scratch.path("runs/S01"), names: names, force: false)
    try folder.append(Array("{}".utf8), to: "baseline.json")
    try folder.append(Array("{".utf8), to: "run.json")
    try folder.file("run.json").append(Array("}".utf8).span)
    #expect(scratch.names(in: "runs/S01").filter { !$0.hasPrefix(".") } == [])
    try folder.commit()
    #expect(scratch.names(in: "runs/S01") == ["baseline.json", "run.json"])
    #expect(scratch.text("runs/S01/baseline.json") == "{}")
    #expect(scratch.text("runs/S01/run.json") == "{}")
  }

  @Test func leavesNothingWithoutCommit() throws {
    let scratch = try ScratchFolder()
    do {
      let folder = try ResultFolder(path: scratch.path("a/b/c/"), names: ["x"], force: false)
      try folder.append([1], to: "x")
      #expect(scratch.names(in: "a/b/c").count == 1)
    }
    #expect(scratch.names() == [])
  }

  @Test func keepsAFolderThatWasThere() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.path("there"),
      withIntermediateDirectories: false
    )
    do {
      let folder = try ResultFolder(path: scratch.path("there"), names: ["x"], force: false)
      try folder.append([1], to: "x")
    }
    #expect(scratch.names() == ["there"])
    #expect(scratch.names(in: "there") == [])
  }

  @Test func refusesResultsAndNamesThem() throws {
    let scratch = try ScratchFolder()
    try scratch.write("old", to: "run.json")
    let error = try #require(throws: Diagnostic.self) {
      _ = try ResultFolder(
        path: scratch.path,
        names: ["baseline.json", "run.json"],
        force: false
      )
    }
    #expect(
      error.description == """
        error[FILE-EXISTS]: the file is there already
          --> \(scratch.path("run.json"))
          help: Choose another folder or add --force to replace them.
        """
    )
    #expect(scratch.names() == ["run.json"])
  }

  @Test func replacesWithForce() throws {
    let scratch = try ScratchFolder()
    try scratch.write("old", to: "run.json")
    try scratch.write("mine", to: "notes.txt")
    let folder = try ResultFolder(path: scratch.path, names: ["run.json"], force: true)
    try folder.append(Array("new".utf8), to: "run.json")
    try folder.commit()
    #expect(scratch.text("run.json") == "new")
    #expect(scratch.names() == ["notes.txt", "run.json"])
  }

  @Test func noneStaysIfOneCannotBePlaced() throws {
    let scratch = try ScratchFolder()
    do {
      let folder = try ResultFolder(path: scratch.path, names: ["a", "b"], force: false)
      try scratch.write("theirs", to: "b")
      let error = try #require(throws: Diagnostic.self) { try folder.commit() }
      #expect(error.code == "FILE-EXISTS")
    }
    #expect(scratch.names() == ["b"])
    #expect(scratch.text("b") == "theirs")
  }

  @Test func aFileIsNoFolder() throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "file")
    let error = try #require(throws: Diagnostic.self) {
      _ = try ResultFolder(path: scratch.path("file/S01"), names: ["x"], force: false)
    }
    #expect(
      error.description == """
        error[FILE-CREATE]: the result cannot be created: it is no folder
          --> \(scratch.path("file"))
          help: Check that the folder exists and may be written to.
        """
    )
  }

  @Test func aFolderMadeForNothingGoes() throws {
    let scratch = try ScratchFolder()
    let error = try #require(throws: Diagnostic.self) {
      _ = try ResultFolder(path: scratch.path("new"), names: ["ok", "no/such"], force: false)
    }
    #expect(error.code == "FILE-CREATE")
    #expect(scratch.names() == [])
  }

  @Test(
    "a full disk leaves nothing of the run",
    .enabled(if: MemoryDisk.isAvailable, "needs the right to mount a memory disk")
  )
  func fullDisk() throws {
    let disk = try MemoryDisk(kibibytes: 64)
    let path = disk.path + "/S01"
    do {
      let folder = try ResultFolder(path: path, names: ["baseline.json", "big.tsv"], force: false)
      try folder.append(Array("{}".utf8), to: "baseline.json")
      let error = try #require(throws: Diagnostic.self) {
        try folder.append(Array(repeating: 65, count: 100_000), to: "big.tsv")
      }
      #expect(
        error.description == """
          error[FILE-WRITE]: the result cannot be written: No space left on device
            --> \(path)/big.tsv
            help: Check the free space of the disk; no partial result was left.
          """
      )
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
  }

  @Test func namesAreChecked() async {
    await #expect(processExitsWith: .failure) {
      let folder = try ResultFolder(path: "/tmp", names: [], force: false)
      _ = folder.file("other")
    }
  }
}
