import Clonotyping
package import Rearrangements
package import Tracking

extension FollowupRecord {
  /// What a follow-up sample holds of one clonotype of the baseline.
  package struct TrackedClonotype: Codable, Hashable, Sendable {
    /// The identifier given at baseline.
    package var cloneID: String
    /// The kind of recombination.
    package var rearrangementType: RearrangementType
    /// The diagnostic samples that show the clonotype.
    package var baselineSamples: [String]
    /// What the clonotype may be used for.
    package var role: TrackingRole
    /// V alleles, comma-separated; `nil` without a V.
    @ExplicitNull package var vCall: String?
    /// D alleles as the baseline has them, comma-separated; `nil` where none is found beyond chance.
    @ExplicitNull package var dCall: String?
    /// J alleles, comma-separated; `nil` in Kde rearrangements.
    @ExplicitNull package var jCall: String?
    /// Bases from Cys104 to Trp/Phe118; `nil` where there is no junction.
    @ExplicitNull package var junction: String?
    /// The junction beside its germline, as the baseline has it; `nil` if not known.
    @ExplicitNull package var recombination: RecombinationRecord?
    /// Reads assigned to the clonotype in the replicates used.
    package var duplicateCount: Int
    /// Molecules of two reads or more; `nil` without molecular identifiers.
    @ExplicitNull package var molecules: Int?
    /// Counts expected without the clone.
    package var background: BackgroundRecord
    /// Reads (or molecules, where these are counted) needed to call the clonotype detected; `nil` if
    /// that could not be computed.
    @ExplicitNull package var kMin: Int?
    /// Whether the detection rule is met; `nil` if it could not be judged.
    @ExplicitNull package var detected: Bool?
    /// Molecules those reads come from; `nil` if not known.
    @ExplicitNull package var templates: Double?
    /// The clonotype's own level, `0...1`; `nil` if not known.
    @ExplicitNull package var mrd: Double?
    /// The 95 % confidence interval of `mrd`.
    package var mrdCI: Interval
    /// The variance of its number of templates over the mean; `nil` if not known.
    @ExplicitNull package var dispersion: Double?
    /// The primer family whose spikes scale it; `nil` if all controls do, or none.
    @ExplicitNull package var scaleFamily: String?
    /// The same, replicate by replicate.
    package var perReplicate: [ReplicateCount]

    /// Creates a record.
    package init(
      cloneID: String,
      rearrangementType: RearrangementType,
      baselineSamples: [String] = [],
      role: TrackingRole,
      vCall: String?,
      dCall: String?,
      jCall: String?,
      junction: String?,
      recombination: RecombinationRecord? = nil,
      duplicateCount: Int,
      molecules: Int? = nil,
      background: BackgroundRecord = .none,
      kMin: Int?,
      detected: Bool?,
      templates: Double?,
      mrd: Double?,
      mrdCI: Interval,
      dispersion: Double? = nil,
      scaleFamily: String? = nil,
      perReplicate: [ReplicateCount]
    ) {
      self.cloneID = cloneID
      self.rearrangementType = rearrangementType
      self.baselineSamples = baselineSamples
      self.role = role
      self.vCall = vCall
      self.dCall = dCall
      self.jCall = jCall
      self.junction = junction
      self.recombination = recombination
      self.duplicateCount = duplicateCount
      self.molecules = molecules
      self.background = background
      self.kMin = kMin
      self.detected = detected
      self.templates = templates
      self.mrd = mrd
      self.mrdCI = mrdCI
      self.dispersion = dispersion
      self.scaleFamily = scaleFamily
      self.perReplicate = perReplicate
    }

    private enum CodingKeys: String, CodingKey {
      case cloneID = "clone_id"
      case rearrangementType = "rearrangement_type"
      case baselineSamples = "baseline_samples"
      case role
      case vCall = "v_call"
      case dCall = "d_call"
      case jCall = "j_call"
      case junction
      case recombination
      case duplicateCount = "duplicate_count"
      case molecules
      case background
      case kMin = "k_min"
      case detected
      case templates
      case mrd
      case mrdCI = "mrd_ci"
      case dispersion
      case scaleFamily = "scale_family"
      case perReplicate = "per_replicate"
    }
  }
}
