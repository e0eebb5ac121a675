import Crypto
package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The size and sha256 of a file, read in pieces.
package struct FileDigest: Hashable, Sendable {
  /// Bytes.
  package let size: Int
  /// The sha256 of the bytes, lower-case hexadecimal.
  package let sha256: String

  private static let pieceSize = 1 << 20

  /// Reads a file.
  ///
  /// - Throws: `FILE-MISSING` if it cannot be opened, `FILE-READ` if reading stops half-way.
  package init(of path: String) throws(Diagnostic) {
    // SAFETY: the path is a terminated string that lives through the call.
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw Diagnostic(
        code: "FILE-MISSING",
        message: "the file cannot be read",
        location: .init(path: path)
      )
    }
    defer { _ = close(number) }
    var hash = SHA256()
    var size = 0
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      // SAFETY: the buffer is as long as it says and is used within the call only.
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        let count = unsafe read(number, buffer.baseAddress, buffer.count)
        if count > 0 {
          // SAFETY: `read` filled the first `count` bytes.
          unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        return count
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Diagnostic(
          code: "FILE-READ",
          message: "reading stopped after \(size) bytes: \(SystemFault.latest.words)",
          location: .init(path: path)
        )
      }
      size += count
    }
    self.size = size
    sha256 = hash.finalize().hexadecimal
  }
}

extension Digest {
  /// The digest as lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }
}
