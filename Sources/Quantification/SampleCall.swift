/// The answer for a sample (article "Calls and statuses", section 1).
package enum SampleCall: String, CaseIterable, Codable, Hashable, Sendable {
  /// A primary clone is there and can be quantified.
  case detected = "DETECTED"
  /// A primary clone is there, below the limit of quantification or without a level.
  case detectedBelowLOQ = "DETECTED_BELOW_LOQ"
  /// No clone is there at the sensitivity reached.
  case notDetected = "NOT_DETECTED"
  /// Neither can be said.
  case indeterminate = "INDETERMINATE"
  /// The assay failed.
  case failed = "FAILED"
}

/// The answer at one cutoff (article "Calls and statuses", section 2).
package enum CutoffStatus: String, CaseIterable, Codable, Hashable, Sendable {
  /// Detected at or above the cutoff.
  case positive = "POS"
  /// Not detected, and the sensitivity reaches the cutoff.
  case negative = "NEG"
  /// Detected below the cutoff, and the sensitivity reaches it.
  case negativeDetected = "NEG_DETECTED"
  /// Neither can be said.
  case indeterminate = "INDET"
  /// Not evaluable: the assay failed.
  case notEvaluable = "NE"
}
