/// Which thresholds a result was judged by.
package struct ProfileIdentity: Codable, Hashable, Sendable {
  /// The profile's identifier, such as `clonetrack-mm-v1`.
  package var id: String
  /// The sha256 of the profile's canonical text, lower-case hexadecimal.
  package var sha256: String

  /// Creates a record.
  package init(
    id: String,
    sha256: String
  ) {
    self.id = id
    self.sha256 = sha256
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case sha256
  }
}
