import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Tracking

/// A follow-up as counted: three PCRs of 700 ng with 100 copies of a spike at 20 reads each, changed
/// as a scenario needs, and judged with every rule that looks at one sample.
struct ScenarioSample {
  /// The reads of each tracked clone in each replicate.
  var cloneReads = [[0], [0], [0]]
  /// The reads of the spike in each replicate.
  var spikeReads = [2_000, 2_000, 2_000]
  /// The DNA of each replicate, ng.
  var nanograms = 700.0
  /// The reads of a genomic locus, two copies a cell, and of 1,000,000 copies of its competitor.
  var genomicReads: (locus: Int, competitor: Int)?
  /// The tracked clones.
  var clones = [TrackedCloneInfo.scenario("IGH")]
  /// The reads that other samples are expected to give each clone; empty is none.
  var background: [Double] = []
  /// Findings that only a look across the samples makes.
  var otherFindings: [Diagnostic] = []

  /// The level with its interval and sensitivity.
  var quantification: SampleQuantification {
    var controls = [ControlDefinition(name: "IC", kind: .spike(copiesPerReplicate: 100))]
    if genomicReads != nil {
      let competitor = ControlDefinition.Competitor(name: "GC-C", copiesPerReplicate: 1_000_000)
      controls.append(
        ControlDefinition(name: "GC", kind: .genomic(copiesPerCell: 2, competitor: competitor))
      )
    }
    let genomic = genomicReads.map { [$0] } ?? []
    return SampleQuantification(
      of: cloneReads.indices.map {
        ReplicateObservation(
          index: $0 + 1,
          dnaNanograms: nanograms,
          cloneReads: cloneReads[$0],
          controlReads: [spikeReads[$0]] + genomic.map(\.locus),
          competitorReads: [0] + genomic.map(\.competitor)
        )
      },
      clones: clones,
      controls: controls,
      otherBackground: background.map { BackgroundReads(hop: $0) }
    )
  }

  /// The findings, in the order of the rules.
  var findings: [Diagnostic] {
    let quantification = quantification
    return SampleRules.findings(
      for: FollowupEvidence(
        quantification: quantification,
        totalReads: cloneReads.count * 100_000,
        replicateReads: Dictionary(
          uniqueKeysWithValues: cloneReads.indices.map { ($0 + 1, 100_000) }
        ),
        matchedReads: quantification.controlReads
          + quantification.clones.reduce(0) { $0 + $1.reads },
        ambiguousReads: 0
      )
    ) + otherFindings
  }

  /// The codes of the findings with their severities, as `failure IC-DROP`.
  var codes: [String] { findings.map { "\($0.severity.rawValue) \($0.code)" } }

  /// The call, then the statuses at 1e-4, 1e-5 and 1e-6.
  var words: [String] {
    let verdict = SampleVerdict(of: quantification, findings: findings)
    return [verdict.call.rawValue] + verdict.statuses.map(\.status.rawValue)
  }
}

extension TrackedCloneInfo {
  /// A clone that nothing else is like, unless a background is given.
  static func scenario(
    _ name: String,
    role: TrackingRole = .primary,
    background: Double? = nil
  ) -> Self {
    Self(
      cloneID: CloneID(name),
      role: role,
      expectedBackground: background,
      trackingRank: 1,
      isIGH: name == "IGH"
    )
  }
}
