/// Which thresholds a result was judged by.
package struct ProfileIdentity: Codable, Hashable, Sendable {
  /// The profile's identifier, such as `clonetrack-mm-v1`.
  package var id: String
  /// The sha256 of the profile's canonical text, lower-case hexadecimal.
  package var sha256: String
  /// The thresholds that are not the profile's defaults, by name; set by the assay or for the run.
  package var changed: [String: String]

  /// Creates a record.
  package init(
    id: String,
    sha256: String,
    changed: [String: String] = [:]
  ) {
    self.id = id
    self.sha256 = sha256
    self.changed = changed
  }

  /// Reads a record; one of an older program does not say what was changed.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    sha256 = try container.decode(String.self, forKey: .sha256)
    changed = try container.decodeIfPresent([String: String].self, forKey: .changed) ?? [:]
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case sha256
    case changed
  }
}
