import Clonotyping
package import Germline
package import Rearrangements
package import Tracking

extension BaselineRecord {
  /// One clonotype of the diagnostic sample: an index clonotype or a rejected candidate.
  package struct Clonotype: Codable, Hashable, Sendable {
    /// The identifier, the same at baseline and at every follow-up.
    package var cloneID: String
    /// The locus.
    package var locus: Locus
    /// The kind of recombination.
    package var rearrangementType: RearrangementType
    /// V alleles that fit equally well, comma-separated; `nil` without a V.
    @ExplicitNull package var vCall: String?
    /// D alleles, comma-separated; `nil` where none is found beyond chance.
    @ExplicitNull package var dCall: String?
    /// J alleles, comma-separated; `nil` in Kde rearrangements.
    @ExplicitNull package var jCall: String?
    /// Bases from Cys104 to Trp/Phe118 inclusive; `nil` where there is no junction.
    @ExplicitNull package var junction: String?
    /// The junction's amino acids; `nil` without a junction.
    @ExplicitNull package var junctionAA: String?
    /// Whether the rearrangement can be translated; `nil` if that is not known.
    @ExplicitNull package var productive: Bool?
    /// Equal bases over aligned V columns outside primers, `0...1`; `nil` without a V.
    @ExplicitNull package var vIdentity: Double?
    /// Bases between V and D, or between V and J; `nil` if not known.
    @ExplicitNull package var np1: String?
    /// Bases between D and J; `nil` without a D between them.
    @ExplicitNull package var np2: String?
    /// The junction beside its germline; `nil` if its bases are not known.
    @ExplicitNull package var recombination: RecombinationRecord?
    /// The bases follow-up reads are matched with, coding strand.
    package var signature: String
    /// The recombined bases within `signature`.
    package var signatureNDN: OffsetRange
    /// Reads of the clonotype after error collapse.
    package var duplicateCount: Int
    /// Molecules those reads come from; `nil` without a control or UMI.
    @ExplicitNull package var templates: Double?
    /// Reads of the clonotype over usable reads of its locus class, `0...1`.
    package var likeFraction: Double
    /// Clonal cells over nucleated cells, `0...1`; `nil` without scaling.
    @ExplicitNull package var cellFraction: Double?
    /// How dominant the clonotype is; `nil` below tier B.
    @ExplicitNull package var tier: SelectionTier?
    /// What the clonotype may be used for; `nil` for a rejected candidate.
    @ExplicitNull package var role: TrackingRole?
    /// Templates expected from unrelated cells at the planned follow-up depth; `nil` if not
    /// known.
    @ExplicitNull package var expectedBackground: Double?
    /// Where that number comes from; `nil` if it is not known.
    @ExplicitNull package var expectedBackgroundSource: ExpectedBackground.Source?
    /// Every condition of the profile, by name.
    package var gates: [String: GateRecord]

    /// Creates a record.
    package init(
      cloneID: String,
      locus: Locus,
      rearrangementType: RearrangementType,
      vCall: String?,
      dCall: String?,
      jCall: String?,
      junction: String?,
      junctionAA: String?,
      productive: Bool?,
      vIdentity: Double?,
      np1: String?,
      np2: String?,
      recombination: RecombinationRecord? = nil,
      signature: String,
      signatureNDN: OffsetRange,
      duplicateCount: Int,
      templates: Double?,
      likeFraction: Double,
      cellFraction: Double?,
      tier: SelectionTier?,
      role: TrackingRole?,
      expectedBackground: Double?,
      expectedBackgroundSource: ExpectedBackground.Source? = nil,
      gates: [String: GateRecord]
    ) {
      self.cloneID = cloneID
      self.locus = locus
      self.rearrangementType = rearrangementType
      self.vCall = vCall
      self.dCall = dCall
      self.jCall = jCall
      self.junction = junction
      self.junctionAA = junctionAA
      self.productive = productive
      self.vIdentity = vIdentity
      self.np1 = np1
      self.np2 = np2
      self.recombination = recombination
      self.signature = signature
      self.signatureNDN = signatureNDN
      self.duplicateCount = duplicateCount
      self.templates = templates
      self.likeFraction = likeFraction
      self.cellFraction = cellFraction
      self.tier = tier
      self.role = role
      self.expectedBackground = expectedBackground
      self.expectedBackgroundSource = expectedBackgroundSource
      self.gates = gates
    }

    private enum CodingKeys: String, CodingKey {
      case cloneID = "clone_id"
      case locus
      case rearrangementType = "rearrangement_type"
      case vCall = "v_call"
      case dCall = "d_call"
      case jCall = "j_call"
      case junction
      case junctionAA = "junction_aa"
      case productive
      case vIdentity = "v_identity"
      case np1
      case np2
      case recombination
      case signature
      case signatureNDN = "signature_ndn"
      case duplicateCount = "duplicate_count"
      case templates
      case likeFraction = "like_fraction"
      case cellFraction = "cell_fraction"
      case tier
      case role
      case expectedBackground = "expected_background"
      case expectedBackgroundSource = "expected_background_source"
      case gates
    }
  }
}
