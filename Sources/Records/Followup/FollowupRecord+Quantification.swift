import Diagnostics
package import Quantification

extension Interval {
  /// The record of an interval; both ends `null` if it is not known.
  package init(_ interval: LevelInterval?) {
    self.init(lower: interval?.lower, upper: interval?.upper)
  }
}

extension FollowupRecord.Result {
  /// The record of a judged sample.
  package init(_ sample: SampleQuantification, _ verdict: SampleVerdict) {
    let isFailed = verdict.call == .failed
    self.init(
      call: verdict.call,
      mrd: isFailed ? nil : sample.mrd,
      mrdCI: Interval(isFailed ? nil : sample.interval),
      familyMRD: nil,
      lod95: isFailed ? nil : sample.sensitivity.lod95,
      loq: isFailed ? nil : sample.sensitivity.loq,
      cellEquivalents: sample.cells.equivalents,
      cellSource: sample.cells.source,
      templates: isFailed ? nil : sample.templates,
      readsPerTemplate: sample.readsPerTemplate,
      status: verdict.statuses.reduce(into: [:]) { statuses, item in
        statuses[FormattedNumber.key(item.cutoff)] = item.status
      },
      annotations: verdict.statuses.reduce(into: [:]) { annotations, item in
        guard !item.annotations.isEmpty else { return }
        annotations[FormattedNumber.key(item.cutoff)] = item.annotations
      },
      quantification: FollowupRecord.QuantificationRecord(sample, isFailed: isFailed)
    )
  }
}

extension FollowupRecord.QuantificationRecord {
  /// The record of what a level rests on; a failed sample has controls and no level.
  package init(_ sample: SampleQuantification, isFailed: Bool) {
    let lines = [sample.calibration.universal].compactMap(\.self) + sample.calibration.families
    self.init(
      unit: sample.unit,
      mrdMean: isFailed ? nil : sample.mrdMean,
      heterogeneityP: isFailed ? nil : sample.heterogeneityP,
      dispersion: sample.dispersion,
      captureEfficiency: sample.captureEfficiency,
      amplifiability: sample.cells.amplifiability,
      amplifiabilityCI: Interval(sample.cells.amplifiabilityInterval),
      calibration: lines.map { FollowupRecord.CalibrationRecord($0) }
    )
  }
}
