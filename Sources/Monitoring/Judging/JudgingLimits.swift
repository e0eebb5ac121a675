package import Quantification
package import Tracking

/// The limits by which a sample is judged: the groups of the threshold profile that judging reads.
package struct JudgingLimits: Hashable, Sendable {
  /// Index selection.
  package var baseline: SelectionCriteria
  /// Controls, levels, detection and cutoffs.
  package var quantification: QuantificationParameters
  /// The findings that none of the other groups decides.
  package var monitoring: MonitoringLimits
  /// Changes of the clone.
  package var drift: DriftLimits
  /// V alleles that tell subjects apart.
  package var identity: GenotypeLimits
  /// Advice about diluted marrow.
  package var haemodilution: HaemodilutionLimits

  /// Collects limits.
  package init(
    baseline: SelectionCriteria = .clonetrackMMv1,
    quantification: QuantificationParameters = .clonetrackMMv1,
    monitoring: MonitoringLimits = .clonetrackMMv1,
    drift: DriftLimits = .clonetrackMMv1,
    identity: GenotypeLimits = .clonetrackMMv1,
    haemodilution: HaemodilutionLimits = .clonetrackMMv1
  ) {
    (self.baseline, self.quantification) = (baseline, quantification)
    (self.monitoring, self.drift) = (monitoring, drift)
    (self.identity, self.haemodilution) = (identity, haemodilution)
  }
}
