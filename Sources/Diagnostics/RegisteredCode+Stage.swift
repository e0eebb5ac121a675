extension RegisteredCode {
  /// The step of the assay a finding belongs to; the raw value is the first part of its code.
  public enum Stage: String, CaseIterable, Sendable {
    /// The specimen before it reached the laboratory.
    case preanalytics = "PRE"
    /// The extracted DNA.
    case dna = "DNA"
    /// The internal control.
    case control = "IC"
    /// The sequencing run and its controls.
    case run = "RUN"
    /// Contamination and index hopping.
    case contamination = "CON"
    /// The baseline sample and its index.
    case baseline = "BL"
    /// The library.
    case library = "LIB"
    /// The level.
    case quantification = "QT"
    /// Haemodilution.
    case haemodilution = "HD"
    /// Drift of the clone.
    case drift = "DR"
    /// The identity of the sample.
    case identity = "ID"
    /// The method.
    case method = "MTH"
    /// The software and its files.
    case software = "SW"
    /// The germline set.
    case germline = "GERM"
  }

  /// The step a finding belongs to; `nil` for errors.
  public var stage: Stage? {
    guard case .finding = kind else { return nil }
    return Stage(rawValue: String(code.prefix { $0 != "-" }))
  }
}
