import Crypto

/// A file by its path and content.
package struct FileIdentity: Hashable, Sendable {
  /// The path: as the user gave it for an input, within the result folder for a result.
  package var path: String
  /// Bytes; `nil` for a stream whose size is not known.
  package var size: Int?
  /// The sha256 of the bytes, lower-case hexadecimal; `nil` if it was not computed.
  package var sha256: String?

  /// Names a file.
  package init(path: String, size: Int?, sha256: String?) {
    (self.path, self.size, self.sha256) = (path, size, sha256)
  }
}

/// A small file that was read whole, with the path it has or will have.
package struct FileContent: Hashable, Sendable {
  /// The path, for messages and run records.
  package var path: String
  /// The whole file.
  package var bytes: [UInt8]

  /// Takes over bytes.
  package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

  /// The file by its content.
  package var identity: FileIdentity {
    FileIdentity(path: path, size: bytes.count, sha256: SHA256.hash(data: bytes).hexadecimal)
  }
}
