package import Clonotyping
package import Rearrangements
package import Tracking

/// What the rules of a baseline sample look at.
package struct BaselineEvidence: Hashable, Sendable {
  /// The usable reads of one locus class the assay amplifies.
  package struct ClassReads: Hashable, Sendable {
    /// The class.
    package var locusClass: LocusClass
    /// Its usable reads without those of controls.
    package var reads: Int

    /// Creates the counts of a class.
    package init(_ locusClass: LocusClass, reads: Int) {
      (self.locusClass, self.reads) = (locusClass, reads)
    }
  }

  /// A candidate for an index clonotype; `nil` is not known.
  package struct Candidate: Hashable, Sendable {
    /// The identifier of the clonotype.
    package var cloneID: CloneID
    /// The kind of recombination.
    package var rearrangementType: RearrangementType
    /// The share of like templates.
    package var likeFraction: Double
    /// The templates.
    package var templates: Double?
    /// The identity of its V gene with the germline.
    package var vIdentity: Double?
    /// Whether it is productive.
    package var isProductive: Bool?
    /// The unrelated templates expected to carry its signature.
    package var expectedBackground: Double?
    /// Whether it passed every gate of an index clonotype, if only as a supporting one.
    package var isIndex: Bool
    /// Its share over that of the third clonotype of its class; `nil` if there is none.
    package var dominance: Double?

    /// Creates a candidate.
    package init(
      cloneID: CloneID,
      rearrangementType: RearrangementType,
      likeFraction: Double,
      templates: Double?,
      vIdentity: Double?,
      isProductive: Bool?,
      expectedBackground: Double?,
      isIndex: Bool,
      dominance: Double? = nil
    ) {
      self.cloneID = cloneID
      self.rearrangementType = rearrangementType
      self.likeFraction = likeFraction
      self.templates = templates
      self.vIdentity = vIdentity
      self.isProductive = isProductive
      self.expectedBackground = expectedBackground
      self.isIndex = isIndex
      self.dominance = dominance
    }
  }

  /// A leading clonotype that cannot be annotated.
  package struct Unannotated: Hashable, Sendable {
    /// Its row in the table of clonotypes.
    package var id: ClonotypeID
    /// The class.
    package var locusClass: LocusClass
    /// The share of like reads.
    package var likeFraction: Double
    /// Why its best read is no rearrangement.
    package var reason: RejectionReason

    /// Creates the evidence of a clonotype.
    package init(
      id: ClonotypeID,
      locusClass: LocusClass,
      likeFraction: Double,
      reason: RejectionReason
    ) {
      (self.id, self.locusClass) = (id, locusClass)
      (self.likeFraction, self.reason) = (likeFraction, reason)
    }
  }

  /// All reads or read pairs.
  package var totalReads: Int
  /// The classes the assay amplifies.
  package var classes: [ClassReads]
  /// The candidates, best first.
  package var candidates: [Candidate]
  /// The leading clonotypes that are no candidates because they cannot be annotated.
  package var unannotated: [Unannotated]
  /// Whether reads were scaled to templates by a control or by UMIs.
  package var isScaled: Bool
  /// The light chain of the M-protein; `nil` if not stated.
  package var lightChain: LightChain?
  /// The gates that the candidates passed or failed.
  package var criteria: SelectionCriteria
  /// The other limits.
  package var limits: MonitoringLimits

  /// The candidates that became index clonotypes.
  package var index: [Candidate] { candidates.filter(\.isIndex) }

  /// Collects the evidence.
  package init(
    totalReads: Int,
    classes: [ClassReads],
    candidates: [Candidate],
    unannotated: [Unannotated] = [],
    isScaled: Bool,
    lightChain: LightChain? = nil,
    criteria: SelectionCriteria = .clonetrackMMv1,
    limits: MonitoringLimits = .clonetrackMMv1
  ) {
    self.totalReads = totalReads
    self.classes = classes
    self.candidates = candidates
    self.unannotated = unannotated
    self.isScaled = isScaled
    self.lightChain = lightChain
    self.criteria = criteria
    self.limits = limits
  }
}
