import Foundation

/// A folder of one test, gone after it.
final class ScratchFolder {
  private let url: URL

  /// Makes the folder.
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "clonetrack-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// The names in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)).sorted()
  }
}

/// The path of a file of `testdata/germline`.
func germlineTestdata(_ name: String, file: String = #filePath) -> String {
  var root = URL(filePath: file)
  for _ in 0..<4 { root.deleteLastPathComponent() }
  return root.appending(path: "testdata/germline/\(name)").path(percentEncoded: false)
}
