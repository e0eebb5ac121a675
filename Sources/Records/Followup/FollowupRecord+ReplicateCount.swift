extension FollowupRecord {
  /// What one replicate holds of one tracked clonotype.
  package struct ReplicateCount: Codable, Hashable, Sendable {
    /// The replicate, counted from 1.
    package var replicate: Int
    /// Reads assigned to the clonotype.
    package var duplicateCount: Int
    /// Molecules those reads come from; `nil` if not known.
    @ExplicitNull package var templates: Double?
    /// The replicate's own level, `0...1`; `nil` if not known.
    @ExplicitNull package var mrd: Double?

    /// Creates a record.
    package init(
      replicate: Int,
      duplicateCount: Int,
      templates: Double?,
      mrd: Double?
    ) {
      self.replicate = replicate
      self.duplicateCount = duplicateCount
      self.templates = templates
      self.mrd = mrd
    }

    private enum CodingKeys: String, CodingKey {
      case replicate
      case duplicateCount = "duplicate_count"
      case templates
      case mrd
    }
  }
}
