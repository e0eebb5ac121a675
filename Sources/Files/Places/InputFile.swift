package import Diagnostics
import FoundationEssentials

/// Small input files that are read whole.
package enum InputFile {
  /// The bytes of a file.
  ///
  /// - Throws: `FILE-MISSING` if it cannot be read.
  package static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw missing(path)
    }
  }

  /// The bytes of a file with its path.
  ///
  /// - Throws: `FILE-MISSING` if it cannot be read.
  package static func content(of path: String) throws(Diagnostic) -> FileContent {
    FileContent(path: path, bytes: try bytes(of: path))
  }

  /// The error for a file that cannot be read.
  static func missing(_ path: String) -> Diagnostic {
    let kind = FileSystemEntry(path: path).kind
    let message =
      switch kind {
      case .absent: "the file does not exist"
      case .folder: "there is a folder, expected a file"
      case .file, .stream: "the file cannot be read"
      }
    return Diagnostic(
      code: "FILE-MISSING",
      message: message,
      location: .init(path: path),
      suggestion: kind == .folder ? "Name the file in it." : nil
    )
  }
}
