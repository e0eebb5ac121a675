extension BatchRecord {
  /// Which sample sheet a run was made of.
  package struct SheetIdentity: Codable, Hashable, Sendable {
    /// The file's name without folders.
    package var name: String
    /// The sha256 of the file's bytes, lower-case hexadecimal.
    package var sha256: String

    /// Creates a record.
    package init(
      name: String,
      sha256: String
    ) {
      self.name = name
      self.sha256 = sha256
    }

    private enum CodingKeys: String, CodingKey {
      case name
      case sha256
    }
  }
}
