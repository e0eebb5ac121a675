/// What the rules of a baseline sample look at.
package struct BaselineEvidence: Hashable, Sendable {
  /// The usable reads of one locus class the assay amplifies.
  package struct LocusClass: Hashable, Sendable {
    /// The rearrangement type, such as `IGH_VDJ`.
    package var name: String
    /// Its usable reads without those of controls.
    package var reads: Int

    /// Creates the counts of a class.
    package init(name: String, reads: Int) {
      (self.name, self.reads) = (name, reads)
    }
  }

  /// A candidate for an index clonotype; `nil` is not known.
  package struct Candidate: Hashable, Sendable {
    /// The identifier of the clonotype.
    package var cloneID: String
    /// The rearrangement type, such as `IGH_VDJ`.
    package var rearrangementType: String
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

    /// Creates a candidate.
    package init(
      cloneID: String,
      rearrangementType: String,
      likeFraction: Double,
      templates: Double?,
      vIdentity: Double?,
      isProductive: Bool?,
      expectedBackground: Double?,
      isIndex: Bool
    ) {
      self.cloneID = cloneID
      self.rearrangementType = rearrangementType
      self.likeFraction = likeFraction
      self.templates = templates
      self.vIdentity = vIdentity
      self.isProductive = isProductive
      self.expectedBackground = expectedBackground
      self.isIndex = isIndex
    }
  }

  /// All reads or read pairs.
  package var totalReads: Int
  /// The classes the assay amplifies.
  package var classes: [LocusClass]
  /// The candidates, best first.
  package var candidates: [Candidate]
  /// Whether reads were scaled to templates by a control or by UMIs.
  package var isScaled: Bool
  /// The limits.
  package var limits: MonitoringLimits

  /// The candidates that became index clonotypes.
  package var index: [Candidate] { candidates.filter(\.isIndex) }

  /// Collects the evidence.
  package init(
    totalReads: Int,
    classes: [LocusClass],
    candidates: [Candidate],
    isScaled: Bool,
    limits: MonitoringLimits = .clonetrackMMv1
  ) {
    self.totalReads = totalReads
    self.classes = classes
    self.candidates = candidates
    self.isScaled = isScaled
    self.limits = limits
  }
}
