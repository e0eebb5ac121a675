import Clonotyping
import Quantification
import Tracking

/// A sample of one spiked control with 100 copies a replicate, changed as a test needs.
struct SampleFixture {
  var cloneReads: [[Int]]
  var controlReads = [2_000, 2_000, 2_000]
  var dnaNanograms: [Double?] = [700, 700, 700]
  var clones = [TrackedCloneInfo.igh("C1")]
  var parameters = QuantificationParameters.clonetrackMMv1

  var replicates: [ReplicateObservation] {
    cloneReads.indices.map {
      ReplicateObservation(
        index: $0 + 1,
        dnaNanograms: dnaNanograms[$0],
        cloneReads: cloneReads[$0],
        controlReads: [controlReads[$0]],
        competitorReads: [0]
      )
    }
  }

  var quantification: SampleQuantification {
    SampleQuantification(
      of: replicates,
      clones: clones,
      controls: [.spike],
      parameters: parameters
    )
  }

  var verdict: SampleVerdict { verdict() }

  func verdict(hasFailure: Bool = false, hasIndeterminateFinding: Bool = false) -> SampleVerdict {
    SampleVerdict(
      of: quantification,
      hasFailure: hasFailure,
      hasIndeterminateFinding: hasIndeterminateFinding,
      parameters: parameters
    )
  }
}

extension ControlDefinition {
  static let spike = ControlDefinition(name: "IC1", kind: .spike(copiesPerReplicate: 100))
  static let albumin = ControlDefinition(
    name: "GC1",
    kind: .genomic(
      copiesPerCell: 2,
      competitor: Competitor(name: "GC1-C", copiesPerReplicate: 60_000)
    )
  )
}

extension TrackedCloneInfo {
  static func igh(_ name: String, rank: Int = 1, background: Double? = nil) -> Self {
    Self(
      cloneID: CloneID(name),
      role: .primary,
      expectedBackground: background,
      trackingRank: rank,
      isIGH: true
    )
  }

  static func igk(
    _ name: String,
    role: TrackingRole = .primary,
    rank: Int = 2,
    background: Double? = nil
  )
    -> Self
  {
    Self(
      cloneID: CloneID(name),
      role: role,
      expectedBackground: background,
      trackingRank: rank,
      isIGH: false
    )
  }
}

extension SampleVerdict {
  /// The call and the statuses as the records spell them.
  var words: [String] { [call.rawValue] + statuses.map(\.status.rawValue) }
}
