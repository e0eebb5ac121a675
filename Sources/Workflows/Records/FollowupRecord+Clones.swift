import Clonotyping
import Quantification
import Reports

extension FollowupRecord.TrackedClonotype {
  /// The record of a counted clone.
  init(
    _ clone: TrackedBaseline.Clone,
    _ counted: CloneQuantification,
    cells sample: SampleQuantification
  ) {
    self.init(
      cloneID: clone.record.cloneID,
      rearrangementType: clone.record.rearrangementType,
      baselineSamples: clone.samples,
      role: clone.record.role ?? .supporting,
      vCall: clone.record.vCall,
      dCall: clone.record.dCall,
      jCall: clone.record.jCall,
      junction: clone.record.junction,
      recombination: clone.record.recombination,
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
  init(_ replicate: ReplicateSummary, _ parameters: QuantificationParameters) {
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
