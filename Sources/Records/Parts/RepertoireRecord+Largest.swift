extension RepertoireRecord {
  /// One of the largest clonotypes of a class.
  package struct Largest: Codable, Hashable, Sendable {
    /// The tracked clone's identifier, or else the name of the row in `rearrangements.airr.tsv`.
    package var cloneID: String
    /// V alleles, comma-separated; `nil` without a V.
    @ExplicitNull package var vCall: String?
    /// J alleles, comma-separated; `nil` without a J.
    @ExplicitNull package var jCall: String?
    /// The junction's amino acids; `nil` without a junction.
    @ExplicitNull package var junctionAA: String?
    /// Reads after error collapse.
    package var duplicateCount: Int
    /// Reads over usable reads of the class, `0...1`.
    package var likeFraction: Double

    /// Creates a record.
    package init(
      cloneID: String,
      vCall: String?,
      jCall: String?,
      junctionAA: String?,
      duplicateCount: Int,
      likeFraction: Double
    ) {
      self.cloneID = cloneID
      self.vCall = vCall
      self.jCall = jCall
      self.junctionAA = junctionAA
      self.duplicateCount = duplicateCount
      self.likeFraction = likeFraction
    }

    private enum CodingKeys: String, CodingKey {
      case cloneID = "clone_id"
      case vCall = "v_call"
      case jCall = "j_call"
      case junctionAA = "junction_aa"
      case duplicateCount = "duplicate_count"
      case likeFraction = "like_fraction"
    }
  }
}
