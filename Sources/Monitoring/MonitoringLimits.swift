/// The limits of the findings that neither selection nor quantification needs.
///
/// Encoded, the keys are the names of DOMAIN section 13 where it names them.
package struct MonitoringLimits: Hashable, Sendable, Codable {
  /// The smallest share of read pairs that should merge.
  package var mergedFraction = 0.6
  /// The share of reads on target below which a sample is warned about.
  package var onTargetWarning = 0.6
  /// The share of reads on target below which the assay failed.
  package var onTargetFailure = 0.3
  /// The largest share of matched reads that may be ambiguous.
  package var ambiguousFraction = 0.1
  /// The clonotypes besides the index that a polyclonal background has.
  package var backgroundClonotypes = 100
  /// The effective number of clonotypes, 2 to the entropy, of a polyclonal background.
  package var effectiveClonotypes = 50.0
  /// The fewest reads of a baseline library.
  package var baselineReads = 20_000
  /// The V identity below which primers may have lost their sites.
  package var vIdentity = 0.88

  /// The limits of the profile `clonetrack-mm-v1`.
  package static let clonetrackMMv1 = MonitoringLimits()

  /// Creates the defaults.
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case mergedFraction = "merged_warn"
    case onTargetWarning = "on_target_warn"
    case onTargetFailure = "on_target_fail"
    case ambiguousFraction = "ambiguous_max"
    case backgroundClonotypes = "background_clonotypes"
    case effectiveClonotypes = "background_effective"
    case baselineReads = "min_reads"
    case vIdentity = "v_identity_min"
  }
}
