import CompressionShims
public import Diagnostics

/// A file, named pipe or standard input, read with the system's calls.
public final class FileSource: ByteSource {
  /// The file as the user named it; `-` is standard input.
  public let path: String
  /// The file's size in bytes; `nil` for pipes and terminals.
  public let size: Int?
  private let descriptor: CInt

  /// Opens a file.
  ///
  /// - Parameter path: The file; `-` is standard input, which is not closed afterwards.
  /// - Throws: `FILE-MISSING` if it cannot be opened, `READ-DIRECTORY` if it is a folder.
  public init(path: String) throws(Diagnostic) {
    // SAFETY: the path is passed as a string that ends in zero and lives during the call.
    let descriptor = unsafe path == "-" ? STDIN_FILENO : clonetrack_open_for_reading(path)
    guard descriptor >= 0 else { throw Self.unopened(path, reason: Self.lastError) }
    var status = stat()
    // SAFETY: fstat only writes the structure it is given, which outlives the call.
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw Self.unopened(path, reason: Self.lastError)
    }
    guard clonetrack_is_directory(status.st_mode) == 0 else {
      if descriptor != STDIN_FILENO { close(descriptor) }
      throw Diagnostic(
        code: "READ-DIRECTORY",
        message: "found a folder, expected a file of reads",
        location: .init(path: path)
      )
    }
    self.path = path
    self.descriptor = descriptor
    size = clonetrack_is_regular(status.st_mode) != 0 ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Appends what one system call delivers; nothing at the end of the file.
  ///
  /// - Throws: `FILE-READ` if the system reports an error.
  public func read(into output: inout OutputSpan<UInt8>) throws(Diagnostic) {
    var failure: CInt = 0
    // SAFETY: the call writes at most the free part of the buffer, and `filled` is what it wrote.
    unsafe output.withUnsafeMutableBufferPointer { buffer, filled in
      guard let start = buffer.baseAddress, filled < buffer.count else { return }
      var count: Int
      repeat {
        count = unsafe CompressionShims.read(descriptor, start + filled, buffer.count - filled)
      } while count < 0 && clonetrack_errno() == EINTR
      if count < 0 { failure = clonetrack_errno() } else { filled += count }
    }
    guard failure == 0 else {
      throw Diagnostic(
        code: "FILE-READ",
        message: "cannot go on reading: \(Self.words(for: failure))",
        location: .init(path: path)
      )
    }
  }

  private static var lastError: String { words(for: clonetrack_errno()) }

  private static func words(for code: CInt) -> String {
    // SAFETY: strerror returns a string that ends in zero and is copied at once.
    unsafe String(cString: strerror(code))
  }

  private static func unopened(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      code: "FILE-MISSING",
      message: "cannot open the file of reads: \(reason)",
      location: .init(path: path)
    )
  }
}
