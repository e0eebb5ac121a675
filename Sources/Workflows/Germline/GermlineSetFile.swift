#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Diagnostics

/// The place a germline set is written to.
struct GermlineSetFile {
  /// The file.
  let path: String
  /// Whether a file of that name is replaced.
  let replaces: Bool

  /// Checks that the file may be written, before any work is done.
  ///
  /// - Throws: `FILE-EXISTS` if the file is there and not to be replaced, `FILE-CREATE` if its folder
  ///   does not exist or the path is a folder.
  func checkPlace() throws(Diagnostic) {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder else { throw failure("FILE-CREATE", "the path is a folder, expected a file") }
      guard replaces else {
        throw Diagnostic(
          code: "FILE-EXISTS",
          message: "the germline set is already there",
          location: .init(path: path),
          suggestion: "Choose another file or add --force to replace it."
        )
      }
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
      throw failure("FILE-CREATE", "the folder of the germline set does not exist")
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw failure("FILE-CREATE", "the folder of the germline set may not be written to")
    }
  }

  /// Writes the file beside its place and renames it when it is whole.
  ///
  /// - Throws: `FILE-WRITE`.
  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw failure("FILE-WRITE", "the germline set cannot be written: \(error)")
    }
  }

  private func failure(_ code: String, _ message: String) -> Diagnostic {
    Diagnostic(code: code, message: message, location: .init(path: path))
  }
}
