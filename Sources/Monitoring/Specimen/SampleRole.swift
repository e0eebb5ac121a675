/// What a library of a run is for; the raw values are those of the sample sheet.
package enum SampleRole: String, CaseIterable, Hashable, Sendable, Codable {
  /// The diagnostic baseline.
  case diagnosis = "DX"
  /// A baseline before treatment.
  case preTreatment = "PRE_TX"
  /// A baseline at relapse.
  case relapse = "RELAPSE"
  /// A baseline at progression.
  case progression = "PD"
  /// A follow-up.
  case followup = "FU"
  /// The no-template control.
  case blank = "NTC"
  /// A positive control: a subject's clone at a level that is known.
  case positiveControl = "POS"
  /// A negative control: polyclonal DNA.
  case negativeControl = "NEG"

  /// Whether index clonotypes are chosen in it.
  package var isBaseline: Bool {
    switch self {
    case .diagnosis, .preTreatment, .relapse, .progression: true
    case .followup, .blank, .positiveControl, .negativeControl: false
    }
  }

  /// Whether a subject's result comes from it.
  package var isPatient: Bool { isBaseline || self == .followup }

  /// Whether a later sample is a patient's, after what the sheet says; without a sheet it is.
  package static func isPatientFollowup(_ metadata: [String: String]) -> Bool {
    metadata["role"].map { $0 == followup.rawValue } ?? true
  }
}
