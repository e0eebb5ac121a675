import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Tracking

/// A follow-up of three replicates that raises no finding, changed as a test needs.
struct FollowupFixture {
  /// The reads of the clones H and K in each replicate.
  var cloneReads = [[400, 400], [400, 400], [400, 400]]
  /// The reads of the spike of 100 copies.
  var controlReads = [2_000, 2_000, 2_000]
  var spikeCopies = 100.0
  /// The DNA of each replicate: a million cells.
  var dnaNanograms = 6_500.0
  /// The reads of the genomic locus; those of its competitor of 1,000,000 copies.
  var locusReads = 2_000
  var competitorReads = 1_000
  var totalReads = 30_000
  var replicateReads = [1: 10_000, 2: 10_000, 3: 10_000]
  var mergedFraction: Double? = 0.9
  var onTargetReads: Int? = 27_000
  var matchedReads = 9_000
  var ambiguousReads = 10
  var backgroundClonotypes: Int? = 500
  var effectiveClonotypes: Double? = 200
  var parameters = QuantificationParameters.clonetrackMMv1

  var evidence: FollowupEvidence {
    let replicates = cloneReads.indices.map {
      ReplicateObservation(
        index: $0 + 1,
        dnaNanograms: dnaNanograms,
        cloneReads: cloneReads[$0],
        controlReads: [controlReads[$0], locusReads],
        competitorReads: [0, competitorReads]
      )
    }
    let clones = ["H", "K"].enumerated().map { position, name in
      TrackedCloneInfo(
        cloneID: CloneID(name),
        role: .primary,
        expectedBackground: nil,
        trackingRank: position + 1,
        isIGH: position == 0
      )
    }
    let competitor = ControlDefinition.Competitor(name: "GC1-C", copiesPerReplicate: 1_000_000)
    return FollowupEvidence(
      quantification: SampleQuantification(
        of: replicates,
        clones: clones,
        controls: [
          ControlDefinition(name: "IC1", kind: .spike(copiesPerReplicate: spikeCopies)),
          ControlDefinition(
            name: "GC1",
            kind: .genomic(copiesPerCell: 2, competitor: competitor)
          ),
        ],
        parameters: parameters
      ),
      totalReads: totalReads,
      replicateReads: replicateReads,
      mergedFraction: mergedFraction,
      onTargetReads: onTargetReads,
      matchedReads: matchedReads,
      ambiguousReads: ambiguousReads,
      backgroundClonotypes: backgroundClonotypes,
      effectiveClonotypes: effectiveClonotypes,
      parameters: parameters
    )
  }

  /// The findings of one code as `severity: message`.
  func findings(_ code: String) -> [String] {
    SampleRules.findings(for: evidence).filter { $0.code == code }.map(\.words)
  }

  /// The findings of one code after a change.
  static func findings(_ code: String, _ change: (inout Self) -> Void) -> [String] {
    var sample = Self()
    change(&sample)
    return sample.findings(code)
  }
}

extension Diagnostic {
  /// The severity and the message.
  var words: String { "\(severity.rawValue): \(message)" }
}
