package import Quantification

/// What the rules of a run look at: every sample, counted for every subject's index clonotypes.
package struct RunEvidence: Hashable, Sendable {
  /// The index clonotypes of all subjects and the controls.
  package var targets: [RunTarget]
  /// The samples, in the order of the sheet.
  package var samples: [RunSample]
  /// The subjects that have a baseline, of this run or an earlier one, whatever it showed.
  package var subjectsWithBaseline: Set<String>
  /// Earlier levels of each positive control by its name in the sheet's column `control`, else by
  /// its subject, oldest first.
  package var controlHistory: [String: [Double]]
  /// The thresholds of the quantification.
  package var parameters: QuantificationParameters
  /// The other limits.
  package var limits: MonitoringLimits

  /// Collects the evidence.
  package init(
    targets: [RunTarget],
    samples: [RunSample],
    subjectsWithBaseline: Set<String>,
    controlHistory: [String: [Double]] = [:],
    parameters: QuantificationParameters = .clonetrackMMv1,
    limits: MonitoringLimits = .clonetrackMMv1
  ) {
    self.targets = targets
    self.samples = samples
    self.subjectsWithBaseline = subjectsWithBaseline
    self.controlHistory = controlHistory
    self.parameters = parameters
    self.limits = limits
  }
}
