extension FollowupRecord {
  /// The sample-level call (DOMAIN section 4.1).
  package enum Call: String, CaseIterable, Codable, Hashable, Sendable {
    /// The clone is there and its level can be quantified.
    case detected = "DETECTED"
    /// The clone is there; its level is below the limit of quantification.
    case detectedBelowLOQ = "DETECTED_BELOW_LOQ"
    /// The clone was not seen; the sensitivity reached says how much that means.
    case notDetected = "NOT_DETECTED"
    /// The data do not allow a call.
    case indeterminate = "INDETERMINATE"
    /// The assay failed.
    case failed = "FAILED"
  }

  /// The status at one cutoff (DOMAIN section 4.2).
  package enum CutoffStatus: String, CaseIterable, Codable, Hashable, Sendable {
    /// Detected at or above the cutoff.
    case positive = "POS"
    /// Not detected, and the sensitivity reaches the cutoff.
    case negative = "NEG"
    /// Detected, but below the cutoff, which the sensitivity reaches.
    case negativeDetected = "NEG_DETECTED"
    /// The sensitivity does not reach the cutoff, or the call is indeterminate.
    case indeterminate = "INDET"
    /// Not evaluable: the assay failed.
    case notEvaluable = "NE"
  }

  /// What the nucleated cells were counted by (DOMAIN section 3.2).
  package enum CellSource: String, CaseIterable, Codable, Hashable, Sendable {
    /// Templates of diploid loci of the sample's own DNA.
    case genomicControl = "GENOMIC_CONTROL"
    /// The mass of DNA times the amplifiable share measured.
    case massAndAmplifiability = "MASS_AND_AMPLIFIABILITY"
    /// The mass of DNA alone, all of it taken as amplifiable.
    case massOnly = "MASS_ONLY"
  }
}
