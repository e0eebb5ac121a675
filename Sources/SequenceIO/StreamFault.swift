import Diagnostics

/// Why the bytes of a file cannot be read to their end.
enum StreamFault: Error {
  /// The file could not be read.
  case source(Diagnostic)
  /// The file ends inside a member.
  case truncated(Compression)
  /// A member is not what a compressor wrote.
  case damaged(Compression)
  /// A member's contents do not match its checksum.
  case checksum(Compression)
  /// Something other than a member or zeros follows the last member.
  case trailing(Compression, byte: UInt8)

  /// The same problem, worded for the user.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - record: The first record that could not be read.
  /// - Returns: The error with its place.
  func diagnostic(in path: String, record: Int) -> Diagnostic {
    let (code, message): (String, String) =
      switch self {
      case .source(let diagnostic): (diagnostic.code, diagnostic.message)
      case .truncated(let kind):
        (
          "READ-TRUNCATED",
          "found the file's end inside a \(kind.rawValue) \(kind.memberName), "
            + "expected the rest of it"
        )
      case .damaged(let kind):
        (
          "READ-DAMAGED",
          "found bytes that no \(kind.rawValue) compressor writes, expected intact data"
        )
      case .checksum(let kind):
        (
          "READ-CHECKSUM",
          "the contents of a \(kind.rawValue) \(kind.memberName) do not match the checksum "
            + "stored with them"
        )
      case .trailing(let kind, let byte):
        (
          "READ-TRAILING",
          "found \(quoted(byte)) after the last \(kind.rawValue) \(kind.memberName), "
            + "expected another \(kind.memberName), zeros or the end"
        )
      }
    return Diagnostic(
      code: code,
      message: message,
      location: .init(path: path, record: record)
    )
  }
}

/// A byte as shown in messages: the character if it can be printed, else its number.
func quoted(_ byte: UInt8) -> String {
  switch byte {
  case 0x0A: return "the end of the line"
  case 0x20...0x7E: return "'\(Character(Unicode.Scalar(byte)))'"
  default:
    let digits = String(byte, radix: 16, uppercase: true)
    return "byte 0x" + (digits.count < 2 ? "0" : "") + digits
  }
}
