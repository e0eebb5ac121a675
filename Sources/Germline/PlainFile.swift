package import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// All bytes of a file.
///
/// - Throws: `FILE-MISSING` if it cannot be opened, `FILE-READ` if reading fails half-way.
package func plainFileBytes(at path: String) throws(Diagnostic) -> [UInt8] {
  // SAFETY: the strings are terminated and live through the call, and `strerror` returns one that
  // is copied at once.
  guard let stream = unsafe fopen(path, "rb") else {
    throw Diagnostic(
      code: "FILE-MISSING",
      message: "the germline set cannot be opened: \(unsafe String(cString: strerror(errno)))",
      location: .init(path: path)
    )
  }
  // SAFETY: the stream is open, is closed on every way out and is used nowhere else.
  defer { unsafe fclose(stream) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    // SAFETY: `fread` is told the size of the buffer that it fills.
    let count = unsafe fread(&chunk, 1, chunk.count, stream)
    bytes.append(contentsOf: chunk.prefix(count))
    if count < chunk.count { break }
  }
  // SAFETY: the stream is still open; `strerror` returns a terminated string, copied at once.
  guard unsafe ferror(stream) == 0 else {
    throw Diagnostic(
      code: "FILE-READ",
      message: "the germline set cannot be read: \(unsafe String(cString: strerror(errno)))",
      location: .init(path: path)
    )
  }
  return bytes
}
