package import Diagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A temporary file without a name: it goes with the program, however that ends.
package final class ScratchFile: Sendable {
  /// A stretch of the file with a number of records.
  package struct Block: Hashable, Sendable {
    /// The first byte.
    var offset: Int
    /// Bytes.
    var byteCount: Int
    /// Records in it.
    package var records: Int
  }

  private struct State {
    var size = 0
    var fault: Diagnostic?
  }

  /// The folder of the file.
  package let folder: String
  private let number: Int32
  private let state = Mutex(State())

  /// Makes a file, which loses its name at once.
  ///
  /// - Parameter folder: A folder with room; empty for the current one.
  /// - Throws: `FILE-CREATE` if the folder cannot be written to.
  package init(in folder: String) throws(Diagnostic) {
    let place = FileSystemEntry(path: folder.isEmpty ? "." : folder)
    self.folder = place.path
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    let entry = place.appending(".clonetrack.\(mark).partial")
    // SAFETY: the path is a terminated string that lives through the call.
    number = unsafe open(entry.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else {
      throw Diagnostic(
        code: "FILE-CREATE",
        message: "a temporary file cannot be created: \(SystemFault.latest.words)",
        location: .init(path: self.folder)
      )
    }
    entry.removeFile()
  }

  deinit { _ = close(number) }

  /// Adds records at the end.
  ///
  /// - Parameters:
  ///   - bytes: The records.
  ///   - records: How many they are.
  /// - Returns: Where they lie.
  /// - Throws: `FILE-WRITE` naming the folder if there is no room.
  func append(_ bytes: [UInt8], records: Int) throws(Diagnostic) -> Block {
    let offset = state.withLock { state in
      defer { state.size += bytes.count }
      return state.size
    }
    do throws(SystemFault) {
      try writeBytes(bytes, to: number, at: offset)
    } catch {
      throw Diagnostic(
        code: "FILE-WRITE",
        message: "temporary counts do not fit into the folder: \(error.words)",
        location: .init(path: folder)
      )
    }
    return Block(offset: offset, byteCount: bytes.count, records: records)
  }

  /// The bytes of a block.
  ///
  /// - Throws: `FILE-READ` if they cannot be read.
  package func bytes(of block: Block) throws(Diagnostic) -> [UInt8] {
    do throws(SystemFault) {
      return try readBytes(of: number, at: block.offset, block.byteCount)
    } catch {
      throw unreadable(error)
    }
  }

  /// The error for bytes that are not those that were written.
  func unreadable(_ fault: SystemFault = SystemFault(number: EIO)) -> Diagnostic {
    Diagnostic(
      code: "FILE-READ",
      message: "temporary counts cannot be read back: \(fault.words)",
      location: .init(path: folder)
    )
  }

  /// Keeps a fault for `check()`, for readers that cannot throw; the first stays.
  package func note(_ fault: Diagnostic) {
    state.withLock { $0.fault = $0.fault ?? fault }
  }

  /// Throws the fault of a reader that could not; call it before anything made of its records
  /// appears.
  ///
  /// - Throws: `FILE-READ`.
  package func check() throws(Diagnostic) {
    if let fault = state.withLock({ $0.fault }) { throw fault }
  }
}
