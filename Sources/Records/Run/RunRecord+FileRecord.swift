package import Files

extension RunRecord {
  /// One file that was read or written.
  package struct FileRecord: Codable, Hashable, Sendable {
    /// The path: as the user gave it for an input, within the result folder for a result.
    package var path: String
    /// Bytes; `nil` for a stream whose size is not known.
    @ExplicitNull package var size: Int?
    /// The sha256 of the bytes, lower-case hexadecimal; `nil` if it was not computed.
    @ExplicitNull package var sha256: String?

    /// Creates a record.
    package init(
      path: String,
      size: Int?,
      sha256: String?
    ) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }

    private enum CodingKeys: String, CodingKey {
      case path
      case size
      case sha256
    }
  }
}

extension RunRecord.FileRecord {
  /// The record of a file.
  package init(_ file: FileIdentity) {
    self.init(path: file.path, size: file.size, sha256: file.sha256)
  }
}
