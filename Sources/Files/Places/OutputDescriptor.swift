#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file open for writing; closed when the value goes away.
package struct OutputDescriptor: ~Copyable {
  private let number: Int32

  /// Creates a file that must not be there yet.
  init(creating path: String) throws(SystemFault) {
    try self.init(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
  }

  /// Opens a file to add to its end, making it if it is not there.
  package init(appending path: String) throws(SystemFault) {
    try self.init(path, flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
  }

  /// Opens a device or pipe that is there.
  init(opening path: String) throws(SystemFault) {
    try self.init(path, flags: O_WRONLY | O_CLOEXEC)
  }

  private init(_ path: String, flags: Int32) throws(SystemFault) {
    // SAFETY: the path is a terminated string that lives through the call.
    number = unsafe open(path, flags, 0o666)
    guard number >= 0 else { throw .latest }
  }

  deinit { _ = close(number) }

  /// Writes every byte, however many calls that takes.
  package func write(_ bytes: Span<UInt8>) throws(SystemFault) {
    try moveAll(bytes.count) { done in
      // SAFETY: the buffer is read only within the call and is as long as it says.
      unsafe bytes.extracting(droppingFirst: done).withUnsafeBytes {
        unsafe writeBytes(number, $0)
      }
    }
  }

  /// Writes every byte and waits until they are on the disk.
  package func writeAndSynchronize(_ bytes: Span<UInt8>) throws(SystemFault) {
    try write(bytes)
    try synchronize()
  }

  /// Waits until the bytes are on the disk; does nothing for what has no disk, such as a pipe.
  func synchronize() throws(SystemFault) {
    guard fsync(number) != 0 else { return }
    let fault = SystemFault.latest
    guard fault.number != EINVAL, fault.number != ENOTSUP else { return }
    throw fault
  }
}

/// The system's `write`, whose name the method above hides.
@unsafe
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  // SAFETY: the caller's buffer is valid for its count.
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}
