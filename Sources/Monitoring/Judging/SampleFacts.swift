package import Clonotyping
package import Diagnostics
package import Quantification
package import Rearrangements
package import Tracking

/// What counting and quantifying a sample found, before it is judged.
package struct SampleFacts: Sendable {
  /// What every stage took in and passed on, in order of the stages.
  package var stages: [StageCounts]
  /// Reads or pairs of each replicate, in order of the replicates.
  package var replicateReads: [Int]
  /// Reads that fit more than one target about equally well and were given to none.
  package var ambiguousReads: Int
  /// Whether any lane has second mates.
  package var isPaired: Bool
  /// The clonotypes, errors folded in and controls' copies removed.
  package var clonotypes: ClonotypeList
  /// The bases of reads with a tracked junction.
  package var subclones: SubcloneTally
  /// Level, scale and controls.
  package var quantification: SampleQuantification
  /// Annotates the clonotypes' best reads.
  package var annotator: Annotator
  /// What the sample sheet says about the sample, by column; empty without a sheet.
  package var metadata: [String: String]
  /// How the sample is analysed.
  package var method: AnalysisMethod
  /// What the other samples of its run say about it.
  package var run: RunInfluence
  /// The limits it is judged by.
  package var limits: JudgingLimits

  /// Collects the facts.
  package init(
    stages: [StageCounts],
    replicateReads: [Int],
    ambiguousReads: Int,
    isPaired: Bool,
    clonotypes: ClonotypeList,
    subclones: SubcloneTally,
    quantification: SampleQuantification,
    annotator: Annotator,
    metadata: [String: String],
    method: AnalysisMethod,
    run: RunInfluence,
    limits: JudgingLimits
  ) {
    (self.stages, self.replicateReads) = (stages, replicateReads)
    (self.ambiguousReads, self.isPaired) = (ambiguousReads, isPaired)
    (self.clonotypes, self.subclones) = (clonotypes, subclones)
    (self.quantification, self.annotator) = (quantification, annotator)
    (self.metadata, self.method) = (metadata, method)
    (self.run, self.limits) = (run, limits)
  }

  /// The counts of a stage; those of nothing if the sample did not go through it.
  package func counts(of stage: ReadStage) -> StageCounts {
    stages.first { $0.stage == stage } ?? StageCounts(stage)
  }

  /// All pairs (or single reads) of the sample.
  package var totalReads: Int { counts(of: .read).output }

  /// The reads of the controls that were set aside.
  var controlReads: Int { counts(of: .controls).rejected.values.reduce(0, +) }

  /// The clonotypes with the sample's scale.
  package var driftClonotypes: DriftClonotypes {
    DriftClonotypes(
      clonotypes,
      scale: SampleScale(quantification),
      annotator: annotator,
      criteria: limits.baseline
    )
  }

  /// Whether the sample is a patient's, after what the sheet says; without a sheet it is.
  var isPatient: Bool { SampleRole.isPatientFollowup(metadata) }
}

extension SampleScale {
  /// The scale of a quantified sample.
  package init(_ quantification: SampleQuantification) {
    self.init(
      usedReplicates: quantification.usedReplicates.map { $0.index - 1 },
      readsPerTemplate: quantification.readsPerTemplate,
      cells: quantification.cells.equivalents
    )
  }
}
