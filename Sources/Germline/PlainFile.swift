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
  // SAFETY: the stream is closed on every way out and used nowhere else; `fread` is told the size
  // of the buffer it fills; `strerror` returns a C string that is copied at once.
  guard let stream = unsafe fopen(path, "rb") else {
    throw Diagnostic(
      code: "FILE-MISSING",
      message: "the germline set cannot be opened: \(unsafe String(cString: strerror(errno)))",
      location: .init(path: path)
    )
  }
  defer { unsafe fclose(stream) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe fread(&chunk, 1, chunk.count, stream)
    bytes.append(contentsOf: chunk.prefix(count))
    if count < chunk.count { break }
  }
  guard unsafe ferror(stream) == 0 else {
    throw Diagnostic(
      code: "FILE-READ",
      message: "the germline set cannot be read: \(unsafe String(cString: strerror(errno)))",
      location: .init(path: path)
    )
  }
  return bytes
}
