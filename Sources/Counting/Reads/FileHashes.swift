import Crypto
import Files
import Synchronization

/// The sha256 of the files of one mate as their bytes pass by.
final class FileHashes: Sendable {
  private let states = Mutex<[String: (hash: SHA256, size: Int)]>([:])

  /// Adds the next bytes of a file.
  func update(_ path: String, _ bytes: Span<UInt8>) {
    states.withLock { states in
      var state = states.removeValue(forKey: path) ?? (SHA256(), 0)
      // SAFETY: the buffer lives for the call and SHA256 only reads it.
      unsafe bytes.withUnsafeBytes { unsafe state.hash.update(bufferPointer: $0) }
      state.size += bytes.count
      states[path] = state
    }
  }

  /// The record of a file; `nil` if nothing of it was read.
  func record(of path: String) -> FileIdentity? {
    states.withLock { states in
      states[path].map { state in
        FileIdentity(
          path: path,
          size: state.size,
          sha256: state.hash.finalize().hexadecimal
        )
      }
    }
  }
}
