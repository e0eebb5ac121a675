package import Clonotyping
package import Tracking

/// Something every sample of a run is counted for: an index clonotype of a subject or a control.
package struct RunTarget: Hashable, Sendable {
  /// Whose the sequence is.
  package enum Owner: Hashable, Sendable {
    /// A subject's index clonotype.
    case subject(String)
    /// An internal control, which every library may have.
    case control
  }

  /// The clone's identifier or the control's name.
  package var name: String
  /// Whose it is.
  package var owner: Owner
  /// The class its reads are compared with; `nil` for controls that are no rearrangement.
  package var locusClass: LocusClass?
  /// What the clone may decide; `nil` for controls.
  package var role: TrackingRole?
  /// The unrelated templates expected to carry its signature; `nil` if unknown, which makes it no
  /// evidence in other subjects' samples.
  package var expectedBackground: Double?
  /// The signature's bases, coding strand: two subjects with one signature cannot be told apart.
  package var signature: String

  /// Describes a target.
  package init(
    name: String,
    owner: Owner,
    locusClass: LocusClass?,
    role: TrackingRole?,
    expectedBackground: Double?,
    signature: String
  ) {
    self.name = name
    self.owner = owner
    self.locusClass = locusClass
    self.role = role
    self.expectedBackground = expectedBackground
    self.signature = signature
  }

  /// The subject whose index it is; `nil` for controls.
  package var subject: String? {
    guard case .subject(let name) = owner else { return nil }
    return name
  }
}
