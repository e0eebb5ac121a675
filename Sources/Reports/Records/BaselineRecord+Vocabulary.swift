/// What a clonotype may be used for.
package enum Role: String, CaseIterable, Codable, Hashable, Sendable {
  /// A detection may rest on it alone.
  case primary
  /// It supports a detection but is never its only basis.
  case supporting
}

extension BaselineRecord {
  /// Whether a diagnostic sample gave something to track.
  package enum Verdict: String, CaseIterable, Codable, Hashable, Sendable {
    /// At least one primary index clonotype.
    case indexFound = "INDEX_FOUND"
    /// Supporting index clonotypes only.
    case indexFoundSupportingOnly = "INDEX_FOUND_SUPPORTING_ONLY"
    /// No candidate passed.
    case noIndex = "NO_INDEX"
    /// The assay failed; nothing can be said.
    case failed = "FAILED"
  }

  /// How dominant an index clonotype is among the rearrangements of its class.
  package enum Tier: String, CaseIterable, Codable, Hashable, Sendable {
    /// At least the profile's first share (5 %).
    case a = "A"
    /// At least the profile's second share (3 %).
    case b = "B"
  }
}
