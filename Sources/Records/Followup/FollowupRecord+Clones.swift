import Clonotyping
package import Quantification
package import Tracking

extension FollowupRecord.TrackedClonotype {
  /// The record of a counted clone.
  package init(
    _ clone: TrackedClone,
    _ counted: CloneQuantification,
    cells sample: SampleQuantification
  ) {
    self.init(
      cloneID: clone.id.text,
      rearrangementType: clone.index.type,
      baselineSamples: clone.samples,
      role: clone.role,
      vCall: clone.index.vCall,
      dCall: clone.index.dCall,
      jCall: clone.index.jCall,
      junction: clone.index.junction,
      recombination: clone.index.alignment.map { RecombinationRecord($0) },
      duplicateCount: counted.reads,
      molecules: counted.molecules,
      background: FollowupRecord.BackgroundRecord(counted.background),
      kMin: counted.minimumReads,
      detected: counted.isDetected,
      templates: counted.templates,
      mrd: counted.mrd,
      mrdCI: Interval(counted.interval),
      dispersion: counted.dispersion,
      scaleFamily: counted.scaleFamily,
      perReplicate: counted.replicates.map { replicate in
        FollowupRecord.ReplicateCount(
          replicate: replicate.index,
          duplicateCount: replicate.reads,
          templates: replicate.templates,
          mrd: replicate.templates.flatMap { templates in
            // Replicates carry equal shares of the sample's cells.
            sample.cells.equivalents.map { cells in
              templates * Double(max(1, sample.usedReplicates.count)) / cells
            }
          }
        )
      }
    )
  }
}

extension FollowupRecord.ReplicateRecord {
  /// The record of a replicate; its cells are those of its DNA mass.
  package init(_ replicate: ReplicateSummary, _ parameters: QuantificationParameters) {
    self.init(
      replicate: replicate.index,
      dnaNg: replicate.dnaNanograms,
      cells: replicate.dnaNanograms.map { 1_000 * $0 / parameters.cells.picogramsPerGenome },
      controlReads: replicate.controlReads,
      used: replicate.exclusion == nil,
      reason: replicate.exclusion?.rawValue
    )
  }
}
