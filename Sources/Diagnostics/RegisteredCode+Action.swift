extension RegisteredCode {
  /// What a laboratory does about a finding; the raw values are those of failure tables.
  public enum Action: String, CaseIterable, Sendable {
    /// Make or sequence the library again.
    case repeatLibrary = "RE"
    /// Extract the DNA again.
    case reextract = "RX"
    /// Ask for a new sample.
    case resample = "RS"
    /// Let a person look at it.
    case review = "RV"
    /// Test another or a new baseline sample.
    case newBaseline = "BL"
    /// Run the program again.
    case rerun = "RR"

    /// The action in words.
    public var name: String {
      switch self {
      case .repeatLibrary: "repeat the library"
      case .reextract: "extract again"
      case .resample: "ask for a new sample"
      case .review: "review"
      case .newBaseline: "new baseline"
      case .rerun: "run again"
      }
    }
  }

  /// The actions as failure tables print them, such as `RX/RS`; `–` if nothing is to be done.
  public var action: String {
    actions.isEmpty ? "–" : actions.map(\.rawValue).joined(separator: "/")
  }
}
