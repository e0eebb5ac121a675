#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A place in the file system, there or not.
package struct FileSystemEntry: Hashable, Sendable {
  /// What stands at a place.
  package enum Kind: Hashable, Sendable {
    /// Nothing that can be seen.
    case absent
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A device, pipe or socket.
    case stream
  }

  /// The path as the user gave it.
  package var path: String

  /// Names a place.
  package init(path: String) { self.path = path }

  /// What stands there, symbolic links followed.
  package var kind: Kind {
    var status = stat()
    // SAFETY: the path is a terminated string and the status outlives the call.
    guard unsafe stat(path, &status) == 0 else { return .absent }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .stream
    }
  }

  /// Bytes of the file, symbolic links followed; `nil` if nothing is there.
  package var size: Int? {
    var status = stat()
    // SAFETY: the path is a terminated string and the status outlives the call.
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Int(status.st_size)
  }

  /// The folder it is in.
  package var parent: FileSystemEntry? {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    guard trimmed != "/" else { return nil }
    guard let slash = trimmed.lastIndex(of: "/") else { return FileSystemEntry(path: ".") }
    let folder = trimmed[..<slash]
    return FileSystemEntry(path: folder.isEmpty ? "/" : String(folder))
  }

  /// The last part of the path.
  var name: Substring { path.split(separator: "/").last ?? "" }

  /// An entry of this folder.
  package func appending(_ name: String) -> FileSystemEntry {
    FileSystemEntry(path: path.hasSuffix("/") ? path + name : path + "/" + name)
  }

  /// Makes the folder; its parent must be there.
  package func makeFolder() throws(SystemFault) {
    // SAFETY: the path is a terminated string that lives through the call.
    guard unsafe mkdir(path, 0o777) == 0 else { throw .latest }
  }

  /// Removes the folder if it is empty.
  package func removeEmptyFolder() {
    // SAFETY: the path is a terminated string that lives through the call.
    _ = unsafe rmdir(path)
  }

  /// Removes the file.
  package func removeFile() {
    // SAFETY: the path is a terminated string that lives through the call.
    _ = unsafe unlink(path)
  }

  /// Gives the file another name in one step, replacing what has that name.
  func rename(to other: FileSystemEntry) throws(SystemFault) {
    // SAFETY: both paths are terminated strings that live through the call.
    guard unsafe renamePath(path, other.path) == 0 else { throw .latest }
  }

  /// Waits until the folder's names are on the disk, where the file system can do that.
  package func synchronizeFolder() {
    // SAFETY: the path is a terminated string that lives through the call.
    let number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { return }
    _ = fsync(number)
    _ = close(number)
  }
}

/// The system's `rename`, whose name the method above hides.
@unsafe
private func renamePath(_ path: UnsafePointer<CChar>, _ other: UnsafePointer<CChar>) -> Int32 {
  // SAFETY: the caller's strings are terminated.
  unsafe rename(path, other)
}
