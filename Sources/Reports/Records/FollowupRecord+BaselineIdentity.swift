extension FollowupRecord {
  /// The diagnostic sample a follow-up is compared with.
  package struct BaselineIdentity: Codable, Hashable, Sendable {
    /// The baseline sample.
    package var sample: String
    /// The sha256 of `baseline.json`, lower-case hexadecimal.
    package var sha256: String

    /// Creates a record.
    package init(
      sample: String,
      sha256: String
    ) {
      self.sample = sample
      self.sha256 = sha256
    }

    private enum CodingKeys: String, CodingKey {
      case sample
      case sha256
    }
  }
}
