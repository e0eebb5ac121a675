package import Diagnostics
import FoundationEssentials

extension FileSystemEntry {
  /// The names in the folder, sorted; empty if there is no folder.
  ///
  /// - Throws: `FILE-MISSING` if the folder cannot be read.
  package func names() throws(Diagnostic) -> [String] {
    guard kind == .folder else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw Diagnostic(
        code: "FILE-MISSING",
        message: "the folder cannot be read",
        location: .init(path: path)
      )
    }
  }

  /// Makes the folder and the folders above it; one that is there is left as it is.
  ///
  /// - Throws: `FILE-CREATE`.
  package func makeFolders() throws(Diagnostic) {
    guard kind != .folder else { return }
    if let parent { try parent.makeFolders() }
    do throws(SystemFault) {
      try makeFolder()
    } catch {
      guard kind != .folder else { return }
      throw AtomicFile.cannotCreate(path, error.words)
    }
  }

  /// Removes the folder with everything in it; does nothing if there is none.
  ///
  /// - Throws: `FILE-WRITE` if something of it stays.
  package func removeTree() throws(Diagnostic) {
    guard kind != .absent else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Diagnostic(
        code: "FILE-WRITE",
        message: "the earlier result cannot be removed",
        location: .init(path: path),
        suggestion: "Check that the folder and everything in it may be changed."
      )
    }
  }

  /// Gives a file or folder another place in one step.
  ///
  /// - Throws: `FILE-WRITE`.
  package func move(to other: FileSystemEntry) throws(Diagnostic) {
    do throws(SystemFault) {
      try rename(to: other)
    } catch {
      throw Diagnostic(
        code: "FILE-WRITE",
        message: "the result cannot be moved to \(other.path): \(error.words)",
        location: .init(path: path)
      )
    }
    parent?.synchronizeFolder()
    other.parent?.synchronizeFolder()
  }
}
