package import Quantification

/// What the rules of a follow-up sample look at.
///
/// A count is a read pair, or a read of an unpaired library. `nil` is not known, and no rule
/// judges it.
package struct FollowupEvidence: Hashable, Sendable {
  /// The level, the controls and the sensitivity.
  package var quantification: SampleQuantification
  /// All reads.
  package var totalReads: Int
  /// All reads of each replicate by its number.
  package var replicateReads: [Int: Int]
  /// The share of the pairs that merged; `nil` for unpaired reads.
  package var mergedFraction: Double?
  /// The reads that are rearrangements or controls.
  package var onTargetReads: Int?
  /// The reads given to a tracked clone, a control or a competitor.
  package var matchedReads: Int
  /// The reads that fit more than one of them and were given to none.
  package var ambiguousReads: Int
  /// The clonotypes that are no index.
  package var backgroundClonotypes: Int?
  /// Their effective number, 2 to the power of their entropy in bits.
  package var effectiveClonotypes: Double?
  /// The thresholds of the quantification.
  package var parameters: QuantificationParameters
  /// The other limits.
  package var limits: MonitoringLimits

  /// Collects the evidence.
  package init(
    quantification: SampleQuantification,
    totalReads: Int,
    replicateReads: [Int: Int],
    mergedFraction: Double? = nil,
    onTargetReads: Int? = nil,
    matchedReads: Int,
    ambiguousReads: Int,
    backgroundClonotypes: Int? = nil,
    effectiveClonotypes: Double? = nil,
    parameters: QuantificationParameters = .clonetrackMMv1,
    limits: MonitoringLimits = .clonetrackMMv1
  ) {
    self.quantification = quantification
    self.totalReads = totalReads
    self.replicateReads = replicateReads
    self.mergedFraction = mergedFraction
    self.onTargetReads = onTargetReads
    self.matchedReads = matchedReads
    self.ambiguousReads = ambiguousReads
    self.backgroundClonotypes = backgroundClonotypes
    self.effectiveClonotypes = effectiveClonotypes
    self.parameters = parameters
    self.limits = limits
  }
}
