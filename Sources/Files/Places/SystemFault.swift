#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A system call that failed.
package struct SystemFault: Error, Hashable, Sendable {
  /// The number the system gave, such as `ENOSPC`.
  package var number: Int32

  /// Names a fault.
  package init(number: Int32) { self.number = number }

  /// The fault of the call that failed last on this thread.
  package static var latest: SystemFault { SystemFault(number: errno) }

  /// The system's own words, such as `No space left on device`.
  package var words: String {
    // SAFETY: strerror returns a terminated string, which is copied before any other call.
    unsafe String(cString: strerror(number))
  }
}
