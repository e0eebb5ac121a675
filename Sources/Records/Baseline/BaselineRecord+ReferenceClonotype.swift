package import Rearrangements

extension BaselineRecord {
  /// The patient's own bases of a clonotype with the places that show where it comes from.
  package struct ReferenceClonotype: Codable, Hashable, Sendable {
    /// The identifier of an index clonotype or candidate, or one of its own.
    package var cloneID: String
    /// The kind of recombination.
    package var rearrangementType: RearrangementType
    /// V alleles, comma-separated; `nil` without a V.
    @ExplicitNull package var vCall: String?
    /// J alleles, comma-separated; `nil` without a J.
    @ExplicitNull package var jCall: String?
    /// The best read between primers, coding strand.
    package var sequence: String
    /// The junction, or what stands for it, in `sequence`.
    package var window: OffsetRange
    /// The bases between the 5′ and the 3′ element in `sequence`.
    package var ndn: OffsetRange
    /// A D inside `ndn`; `nil` where none was found.
    @ExplicitNull package var d: OffsetRange?
    /// Offsets in `sequence` at which V differs from its germline.
    package var vMutations: [Int]
    /// Reads in the replicates that count.
    package var duplicateCount: Int
    /// Reads over usable reads of the locus class, `0...1`.
    package var likeFraction: Double

    /// Creates a record.
    package init(
      cloneID: String,
      rearrangementType: RearrangementType,
      vCall: String?,
      jCall: String?,
      sequence: String,
      window: OffsetRange,
      ndn: OffsetRange,
      d: OffsetRange?,
      vMutations: [Int],
      duplicateCount: Int,
      likeFraction: Double
    ) {
      self.cloneID = cloneID
      self.rearrangementType = rearrangementType
      self.vCall = vCall
      self.jCall = jCall
      self.sequence = sequence
      self.window = window
      self.ndn = ndn
      self.d = d
      self.vMutations = vMutations
      self.duplicateCount = duplicateCount
      self.likeFraction = likeFraction
    }

    private enum CodingKeys: String, CodingKey {
      case cloneID = "clone_id"
      case rearrangementType = "rearrangement_type"
      case vCall = "v_call"
      case jCall = "j_call"
      case sequence
      case window
      case ndn
      case d
      case vMutations = "v_mutations"
      case duplicateCount = "duplicate_count"
      case likeFraction = "like_fraction"
    }
  }
}
