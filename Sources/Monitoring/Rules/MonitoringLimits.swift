/// The limits of the findings that neither selection nor quantification needs.
///
/// Encoded, the keys are the names of the article "The threshold profile", section 9.
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
  /// The absorbance ratios at 260 and 280 nm of pure DNA.
  package var purity = 1.7...2.0
  /// The DNA integrity number below which a sample is warned about.
  package var integrityWarning = 6.0
  /// The DNA integrity number below which the assay failed.
  package var integrityFailure = 4.0
  /// The recoveries of a control PCR, over the expected one, of DNA without inhibitors.
  package var spikeRecovery = 0.5...2.0
  /// The smallest share of bases of Q30 and above in a run.
  package var q30 = 0.75
  /// The largest error rate of the PhiX control.
  package var phiXError = 0.02
  /// The hours a specimen keeps above 8 °C.
  package var roomTemperatureHours = 72.0
  /// The days a specimen keeps at 2–8 °C.
  package var coldDays = 7.0
  /// The anticoagulants a marrow may be drawn into.
  package var anticoagulants = ["ACD", "EDTA", "HEPARIN"]
  /// The reads per template above which a library is looked at for missing templates.
  package var complexReadsPerTemplate = 1_000.0
  /// The share of the expected templates that such a library must show.
  package var complexTemplates = 0.2
  /// The largest share of the median sample's rearrangements that a no-template control may have.
  package var blankFraction = 0.01
  /// The share of its owner's reads below which a foreign index is taken for cross-talk of the lane.
  package var neighbourFraction = 1e-4
  /// The chance, in a whole run, that unrelated cells pass for another subject's DNA.
  package var foreignAlpha = 1e-3
  /// The share of its class from which another subject's index means another subject's DNA.
  package var swapFraction = 0.01
  /// The level from which it does, templates per cell; below it is a contamination.
  package var swapLevel = 0.002
  /// The standard deviations from its expectation that a positive control is warned about.
  package var controlWarningSD = 2.0
  /// The standard deviations from its expectation at which a positive control fails.
  package var controlFailureSD = 3.0
  /// The earlier levels of a positive control that make a history.
  package var controlHistory = 10

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
    case purity = "a260_280"
    case integrityWarning = "din_warn"
    case integrityFailure = "din_fail"
    case spikeRecovery = "spike_recovery"
    case q30 = "q30_min"
    case phiXError = "phix_error_max"
    case roomTemperatureHours = "room_temp_hours"
    case coldDays = "cold_days"
    case anticoagulants
    case complexReadsPerTemplate = "cpx_reads_per_template"
    case complexTemplates = "cpx_templates_min"
    case blankFraction = "ntc_fraction_max"
    case neighbourFraction = "neighbour_fraction"
    case foreignAlpha = "foreign_alpha"
    case swapFraction = "swap_fraction"
    case swapLevel = "swap_level"
    case controlWarningSD = "control_sd_warn"
    case controlFailureSD = "control_sd_fail"
    case controlHistory = "control_history"
  }
}
