import Assays
import Monitoring
import Nucleotides
import Quantification
import ResultStore
import Tracking

extension RunEvidence {
  /// Puts together what the samples of a run say about each other.
  ///
  /// - Parameters:
  ///   - plan: The samples.
  ///   - targets: The clones of all subjects.
  ///   - censuses: What was counted, by sample; samples that could not be read are missing.
  init(_ plan: BatchPlan, _ targets: RunTargets, _ censuses: [String: SampleCensus]) {
    let controls = plan.context.assay.controls.map { control in
      RunTarget(
        name: control.definition.name,
        owner: .control,
        locusClass: nil,
        role: nil,
        expectedBackground: nil,
        signature: control.sequence.description
      )
    }
    let samples = plan.sheet.samples.compactMap { sample -> RunSample? in
      guard let census = censuses[sample.name] else { return nil }
      return RunSample(
        sample: sample.name,
        subject: sample.subject,
        role: sample.role,
        libraries: sample.libraries,
        totalReads: census.totalReads,
        rearrangementReads: census.rearrangementReads,
        classReads: census.classReads,
        targetReads: targets.clones.map { census.reads[$0.signature.key] }
          + census.controls.map(\.reads),
        readsPerTemplate: census.readsPerTemplate,
        cells: census.cells,
        mrd: census.mrd,
        specimen: sample.specimen
      )
    }
    self.init(
      targets: targets.clones.map(\.target) + controls,
      samples: samples,
      subjectsWithBaseline: Set(
        plan.sheet.samples.filter { $0.role.isBaseline && !$0.replicates.isEmpty }.map(\.subject)
          + plan.earlier.map(\.subject)
      ),
      controlHistory: plan.history.controlLevels,
      parameters: plan.context.profile.quantification,
      limits: plan.context.profile.monitoring
    )
  }
}
