/// Why a replicate does not count.
package enum ExclusionReason: String, Hashable, Sendable {
  /// Its controls have no read at all.
  case noControlReads = "NO_CONTROL_READS"
  /// Its controls have too few reads.
  case fewControlReads = "FEW_CONTROL_READS"
}

/// A replicate as the quantification used it.
package struct ReplicateSummary: Hashable, Sendable {
  /// The number of the replicate, from 1.
  package var index: Int
  /// Why it does not count; `nil` if it does.
  package var exclusion: ExclusionReason?
  /// The DNA in nanograms; `nil` if unknown.
  package var dnaNanograms: Double?
  /// The reads of the controls that scale to templates.
  package var controlReads: Int
  /// Their copies; `nil` if the assay has no such control.
  package var controlCopies: Double?
  /// The reads per copy; `nil` if the assay has no such control.
  package var readsPerCopy: Double? {
    controlCopies.map { Double(controlReads) / $0 }
  }
}

/// The controls that scale reads to templates.
///
/// The spikes; an assay without spikes is scaled by the competitors of its genomic controls.
struct Calibrators {
  private var reads: (ReplicateObservation) -> Int
  /// The copies in each replicate; `nil` if the assay has no calibrator.
  var copiesPerReplicate: Double?

  init(_ controls: [ControlDefinition]) {
    let usesSpikes = controls.contains(where: \.isSpike)
    var copies: [Double] = []
    var indices: [Int] = []
    for (index, control) in controls.enumerated() {
      switch control.kind {
      case .spike(let count):
        copies.append(count)
        indices.append(index)
      case .genomic(_, let competitor):
        guard !usesSpikes, let competitor else { continue }
        copies.append(competitor.copiesPerReplicate)
        indices.append(index)
      }
    }
    let total = copies.reduce(0, +)
    copiesPerReplicate = total > 0 ? total : nil
    reads = { replicate in
      let counts = usesSpikes ? replicate.controlReads : replicate.competitorReads
      return indices.reduce(0) { $0 + counts[$1] }
    }
  }

  /// The replicate with its control reads, excluded if they are too few.
  func summary(of replicate: ReplicateObservation, minimumReads: Int) -> ReplicateSummary {
    let count = reads(replicate)
    var exclusion: ExclusionReason?
    if copiesPerReplicate != nil {
      if count == 0 {
        exclusion = .noControlReads
      } else if count < minimumReads {
        exclusion = .fewControlReads
      }
    }
    return ReplicateSummary(
      index: replicate.index,
      exclusion: exclusion,
      dnaNanograms: replicate.dnaNanograms,
      controlReads: count,
      controlCopies: copiesPerReplicate
    )
  }
}

/// A sum that does not depend on the order of its terms, to the last bit.
func orderlessSum(_ values: [Double]) -> Double { values.sorted().reduce(0, +) }
