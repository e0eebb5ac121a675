package import Diagnostics
package import Files
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Keeps two processes from working in one folder.
///
/// The system holds the lock as long as the process lives, so that one that was killed leaves
/// nothing to clean up. The file says who holds it and is empty when nobody does.
package final class FolderLock: Sendable {
  /// The file's name in the folder.
  static let name = "lock"

  /// Why the folder is worked in without a lock; `nil` if it is locked.
  package let warning: Diagnostic?

  private let number: Int32

  /// Locks a folder until the value goes away.
  ///
  /// On a file system without locks the run goes on without one; `warning` holds the finding.
  ///
  /// - Parameter folder: The folder, which must be there.
  /// - Throws: `FILE-LOCKED` if another process has locked it, `FILE-CREATE` if the file cannot be
  ///   made or locked.
  init(folder: String) throws(Diagnostic) {
    let path = FileSystemEntry(path: folder).appending(Self.name).path
    // SAFETY: the path is a terminated string that lives through the call.
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw AtomicFile.cannotCreate(path, SystemFault.latest.words) }
    do throws(Diagnostic) {
      warning = flock(file, LOCK_EX | LOCK_NB) == 0 ? nil : try Self.warning(of: .latest, path)
    } catch {
      _ = close(file)
      throw error
    }
    number = file
    state("process \(getpid()) on host \(RunClock.host)")
  }

  /// What a lock that the system refuses means for the run.
  ///
  /// - Parameters:
  ///   - fault: What the system says.
  ///   - path: The lock file.
  /// - Returns: The warning for a file system that knows no locks.
  /// - Throws: `FILE-LOCKED` if another process has the lock, `FILE-CREATE` for any other reason.
  package static func warning(
    of fault: SystemFault,
    _ path: String
  ) throws(Diagnostic) -> Diagnostic {
    switch fault.number {
    case EWOULDBLOCK:
      // The words only help a person; a file that cannot be read names nobody.
      let holder = String(decoding: (try? InputFile.bytes(of: path)) ?? [], as: UTF8.self)
      throw Diagnostic(
        code: "FILE-LOCKED",
        message: "\(holder.isEmpty ? "another process" : holder) is at work in this folder",
        location: .init(path: path)
      )
    case ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP, EINVAL:
      return Diagnostic(
        code: "FILE-UNLOCKED",
        severity: .warning,
        message: "the file system cannot lock the folder: \(fault.words)",
        location: .init(path: path)
      )
    default:
      throw AtomicFile.cannotCreate(path, "the folder cannot be locked: \(fault.words)")
    }
  }

  deinit {
    state("")
    _ = close(number)
  }

  /// Replaces the words in the file; a disk without room for them takes nothing from the lock.
  private func state(_ words: String) {
    _ = ftruncate(number, 0)
    let bytes = Array(words.utf8)
    // SAFETY: the buffer is read only within the call and is as long as it says.
    _ = unsafe bytes.withUnsafeBytes { unsafe pwrite(number, $0.baseAddress, $0.count, 0) }
  }
}
