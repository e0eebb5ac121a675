import Diagnostics

/// Standard output: results only.
enum StandardOutput {
  /// Writes text as it is.
  ///
  /// - Throws: `FILE-WRITE` if nobody can take it, such as a full disk.
  static func write(_ text: String) throws(Diagnostic) {
    try write(Array(text.utf8).span)
  }

  /// Writes bytes as they are.
  ///
  /// - Throws: `FILE-WRITE` if nobody can take them, such as a full disk.
  static func write(_ bytes: Span<UInt8>) throws(Diagnostic) {
    var done = 0
    while done < bytes.count {
      // SAFETY: the buffer lives for the call and `write` reads only its `count` bytes.
      let written = unsafe bytes.extracting(done..<bytes.count).withUnsafeBytes { rest in
        unsafe StandardError.systemWrite(1, rest.baseAddress, rest.count)
      }
      guard written > 0 else {
        throw Diagnostic(
          code: "FILE-WRITE",
          message: "wrote \(done) of \(bytes.count) bytes of a piece of the result",
          location: .init(path: "standard output")
        )
      }
      done += written
    }
  }
}
