package import Diagnostics
package import Files

/// The result folder of one sample, whose files appear together when all of them are whole.
///
/// Without `commit()` nothing of it stays: hidden files and the folders it made are removed when the
/// value goes away.
package final class ResultFolder {
  /// The path as the user gave it.
  package let path: String

  private let folder: FileSystemEntry
  private let force: Bool
  /// The folders this value made, outermost first.
  private var made: [FileSystemEntry] = []
  private var files: [String: AtomicFile] = [:]
  private var isCommitted = false

  /// Makes the folder, with the folders above it, and starts every file.
  ///
  /// Everything that would stop the results from being written is found here, before the work.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - names: The files that will be written.
  ///   - force: Whether files of these names may be replaced.
  /// - Throws: `FILE-EXISTS` naming the first file that is there while `force` is false,
  ///   `FILE-CREATE` if the folder or a file in it cannot be made.
  package init(path: String, names: [String], force: Bool) throws(Diagnostic) {
    self.path = path
    self.force = force
    folder = FileSystemEntry(path: path)
    for name in names { try AtomicFile.refuseExisting(folder.appending(name), force: force) }
    try makeFolders(to: folder)
    for name in names {
      files[name] = try AtomicFile(path: folder.appending(name).path, force: force)
    }
  }

  deinit {
    guard !isCommitted else { return }
    files.removeAll()
    for folder in made.reversed() { folder.removeEmptyFolder() }
  }

  /// The file of a name given at the start, to append to; do not commit it by itself.
  package func file(_ name: String) -> AtomicFile {
    guard let file = files[name] else {
      preconditionFailure("'\(name)' is none of the files this folder was made for")
    }
    return file
  }

  /// Adds bytes at the end of a file.
  ///
  /// - Throws: `FILE-WRITE` if not every byte could be written.
  package func append(_ bytes: [UInt8], to name: String) throws(Diagnostic) {
    try file(name).append(bytes.span)
  }

  /// Makes every file appear under its name.
  ///
  /// - Throws: `FILE-WRITE` if bytes do not reach the disk, `FILE-EXISTS` if another program made a
  ///   file in the meantime; no file of the run stays then.
  package func commit() throws(Diagnostic) {
    let ordered = files.sorted { $0.key < $1.key }.map(\.value)
    for file in ordered { try file.synchronize() }
    do throws(Diagnostic) {
      for file in ordered { try file.place(over: force) }
    } catch {
      for file in ordered { file.withdraw() }
      throw error
    }
    isCommitted = true
    folder.synchronizeFolder()
    for folder in made { folder.parent?.synchronizeFolder() }
  }

  private func makeFolders(to folder: FileSystemEntry) throws(Diagnostic) {
    switch folder.kind {
    case .folder: return
    case .file, .stream: throw AtomicFile.cannotCreate(folder.path, "it is no folder")
    case .absent: break
    }
    if let parent = folder.parent { try makeFolders(to: parent) }
    do throws(SystemFault) {
      try folder.makeFolder()
    } catch {
      // Another sample of the same run may have made it in the meantime.
      guard folder.kind != .folder else { return }
      throw AtomicFile.cannotCreate(folder.path, error.words)
    }
    made.append(folder)
  }
}
