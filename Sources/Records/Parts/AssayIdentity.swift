/// Which assay description a result was made with.
package struct AssayIdentity: Codable, Hashable, Sendable {
  /// The assay's or preset's name.
  package var name: String
  /// The sha256 of the assay file's bytes, lower-case hexadecimal.
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
