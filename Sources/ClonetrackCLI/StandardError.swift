import Diagnostics
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard error: the place for diagnostics and progress, so that standard output carries results
/// only.
enum StandardError {
  /// Whether a person is watching rather than a file or a pipe.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a diagnostic and ends the line, with colours for a person who wants them.
  static func print(_ diagnostic: Diagnostic) {
    let colours = TerminalColours(isTerminal: isTerminal, ProcessInfo.processInfo.environment)
    write(colours.text(of: diagnostic) + "\n")
  }

  /// Writes text as it is; gives up silently if nobody can read it.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      // SAFETY: the buffer lives for the call and `write` reads only its `count` bytes.
      let written = unsafe rest.withUnsafeBytes { bytes in
        unsafe systemWrite(STDERR_FILENO, bytes.baseAddress, bytes.count)
      }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// `write` of the C library, which the functions of that name would hide.
  static func systemWrite(
    _ file: Int32,
    _ bytes: UnsafeRawPointer?,
    _ count: Int
  ) -> Int {
    #if canImport(Glibc)
    // SAFETY: passes its arguments on.
    unsafe Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
    // SAFETY: passes its arguments on.
    unsafe Musl.write(file, bytes, count)
    #else
    // SAFETY: passes its arguments on.
    unsafe Darwin.write(file, bytes, count)
    #endif
  }
}
