package import Clonotyping

/// What quantification needs to know of a tracked clone.
package struct TrackedCloneInfo: Hashable, Sendable {
  /// The identifier of the clone.
  package var cloneID: String
  /// What the clone may decide.
  package var role: TrackingRole
  /// The unrelated templates expected to carry its signature; `nil` if unknown, which adds nothing.
  package var expectedBackground: Double?
  /// The rank among the tracked clones, best first.
  package var trackingRank: Int
  /// Whether it is a heavy-chain rearrangement, which wins ties.
  package var isIGH: Bool
  /// The primer family that amplifies it, such as `IGHV3`; `nil` if unknown.
  package var primerFamily: String?
  /// How many alleles of a clonal cell carry the rearrangement: 1, more after a gain of the locus.
  package var allelesPerCell: Double

  /// Creates the information.
  package init(
    cloneID: String,
    role: TrackingRole,
    expectedBackground: Double?,
    trackingRank: Int,
    isIGH: Bool,
    primerFamily: String? = nil,
    allelesPerCell: Double = 1
  ) {
    self.cloneID = cloneID
    self.role = role
    self.expectedBackground = expectedBackground
    self.trackingRank = trackingRank
    self.isIGH = isIGH
    self.primerFamily = primerFamily
    self.allelesPerCell = allelesPerCell
  }
}
