#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads bytes of an open file, however many calls that takes.
///
/// - Parameters:
///   - number: The file's descriptor.
///   - place: The first byte.
///   - count: How many bytes; the file must have them.
/// - Returns: The bytes.
/// - Throws: The system's fault; `EIO` if the file ends before.
func readBytes(of number: Int32, at place: Int, _ count: Int) throws(SystemFault) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  try moveAll(count) { done in
    // SAFETY: the buffer is as long as it says and is used within the call only.
    unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(
        number,
        buffer.baseAddress?.advanced(by: done),
        buffer.count - done,
        off_t(place + done)
      )
    }
  }
  return bytes
}

/// Writes bytes into an open file, however many calls that takes.
///
/// - Parameters:
///   - bytes: The bytes.
///   - number: The file's descriptor.
///   - place: Where the first goes.
/// - Throws: The system's fault.
func writeBytes(_ bytes: [UInt8], to number: Int32, at place: Int) throws(SystemFault) {
  try moveAll(bytes.count) { done in
    // SAFETY: the buffer is read only within the call and is as long as it says.
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe pwrite(
        number,
        buffer.baseAddress?.advanced(by: done),
        buffer.count - done,
        off_t(place + done)
      )
    }
  }
}

/// Repeats a system call that moves bytes until all are moved.
///
/// - Parameters:
///   - count: How many bytes.
///   - move: Is given how many were moved so far; returns what the call does.
/// - Throws: The system's fault; `EIO` if a call moves none.
func moveAll(_ count: Int, _ move: (_ done: Int) -> Int) throws(SystemFault) {
  var done = 0
  while done < count {
    let moved = move(done)
    if moved > 0 {
      done += moved
    } else if moved == 0 {
      throw SystemFault(number: EIO)
    } else if errno != EINTR {
      throw .latest
    }
  }
}
