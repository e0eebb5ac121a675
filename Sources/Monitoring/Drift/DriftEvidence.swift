package import Clonotyping
package import Quantification
package import Tracking

/// What the drift rules look at: the baseline's clonotypes, the later sample's and the level.
package struct DriftEvidence: Hashable, Sendable {
  /// What the later sample holds of a tracked clone.
  package struct TrackedCount: Hashable, Sendable {
    /// The clone's identifier.
    package var cloneID: ClonotypeID
    /// What it is tracked for.
    package var role: TrackingRole
    /// Whether it is a heavy-chain rearrangement.
    package var isIGH: Bool
    /// Its templates; `nil` if reads cannot be scaled.
    package var templates: Double?
    /// Whether it has the reads that count as detected.
    package var isDetected: Bool

    /// Creates a count.
    package init(
      cloneID: ClonotypeID,
      role: TrackingRole,
      isIGH: Bool,
      templates: Double?,
      isDetected: Bool
    ) {
      self.cloneID = cloneID
      self.role = role
      self.isIGH = isIGH
      self.templates = templates
      self.isDetected = isDetected
    }

    /// Takes the count from a quantified clone.
    package init(_ quantified: CloneQuantification) {
      self.init(
        cloneID: .clone(quantified.clone.cloneID),
        role: quantified.clone.role,
        isIGH: quantified.clone.isIGH,
        templates: quantified.templates,
        isDetected: quantified.isDetected
      )
    }
  }

  /// An unrelated clone that an earlier visit showed.
  package struct Sighting: Hashable, Sendable {
    /// The window's bases as upper-case letters.
    package var window: [UInt8]
    /// The day the visit's sample was taken; `nil` if not known.
    package var date: CalendarDate?

    /// Creates a sighting.
    package init(window: [UInt8], date: CalendarDate?) {
      (self.window, self.date) = (window, date)
    }
  }

  /// The baseline's clonotypes, tracked ones first.
  package var baseline: [ReferenceClone]
  /// Nucleated cells of the baseline sample; `nil` if not known.
  package var baselineCells: Double?
  /// The most templates that a clonotype missing from `baseline` can have had there, by class; a
  /// class that is missing is not known.
  package var unlistedTemplates: [LocusClass: Double]
  /// The tracked clones as counted in the later sample.
  package var clones: [TrackedCount]
  /// The later sample's clonotypes with enough templates to be judged, the tracked ones among
  /// them.
  package var clonotypes: [DriftClonotype]
  /// Clonotypes of each class in the later sample.
  package var clonotypeCounts: [LocusClass: Int]
  /// Nucleated cells of the later sample; `nil` if not known.
  package var cells: Double?
  /// What is known of the disease from elsewhere.
  package var clinical: ClinicalStatus
  /// Unrelated clones of earlier visits.
  package var sightings: [Sighting]
  /// The day the later sample was taken; `nil` if not known.
  package var date: CalendarDate?
  /// The limits.
  package var limits: DriftLimits

  /// Collects the evidence.
  package init(
    baseline: [ReferenceClone],
    baselineCells: Double?,
    unlistedTemplates: [LocusClass: Double],
    clones: [TrackedCount],
    clonotypes: [DriftClonotype],
    clonotypeCounts: [LocusClass: Int],
    cells: Double?,
    clinical: ClinicalStatus = ClinicalStatus(),
    sightings: [Sighting] = [],
    date: CalendarDate? = nil,
    limits: DriftLimits = .clonetrackMMv1
  ) {
    self.baseline = baseline
    self.baselineCells = baselineCells
    self.unlistedTemplates = unlistedTemplates
    self.clones = clones
    self.clonotypes = clonotypes
    self.clonotypeCounts = clonotypeCounts
    self.cells = cells
    self.clinical = clinical
    self.sightings = sightings
    self.date = date
    self.limits = limits
  }

  /// The baseline's tracked clonotypes.
  var tracked: [ReferenceClone] { baseline.filter { $0.role != nil } }

  /// Whether a clone that may decide alone is detected.
  var isIndexDetected: Bool { clones.contains { $0.isDetected && $0.role == .primary } }

  /// The templates of a tracked clone in the later sample; `nil` if not known.
  func templates(of cloneID: ClonotypeID) -> Double? {
    clones.first { $0.cloneID == cloneID }?.templates
  }

  /// The expected number of unrelated clonotypes that are as alike as `chance` says.
  func expected(_ chance: Double, like clonotype: DriftClonotype) -> Double {
    chance * Double(max(1, clonotypeCounts[clonotype.locusClass] ?? 0))
  }

  /// The templates that a clonotype of the later sample had at baseline, at most; `nil` if not
  /// known.
  func baselineTemplates(of clonotype: DriftClonotype) -> Double? {
    let listed = baseline.first {
      FamilyComparison(of: clonotype, with: $0.clonotype, limits).map {
        $0.differences < limits.differences
      } ?? $0.clonotype.hasWindow(of: clonotype)
    }
    return listed?.clonotype.templates ?? unlistedTemplates[clonotype.locusClass]
  }

  /// The tracked clone that a clonotype of the later sample is itself; `nil` for any other.
  func trackedClone(equal clonotype: DriftClonotype) -> ReferenceClone? {
    tracked.first { clone in
      if let tracked = clonotype.trackedID, clone.clonotype.id == .clone(tracked) { return true }
      // Without V and J there is nothing besides the window that could tell members apart.
      guard clonotype.vCall != nil, clonotype.jCall != nil else {
        return clone.clonotype.hasWindow(of: clonotype)
      }
      return FamilyComparison(of: clonotype, with: clone.clonotype, limits).map {
        $0.junctionDistance == 0 && $0.differences < limits.differences
      } ?? false
    }
  }
}
