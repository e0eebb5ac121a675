import Diagnostics
import Files
import FoundationEssentials
import TestSupport
import Testing

/// Sizes and sha256 of files.
@Suite("Digests of files")
struct FileDigestTests {
  /// The examples of the standard (FIPS 180-4; NIST, "Examples with Intermediate Values", SHA-256),
  /// the message of a million letters of FIPS 180-2, B.3, and lengths around a mebibyte, in which
  /// files are read (`head -c N /dev/zero | sha256sum`).
  private static let known: [(bytes: [UInt8], sha256: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8
      ),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
    (
      [UInt8](repeating: 0, count: 1 << 20),
      "30e14955ebf1352266dc2ff8067e68104607e750abb9d3b36582b8af909fcb58"
    ),
    (
      [UInt8](repeating: 0, count: (1 << 20) + 1),
      "2cb74edba754a81d121c9db6833704a8e7d417e5b13d1a19f4a52f007d644264"
    ),
  ]

  @Test("are those of the standard's examples", arguments: known.indices)
  func standard(_ number: Int) throws {
    let (bytes, sha256) = Self.known[number]
    let scratch = try ScratchFolder()
    try Data(bytes).write(to: URL(filePath: scratch.path("message")))
    let digest = try FileDigest(of: scratch.path("message"))
    #expect(digest.size == bytes.count)
    #expect(digest.sha256 == sha256)
    let content = try InputFile.content(of: scratch.path("message"))
    #expect(content.bytes == bytes)
    #expect(
      content.identity
        == FileIdentity(path: scratch.path("message"), size: bytes.count, sha256: sha256)
    )
  }

  @Test(
    "a file that cannot be read is named",
    arguments: [
      (
        "absent",
        """
        error[FILE-MISSING]: the file cannot be read
          --> PATH
          help: Check the path and its permissions.
        """
      ),
      (
        "folder",
        """
        error[FILE-READ]: reading stopped after 0 bytes: Is a directory
          --> PATH
          help: Check the disk or the network share and run again.
        """
      ),
    ]
  )
  func unreadable(_ name: String, _ words: String) throws {
    let scratch = try ScratchFolder()
    try FileSystemEntry(path: scratch.path("folder")).makeFolders()
    let path = scratch.path(name)
    let error = try #require(throws: Diagnostic.self) { _ = try FileDigest(of: path) }
    #expect(error.description == words.replacing("PATH", with: path))
  }

  @Test(
    "an input that cannot be read whole is named",
    arguments: [
      (
        "absent",
        """
        error[FILE-MISSING]: the file does not exist
          --> PATH
          help: Check the path and its permissions.
        """
      ),
      (
        "folder",
        """
        error[FILE-MISSING]: there is a folder, expected a file
          --> PATH
          help: Name the file in it.
        """
      ),
    ]
  )
  func missingInput(_ name: String, _ words: String) throws {
    let scratch = try ScratchFolder()
    try FileSystemEntry(path: scratch.path("folder")).makeFolders()
    let path = scratch.path(name)
    let error = try #require(throws: Diagnostic.self) { _ = try InputFile.content(of: path) }
    #expect(error.description == words.replacing("PATH", with: path))
  }
}
