import Germline
import Rearrangements
package import Tracking

/// What quantification needs to know of a tracked clone.
package struct TrackedCloneInfo: Hashable, Sendable {
  /// The identifier of the clone.
  package var cloneID: CloneID
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
    cloneID: CloneID,
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

extension TrackedCloneInfo {
  /// What quantification needs to know of a subject's clones, in tracking order.
  package static func all(_ tracked: TrackedClones) -> [TrackedCloneInfo] {
    tracked.clones.enumerated().map { rank, clone in
      TrackedCloneInfo(
        cloneID: clone.id,
        role: clone.role,
        expectedBackground: clone.index.expectedBackground,
        trackingRank: rank,
        isIGH: clone.index.type.locus == .heavy,
        primerFamily: (clone.index.vCall ?? clone.index.dCall).flatMap { PrimerFamily.name(of: $0) }
      )
    }
  }
}
