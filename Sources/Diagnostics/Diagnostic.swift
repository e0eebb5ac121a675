/// Something a person has to know: an error that stopped the program or a finding about a sample.
///
/// One type for both, so that the terminal, the JSON records and the reports show one list.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is; the raw values are those of the JSON records.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Worth knowing; changes nothing.
    case note
    /// The result stands; a person should look.
    case warning
    /// The sample cannot be called at some or all cutoffs.
    case indeterminate
    /// The assay failed; the sample is not evaluable.
    case failure
    /// The program could not do its work.
    case error

    /// Orders severities from `note` to `error`.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .indeterminate: 2
      case .failure: 3
      case .error: 4
      }
    }
  }

  /// The place a diagnostic is about.
  public struct Location: Hashable, Sendable {
    /// The file as the user named it; `-` is standard input.
    public var path: String
    /// The line, counted from 1; `nil` where lines have no meaning.
    public var line: Int?
    /// The record (read, row), counted from 1; `nil` where records have no meaning.
    public var record: Int?

    /// Creates a location.
    public init(path: String, line: Int? = nil, record: Int? = nil) {
      (self.path, self.line, self.record) = (path, line, record)
    }
  }

  /// A registered identifier such as `READ-LENGTHS` or `IC-DROP`; see `CodeRegistry`.
  public var code: String
  /// How bad it is.
  public var severity: Severity
  /// What was found and what was expected, with values; one line, no full stop.
  public var message: String
  /// Where; `nil` if it has no place in a file.
  public var location: Location?
  /// What to do about it, as an imperative sentence; `nil` takes the registry's remedy.
  public var suggestion: String?
  /// The number it rests on; `nil` if nothing was measured.
  public var measurement: Measurement?

  /// Creates a diagnostic.
  public init(
    code: String,
    severity: Severity = .error,
    message: String,
    location: Location? = nil,
    suggestion: String? = nil,
    measurement: Measurement? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.suggestion = suggestion
    self.measurement = measurement
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The text printed on standard error: severity, code, message, place, remedy.
  public var description: String {
    var text = "\(severity.rawValue)[\(code)]: \(message)"
    if let location {
      text += "\n  --> \(location.path)"
      if let line = location.line { text += ":\(line)" }
      if let record = location.record { text += " (record \(record))" }
    }
    if let remedy = suggestion ?? CodeRegistry.entry(for: code)?.remedy {
      text += "\n  help: \(remedy)"
    }
    return text
  }
}
