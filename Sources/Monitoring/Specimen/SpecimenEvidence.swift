package import Quantification

/// What a sample sheet says about a sample beside its files.
///
/// `nil` is not stated, and no rule judges it. `SpecimenEvidence(columns:)` reads the columns.
package struct SpecimenEvidence: Hashable, Sendable {
  /// The pull an aspirate is of.
  package enum Pull: Hashable, Sendable {
    /// Its number, from 1.
    case number(Int)
    /// Stated as not known.
    case unknown
  }

  /// What the sample is for; `nil` for a single command.
  package var role: SampleRole?
  /// The visit's name.
  package var visit: String?
  /// Whether the sample was received; `nil` counts as received.
  package var isReceived: Bool?
  /// The matrix: `BM` marrow, `PB` blood, or another name.
  package var specimenType: String?
  /// The day the sample was taken.
  package var collectionDate: CalendarDate?
  /// The day the library was made, or sequenced if that is not stated.
  package var libraryDate: CalendarDate?
  /// The subject's sex, `F` or `M`.
  package var sex: String?
  /// The nucleated cells of the aspirate.
  package var aspirateCells: Double?
  /// The pull of the aspirate.
  package var pull: Pull?
  /// The hours from collection to processing.
  package var transportHours: Double?
  /// The temperature in transport and storage, °C.
  package var transportCelsius: Double?
  /// The anticoagulant, such as `EDTA`.
  package var anticoagulant: String?
  /// Whether the marrow was frozen whole.
  package var isFrozen: Bool?
  /// The absorbance ratio of the DNA at 260 and 280 nm.
  package var a260To280: Double?
  /// The DNA integrity number, 1 to 10.
  package var din: Double?
  /// The recovery of a control PCR in the DNA over the expected one.
  package var spikeRecovery: Double?
  /// The lot of the internal control.
  package var lot: String?
  /// The last day of the lot.
  package var lotExpiry: CalendarDate?
  /// Whether the lot passed its qualification.
  package var isLotQualified: Bool?
  /// The share of bases of Q30 and above in the sequencing run.
  package var runQ30: Double?
  /// The error rate of the PhiX control.
  package var runPhiXError: Double?
  /// The level a positive control should have, templates per cell.
  package var expectedMRD: Double?
  /// The standard deviation of log10 of a positive control's level.
  package var expectedMRDSD: Double?
  /// The name of a control whose history is kept.
  package var control: String?
  /// The thresholds of the quantification.
  package var parameters = QuantificationParameters.clonetrackMMv1
  /// The other limits.
  package var limits = MonitoringLimits.clonetrackMMv1

  /// Creates evidence that states nothing.
  package init() {}

  /// Whether it is a patient's sample; a sample of which the role is not stated is.
  var isPatient: Bool { role?.isPatient ?? true }

  /// Whether there should be DNA in it.
  var hasDNA: Bool { role != .blank }
}
