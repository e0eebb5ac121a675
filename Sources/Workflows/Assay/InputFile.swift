import Diagnostics
import FoundationEssentials

/// Small input files that are read whole.
enum InputFile {
  /// The bytes of a file.
  ///
  /// - Throws: `FILE-MISSING` if it cannot be read.
  static func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Diagnostic(
        code: "FILE-MISSING",
        message: "the file cannot be read",
        location: .init(path: path)
      )
    }
  }
}
