import Diagnostics
import Foundation
import SequenceIO
import Testing

@Suite("Files of reads")
struct FileSourceTests {
  @Test("a missing file is an error of exit code 66")
  func missing() throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try SequenceReader(path: "/nowhere/r.fq")
    }
    #expect(
      error.description == """
        error[FILE-MISSING]: cannot open the file of reads: No such file or directory
          --> /nowhere/r.fq
          help: Check the path and its permissions.
        """
    )
    #expect(CodeRegistry.entry(for: error.code)?.kind == .missingInput)
  }

  @Test("a folder is no file")
  func folder() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: Diagnostic.self) {
      _ = try SequenceReader(path: folder.path)
    }
    #expect(
      error.description == """
        error[READ-DIRECTORY]: found a folder, expected a file of reads
          --> \(folder.path)
          help: Name the files in the folder, lanes joined with commas.
        """
    )
    #expect(CodeRegistry.entry(for: error.code)?.kind == .missingInput)
  }

  @Test("a file without permission is an error", .disabled(if: geteuid() == 0, "root reads all"))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("r.fq", "@a\nA\n+\nI\n")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let error = try #require(throws: Diagnostic.self) { _ = try SequenceReader(path: path) }
    #expect(
      error.description == """
        error[FILE-MISSING]: cannot open the file of reads: Permission denied
          --> \(path)
          help: Check the path and its permissions.
        """
    )
  }

  @Test("a named pipe is read and has no size")
  func pipe() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    // SAFETY: mkfifo only reads the path during the call.
    #expect(unsafe mkfifo(path, 0o600) == 0)
    async let written: Void = {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.write(contentsOf: Data("@a\nACGT\n+\nIIII\n".utf8))
      try handle.close()
    }()
    let reader = try SequenceReader(path: path)
    #expect(reader.rawSize == nil)
    #expect(try records(reader).records == [["a", "ACGT", "IIII"]])
    try await written
  }

  @Test("every code is registered once, with a meaning and a remedy")
  func codes() {
    let codes = CodeRegistry.entries.filter { $0.code.hasPrefix("READ-") }
    #expect(codes.count == 19)
    #expect(Set(codes.map(\.code)).count == codes.count)
    #expect(codes.allSatisfy { $0.meaning.hasSuffix(".") && $0.remedy.hasSuffix(".") })
  }
}
