extension FollowupRecord {
  /// One replicate (PCR) of a follow-up sample.
  package struct ReplicateRecord: Codable, Hashable, Sendable {
    /// The replicate, counted from 1.
    package var replicate: Int
    /// DNA put in, nanograms; `nil` if not known.
    @ExplicitNull package var dnaNg: Double?
    /// Nucleated cells analysed; `nil` if not known.
    @ExplicitNull package var cells: Double?
    /// Reads assigned to the internal controls.
    package var controlReads: Int
    /// Whether the replicate counts for the result.
    package var used: Bool
    /// Why the replicate was left out; `nil` if it was used.
    @ExplicitNull package var reason: String?

    /// Creates a record.
    package init(
      replicate: Int,
      dnaNg: Double?,
      cells: Double?,
      controlReads: Int,
      used: Bool,
      reason: String?
    ) {
      self.replicate = replicate
      self.dnaNg = dnaNg
      self.cells = cells
      self.controlReads = controlReads
      self.used = used
      self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
      case replicate
      case dnaNg = "dna_ng"
      case cells
      case controlReads = "control_reads"
      case used
      case reason
    }
  }
}
