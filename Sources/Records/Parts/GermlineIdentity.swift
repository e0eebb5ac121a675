/// Which germline set a result was made with.
package struct GermlineIdentity: Codable, Hashable, Sendable {
  /// The set's name.
  package var name: String
  /// The set's version.
  package var version: String
  /// The sha256 of the set file's bytes, lower-case hexadecimal.
  package var sha256: String

  /// Creates a record.
  package init(
    name: String,
    version: String,
    sha256: String
  ) {
    self.name = name
    self.version = version
    self.sha256 = sha256
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case version
    case sha256
  }
}
