/// The diagnostic samples a follow-up is compared with.
package struct BaselineIdentity: Codable, Hashable, Sendable {
  /// One of them.
  package struct Sample: Codable, Hashable, Sendable {
    /// The baseline sample.
    package var sample: String
    /// The sha256 of its `baseline.json`, lower-case hexadecimal.
    package var sha256: String

    /// Creates a record.
    package init(sample: String, sha256: String) {
      self.sample = sample
      self.sha256 = sha256
    }
  }

  /// The baseline sample; several are separated by commas.
  package var sample: String
  /// The sha256 of `baseline.json`, lower-case hexadecimal; of several records the sha256 of their
  /// bytes one after the other.
  package var sha256: String
  /// The samples one by one, in the order given.
  package var samples: [Sample]

  /// Creates a record; without `samples` of one sample.
  package init(
    sample: String,
    sha256: String,
    samples: [Sample]? = nil
  ) {
    self.sample = sample
    self.sha256 = sha256
    self.samples = samples ?? [Sample(sample: sample, sha256: sha256)]
  }

  private enum CodingKeys: String, CodingKey {
    case sample
    case sha256
    case samples
  }
}
