/// A column of the sample sheet that rules about specimens read.
package enum SpecimenColumn: String, CaseIterable, Hashable, Sendable {
  /// `F` if the sample never arrived; a row without files.
  case received
  /// The matrix.
  case specimen
  /// The visit's name.
  case visit
  /// The day the sample was taken.
  case collectionDate = "collection_date"
  /// The day the library was made.
  case libraryDate = "library_date"
  /// The day the library was sequenced; stands in for `library_date`.
  case runDate = "run_date"
  /// The subject's sex.
  case sex
  /// The nucleated cells of the aspirate.
  case aspirateCells = "aspirate_cells"
  /// The pull of the aspirate.
  case pull
  /// The hours from collection to processing.
  case transportHours = "transport_hours"
  /// The temperature in transport and storage, °C.
  case transportCelsius = "transport_celsius"
  /// The anticoagulant.
  case anticoagulant
  /// Whether the marrow was frozen whole.
  case frozen
  /// The absorbance ratio of the DNA at 260 and 280 nm.
  case a260To280 = "dna_a260_280"
  /// The DNA integrity number.
  case din = "dna_din"
  /// The recovery of a control PCR in the DNA over the expected one.
  case spikeRecovery = "spike_recovery"
  /// The lot of the internal control.
  case lot
  /// The last day of the lot.
  case lotExpiry = "lot_expiry"
  /// Whether the lot passed its qualification.
  case lotQualified = "lot_qualified"
  /// The share of bases of Q30 and above in the run.
  case runQ30 = "run_q30"
  /// The error rate of the PhiX control.
  case runPhiXError = "run_phix_error"
  /// The level a positive control should have.
  case expectedMRD = "expected_mrd"
  /// The standard deviation of log10 of a positive control's level.
  case expectedMRDSD = "expected_mrd_sd"
  /// The name of a control whose history is kept.
  case control

  /// The form its values must have, as errors print it.
  package var acceptedForm: String {
    switch self {
    case .specimen: "BM, PB or another matrix"
    case .visit, .anticoagulant, .lot, .control: "a text"
    case .received, .frozen, .lotQualified: "T or F"
    case .collectionDate, .libraryDate, .runDate, .lotExpiry: "a day such as 2024-01-31"
    case .sex: "F or M"
    case .pull: "a whole number from 1, or unknown"
    case .aspirateCells, .transportHours, .a260To280, .spikeRecovery, .expectedMRDSD:
      "a number from 0"
    case .transportCelsius: "a number of °C from -200 to 60"
    case .din: "a number from 1 to 10"
    case .runQ30, .runPhiXError, .expectedMRD: "a fraction from 0 to 1"
    }
  }
}
