package import Clonotyping

/// One sample of a run with all that its neighbours are judged by.
///
/// Counts are of all its replicates together. `nil` is not known, and no rule judges it.
package struct RunSample: Hashable, Sendable {
  /// The sample's name, unique in the run.
  package var sample: String
  /// The subject; what the sheet says for controls.
  package var subject: String
  /// What it is for.
  package var role: SampleRole
  /// Its libraries, one for each replicate and lane.
  package var libraries: [RunLibrary]
  /// All reads or read pairs.
  package var totalReads: Int
  /// The reads that are rearrangements, those of controls left out.
  package var rearrangementReads: Int?
  /// The usable reads of each class, those of controls left out.
  package var classReads: [LocusClass: Int]
  /// The reads of each target of the run in its order; `nil` where the sample was not counted for
  /// it, as a baseline is for other subjects' clones.
  package var targetReads: [Int?]
  /// The reads of one template; `nil` without a control that scales.
  package var readsPerTemplate: Double?
  /// The nucleated cells analysed.
  package var cells: Double?
  /// The level found, templates per cell.
  package var mrd: Double?
  /// What the sheet says about the specimen.
  package var specimen: SpecimenEvidence

  /// Describes a sample.
  package init(
    sample: String,
    subject: String,
    role: SampleRole,
    libraries: [RunLibrary],
    totalReads: Int,
    rearrangementReads: Int? = nil,
    classReads: [LocusClass: Int] = [:],
    targetReads: [Int?],
    readsPerTemplate: Double? = nil,
    cells: Double? = nil,
    mrd: Double? = nil,
    specimen: SpecimenEvidence
  ) {
    self.sample = sample
    self.subject = subject
    self.role = role
    self.libraries = libraries
    self.totalReads = totalReads
    self.rearrangementReads = rearrangementReads
    self.classReads = classReads
    self.targetReads = targetReads
    self.readsPerTemplate = readsPerTemplate
    self.cells = cells
    self.mrd = mrd
    self.specimen = specimen
  }

  /// The lanes its libraries were sequenced on; empty if none is known.
  package var lanes: Set<RunLane> { Set(libraries.compactMap(\.lane)) }

  /// The runs its libraries were sequenced in; empty if none is known.
  package var runs: Set<String> { Set(lanes.map(\.run)) }

  /// Whether every library has a unique dual index; `nil` if one of them is not stated.
  package var isUniqueDual: Bool? {
    if libraries.contains(where: { $0.isUniqueDual == false }) { return false }
    return libraries.isEmpty || libraries.contains { $0.isUniqueDual == nil } ? nil : true
  }
}
