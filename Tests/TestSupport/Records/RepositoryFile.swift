package import FoundationEssentials
import Testing

/// Files of the repository that tests read, and golden files that they compare with.
package enum RepositoryFile {
  /// The repository's top folder.
  package static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// Expects `bytes` to equal the golden file, showing the first line that differs; rewrites it
  /// first where the environment has `CLONETRACK_UPDATE_GOLDEN=1`.
  package static func expectGolden(_ name: String, _ bytes: [UInt8]) throws {
    let path = "testdata/golden/reports/\(name)"
    if ProcessInfo.processInfo.environment["CLONETRACK_UPDATE_GOLDEN"] == "1" {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: file)
    }
    let written = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let expected = String(decoding: try self.bytes(path), as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(written.count == expected.count, "lines of \(path)")
    for (number, lines) in zip(written, expected).enumerated() where lines.0 != lines.1 {
      #expect(lines.0 == lines.1, "\(path):\(number + 1)")
      break
    }
  }
}
