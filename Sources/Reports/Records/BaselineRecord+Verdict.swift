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
}
