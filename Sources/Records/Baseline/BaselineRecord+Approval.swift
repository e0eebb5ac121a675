extension BaselineRecord {
  /// Who decided that the record takes the place of an earlier baseline, and why.
  package struct Approval: Codable, Hashable, Sendable {
    /// The person who decided it.
    package var approvedBy: String
    /// The person's reason.
    package var reason: String
    /// The baseline that was in force before.
    package var replaces: BaselineIdentity

    /// Creates a record.
    package init(approvedBy: String, reason: String, replaces: BaselineIdentity) {
      self.approvedBy = approvedBy
      self.reason = reason
      self.replaces = replaces
    }

    private enum CodingKeys: String, CodingKey {
      case approvedBy = "approved_by"
      case reason
      case replaces
    }
  }
}
